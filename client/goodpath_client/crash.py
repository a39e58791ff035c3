"""Say that the program has crashed, in one sentence without anything that was written."""

import sys
from typing import Final

CRASHED: Final = 1
"""Exit code of a program that did."""


SEAT_AND_LINES: Final = ", your seat and unsent lines are kept"
"""What is kept where all that was typed is on the disk."""
SEAT: Final = ", your seat is kept"
"""What is kept where it is not."""


def tell_crash(fault: BaseException, kept: str = SEAT_AND_LINES) -> None:
    """Say that it crashed, with the kind and place of the fault but nothing written, and what is `kept`."""
    print(
        f"goodpath stopped because of a fault of its own: {kind_and_place(fault)}; start it again{kept}.",
        file=sys.__stderr__,
    )


def kind_and_place(fault: BaseException) -> str:
    """What a fault is and where it arose, without its own words: `KeyError (line 12 of find)`."""
    # Textual wraps the fault of a worker in one of its own, which has no place.
    inner = getattr(fault, "error", None)
    fault = inner if isinstance(inner, BaseException) else fault
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" (line {trace.tb_lineno} of {trace.tb_frame.f_code.co_name})" if trace else ""
    return f"{type(fault).__name__}{where}"
