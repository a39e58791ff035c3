"""Brings a join code into the form in which codes are compared, however it was typed."""


def plain_code(code: str) -> str:
    """A code as people type it: spaces, hyphens and lower case do not matter."""
    return "".join(sign for sign in code.upper() if sign.isalnum())
