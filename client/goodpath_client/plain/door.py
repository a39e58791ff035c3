"""Ask in lines for what was not given, until it can be used: address, code, and one's own name.

Whoever comes in under a name that is played in another window is asked whether it is the same person.
An order is an answer to nothing.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from goodpath_client.addresses import BadAddress, parse
from goodpath_client.joining import too_long
from goodpath_client.open_elsewhere import whether_it_is_you
from goodpath_client.plain.early_orders import SLASH, answer_early

Read = Callable[[], Awaitable[str | None]]
Write = Callable[[str], None]
Fault = Callable[[str], str]
"""What is wrong with what was typed; empty for nothing."""

_YES: Final = "yes"
_YES_OR_NAME: Final = "Type yes, or anything else to come in under another name."
NAMELESS: Final = "Your teacher finds you by your own name, so it cannot be empty; nobody else sees it."


PARTS: Final = ("address", "code", "name")
"""Which parts are asked for, in this order, of whoever plays or watches."""


class Wanted(NamedTuple):
    """Where somebody wants to come in, and as whom; empty is what was not given."""

    address: str
    """Of the server, as on the board."""
    code: str
    """The join code, as it was typed."""
    name: str
    """The student's own, for the teacher alone."""


async def ask_for(given: Wanted, parts: Iterable[str], read: Read, write: Write) -> Wanted | None:
    """What was given and what is typed for these parts of the rest; None where the input ended before.

    Raises LeftAtDoor where `/quit` is typed.
    """
    wrong = _not_an_address(given.address)
    if wrong:
        write(wrong)
    wanted = given._replace(address="" if wrong else given.address)
    for part in parts:
        question, fault = _QUESTIONS[part]
        text = getattr(wanted, part) or await _ask(question, fault, read, write)
        if text is None:
            return None
        wanted = wanted._replace(**{part: text})
    return wanted


async def tell_apart(
    given: Wanted, is_elsewhere: Callable[[Wanted], bool], read: Read, write: Write
) -> Wanted | None:
    """Who comes in: whoever plays in the other window, or somebody of another name; None as in `ask_for`."""
    wanted = given
    while is_elsewhere(wanted):
        answer = await _hear(f"{whether_it_is_you(wanted.name)} {_YES_OR_NAME}", read, write)
        if answer is None:
            return None
        if answer.casefold() == _YES:
            break
        name = await _ask(*_QUESTIONS["name"], read, write)
        if name is None:
            return None
        wanted = wanted._replace(name=name)
    return wanted


async def _ask(question: str, fault: Fault, read: Read, write: Write) -> str | None:
    """Ask until something is typed that can be used; None at the end of the input."""
    while True:
        text = await _hear(question, read, write)
        if text is None:
            return None
        wrong = fault(text)
        if text and not wrong:
            return text
        if wrong:
            write(wrong)


async def _hear(question: str, read: Read, write: Write) -> str | None:
    """What is typed as an answer, without spaces around it, and is no order; None at the end of the input."""
    while True:
        write(question)
        line = await read()
        text = line.strip() if line is not None else None
        if text is None or not text.startswith(SLASH):
            return text
        write(answer_early(text))


def _not_an_address(text: str) -> str:
    """What is wrong with an address; empty for nothing, and for nothing typed."""
    try:
        parse(text or "localhost")
    except BadAddress as fault:
        return str(fault)
    return ""


def _not_a_name(text: str) -> str:
    """What is wrong with one's own name; empty for nothing."""
    return too_long("", text) if text else NAMELESS


_QUESTIONS: Final[Mapping[str, tuple[str, Fault]]] = MappingProxyType(
    {
        "address": ("Address, as on the board:", _not_an_address),
        "code": ("Code, as on the board:", lambda text: too_long(text, "")),
        "name": ("Your own name; only your teacher sees it:", _not_a_name),
    }
)
"""What is asked for each part."""
