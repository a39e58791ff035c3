"""What a robot can say in a chat at this moment: what fits, and was not said there lately."""

import re
from collections.abc import Iterable, Sequence

from goodpath_client import robot_words as words
from goodpath_client.store import Store

RECENT = 60
"""What was said in so many of the newest lines of a chat is not said there again."""
_QUESTION = re.compile(r"[?？]\s*$|[吗呢么]\s*$")
_GREETING = re.compile(
    r"(?:^|\s)\W*(?:(?:hi|hello|hey|good (?:morning|evening|day))\b|你好|大家好|嗨|早上好|晚上好)", re.I
)
_OPEN = re.compile(r"\b(?:what|which|who|whom|whose|where|when|why|how)\b|什么|哪|谁|怎|为何|几|多少", re.I)


def own_next(text: str, pool: tuple[str, ...], said: Sequence[str], share: int) -> str:
    """The text, or the next of one's own share of a pool, until all of the share was said.

    Every `share`-th text of the pool is one's own, and `said` is what one has said of them so far: whatever
    others do, it comes out the same.
    """
    at = pool.index(text)
    own = pool[at % share :: share]
    begin = own.index(text)
    lately = [one for one in said if one in own][1 - len(own) :] if len(own) > 1 else []
    return next(one for one in own[begin:] + own[:begin] if one not in lately)


def unsaid(text: str, pool: tuple[str, ...], said: Iterable[str]) -> str:
    """The text, or the first behind it in its pool that was not said yet; empty if all of it was."""
    at, known = pool.index(text), set(said)
    return next((one for one in pool[at:] + pool[:at] if one not in known), "")


def recent(store: Store, room: str) -> list[str]:
    """What was said in the newest lines of a chat."""
    return [line.text for line in store.lines(room)[-RECENT:]]


def may_say(store: Store, room: str) -> bool:
    """Whether there is a group in which this voice has something left to say in this phase."""
    found = store.world.rooms.get(room)
    # In the town's group each voice has one line a phase.
    return found is not None and not (found.kind == "town" and found.spoken.get(store.me))


def is_question(text: str) -> bool:
    """Whether a line asks something, in Chinese too."""
    return bool(_QUESTION.search(text))


def is_greeting(text: str) -> bool:
    """Whether a line greets, in Chinese too."""
    return bool(_GREETING.search(text))


def fitting(text: str) -> tuple[str, ...]:
    """The answers that fit a line: to a greeting, to a question of either kind, or to anything else."""
    if is_greeting(text):
        return words.GREETINGS
    if not is_question(text):
        return words.REPLIES
    return words.OPEN_ANSWERS if _OPEN.search(text) else words.ANSWERS
