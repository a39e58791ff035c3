"""What is said while the log takes nothing: to a teacher why, to everybody else what holds for any cause."""

from goodpath_core.errors import LogError, Refused
from goodpath_server.retry import Retry

NOT_STORED = "Nothing can be stored now; your line is kept and goes out once it can be."
NOTHING = "Nothing can be stored now, so nothing new happens until this has passed."


def not_stored(role: str, retry: Retry) -> Refused:
    """That what was asked for could not be stored, and when it may be.

    A teacher's key that acts later would act on another moment of the class: it is not kept.
    """
    if role == "teacher":
        return Refused("storage_error", f"Nothing was done. {retry.fault}", retry.after_s)
    return Refused("storage_error", NOT_STORED, retry.after_s)


def nothing_stored(role: str, fault: LogError | None) -> str:
    """That nothing can be stored now; empty while it can."""
    if not fault:
        return ""
    return f"Nothing can be stored. {fault}" if role == "teacher" else NOTHING
