"""The two forms of a join code: as codes are compared, however it was typed, and as it is read aloud."""


def plain_code(code: str) -> str:
    """A code as people type it: spaces, hyphens and lower case do not matter."""
    return "".join(sign for sign in code.upper() if sign.isalnum())


def spoken_code(code: str) -> str:
    """The code in two halves, such as `ABCD-EFGH`; empty without a code."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}" if code else ""
