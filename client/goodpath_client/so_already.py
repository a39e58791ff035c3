"""Know of a refusal that what was asked for is so already, so that nobody needs to hear of it."""

from goodpath_client.changes import Change
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.seats import Observe


def is_so_already(change: Change) -> bool:
    """Whether a refused request asked for something that has come about without it.

    It was asked for twice before the first answer, from another window too, or the teacher was first.
    """
    return change.code == "no_change" and isinstance(change.command, Observe | ReadBriefing)
