"""The five families of errors.

    GoodpathError
    ├── Refused            a rule said no; carries a code and one sentence for the person
    ├── ProtocolError      the peer broke the wire rules; carries the close code
    ├── ScenarioProblems   everything that is wrong in a scenario, each with its line
    ├── LogError           the session could not be stored or read
    └── Misused            what was typed to begin with cannot be meant

Where each becomes words for a person:

    Refused            the server answers `refused`, or ends the connection where there is no seat to be had;
                       the client shows the sentence
    ProtocolError      the server's gateway ends the connection with its close code; inside a `do` or an `ask`
                       it is answered `refused`; the client's link ends too
    ScenarioProblems   `goodpath scenario check` tells all, every other command the first of them
    LogError           the server answers whoever waits with `storage_error`; `verify` names the record,
                       every other command ends with the sentence
    Misused            the command ends with the sentence and with 2, every other fault with 1; a form or a
                       question shows the sentence and asks again
"""

from collections.abc import Iterable
from dataclasses import dataclass


class GoodpathError(Exception):
    """Anything goodpath itself reports; its text is one sentence that says what to do."""


class Refused(GoodpathError):
    """A rule said no, and nothing has changed."""

    def __init__(self, code: str, text: str, retry_after: float | None = None) -> None:
        super().__init__(text)
        self.code = code
        """Short stable word for programs, such as `no_such_room`."""
        self.text = text
        """One sentence for the person, saying what to do."""
        self.retry_after = retry_after
        """Seconds after which the same request may succeed, where that is known."""


class ProtocolError(GoodpathError):
    """The peer broke the rules of the wire."""

    def __init__(self, code: str, text: str, close: int = 1002) -> None:
        super().__init__(text)
        self.code = code
        """Short stable word, as in docs/wire.md."""
        self.text = text
        """One sentence for the person at the other end."""
        self.close = close
        """WebSocket close code that goes with it."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a scenario."""

    file: str
    """Name of the file it stands in; of a picture or their folder with `pictures` before it."""
    line: int
    """Counted from 1; 0 when the whole file is meant."""
    column: int
    """Counted from 1; 0 when the whole line is meant."""
    text: str
    """What is wrong and what was expected, with a "did you mean" where a near word exists."""

    def __str__(self) -> str:
        places = "".join(f":{place}" for place in (self.line, self.column) if place)
        return f"{self.file}{places}: {self.text}"


class ScenarioProblems(GoodpathError):
    """Everything that is wrong in a scenario, sorted by line."""

    def __init__(self, problems: Iterable[Problem], asked: str = "", stopped: bool = False) -> None:
        self.problems = tuple(sorted(problems))
        self.asked = asked
        """What the scenario was asked for by: a name, a folder or a file; empty if only its text is known."""
        self.stopped = stopped
        """Whether reading stopped at the last of them, so that more may stand behind it."""
        super().__init__("\n".join(map(str, self.problems)))


class LogError(GoodpathError):
    """The session could not be stored or read; the text says what to do."""


class Misused(GoodpathError):
    """What was typed cannot be meant, whatever server and session there are; the text says what to type."""
