"""What is said while log or key file take nothing: to a teacher why, else what holds for any cause."""

from goodpath_core.errors import LogError, Refused
from goodpath_server.retry import Retry

NOT_STORED = "Nothing can be stored now; your line is kept and goes out once it can be."
NOT_READ = "That cannot be read now; ask again in a moment, and tell your teacher if it stays so."
NOTHING = "Nothing can be stored now, so nothing new happens until this has passed."


def not_stored(role: str, retry: Retry) -> Refused:
    """That what was asked for could not be stored, and when it may be.

    A teacher's key that acts later would act on another moment of the class: it is not kept.
    """
    if role == "teacher":
        return Refused("storage_error", f"Nothing was done. {retry.fault}", retry.after_s)
    return Refused("storage_error", NOT_STORED, retry.after_s)


def not_answered(role: str, fault: LogError) -> Refused:
    """That what was asked for could not be read, or not be done: to a teacher why."""
    if role == "teacher":
        return Refused("storage_error", str(fault))
    return Refused("storage_error", NOT_READ)


def nothing_stored(role: str, fault: LogError | None) -> str:
    """That nothing can be stored now; empty while it can."""
    if not fault:
        return ""
    return f"Nothing can be stored. {fault}" if role == "teacher" else NOTHING


def none_opened(role: str, fault: LogError | None) -> str | None:
    """To a teacher that no seat can be opened now, and why; empty while one can. Nobody else is told."""
    if role != "teacher":
        return None
    return f"Nobody new can join. {fault}" if fault else ""
