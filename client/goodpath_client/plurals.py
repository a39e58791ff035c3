"""Say how many there are of something, in English as it is spoken."""


def counted(number: int, word: str) -> str:
    """`1 like`, `2 likes`, `0 likes`; for words that take an s."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
