"""Say how many there are of something, and how long it lasts, in English as it is spoken."""


def counted(number: int, word: str) -> str:
    """`1 like`, `2 likes`, `0 likes`; for words that take an s."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def lasting(seconds: int) -> str:
    """`1 minute 20 seconds`, for those who listen; `0 seconds` for nothing."""
    minutes, rest = divmod(seconds, 60)
    parts = [counted(minutes, "minute")] * bool(minutes) + [counted(rest, "second")] * bool(rest)
    return " ".join(parts) or counted(0, "second")
