"""Writes a join code as it is read aloud, in two halves."""


def spoken_code(code: str) -> str:
    """Such as `ABCD-EFGH`; empty without a code."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}" if code else ""
