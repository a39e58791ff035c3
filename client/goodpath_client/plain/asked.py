"""Keep what was asked for until it is answered, and what was not done, so that nothing typed is lost."""

from collections.abc import Callable, Iterable
from typing import Final

from goodpath_client.changes import Change
from goodpath_client.newest_line import Recalling
from goodpath_client.own_words import words_of
from goodpath_client.plain.numbers import Unclear
from goodpath_client.plain.waiting_words import Kept, WaitingWords
from goodpath_client.unasked import Prompt
from goodpath_core.play.event import Command
from goodpath_core.play.seats import TakePersona

_AS_ANOTHER: Final = (
    "What was refused last was meant as somebody you no longer play; type it anew if it still fits."
)


class Asked:
    """What one person at the line mode has asked for."""

    def __init__(
        self,
        do: Callable[[Command], str],
        playing: Callable[[], str],
        keep: Callable[[Iterable[Kept]], None],
    ) -> None:
        """Ask by `do`, which gives the id of the request, as whom one is `playing`.

        `keep` hears of all words that wait, after each change.
        """
        self._do, self._playing = do, playing
        self._waiting: set[str] = set()
        self._again: set[str] = set()
        """Those of them that were refused before."""
        self.words = WaitingWords(keep)
        """Words that were not sent, the oldest first."""
        self._prompt: Prompt = ""
        """What was asked last about a line: that is meant before anything that was refused."""
        self._wordless: list[Kept] = []
        """What was refused last of what needs no words, if it was not asked for again."""

    @property
    def waiting(self) -> frozenset[str]:
        """Ids of what is not answered yet."""
        return frozenset(self._waiting)

    @property
    def kept(self) -> int:
        """How many words wait to be sent again, of those meant as whom one plays."""
        return len(self._own(self.words))

    def do(self, command: Command) -> None:
        """Ask for something."""
        self._waiting.add(self._do(command))

    def recall(self, link: Recalling, request: str) -> bool:
        """Have a line taken back that is not known to be stored; whether something is asked for."""
        follower = link.recall(request)
        if follower:
            self._waiting.add(follower)
        return bool(follower)

    def withdrawn(self, request: str) -> None:
        """A request is asked no more, and that is no answer."""
        self._waiting.discard(request)
        self._again.discard(request)

    def do_again(self, command: Command) -> None:
        """Ask once more for something that was taken from what is kept."""
        request = self._do(command)
        self._waiting.add(request)
        self._again.add(request)

    def answered(self, change: Change) -> None:
        """A request was done, or refused and is kept."""
        self._waiting.discard(change.id)
        is_again = change.id in self._again
        self._again.discard(change.id)
        if change.kind == "refused" and change.command is not None:
            self._keep_refused(change.command, change)
        elif not is_again:
            self._forget(change.command)

    def keep(self, command: Command) -> None:
        """Keep a line that could not be asked for: it can still be said or thought, or written later."""
        self._keep_asked(Kept(command, self._playing(), words_of(command), prompt="unsaid"))

    def keep_unnamed(self, command: Command) -> None:
        """Keep a line in which an @ names nobody, instead of one kept so before: asked again it goes."""
        self.words.put([one for one in self.words if one.prompt != "unnamed"])
        self._keep_asked(Kept(command, self._playing(), words_of(command), prompt="unnamed"))

    def keep_answer(self, command: Command) -> None:
        """Keep a line that may have been meant as an answer: asked again it goes."""
        self._keep_asked(Kept(command, self._playing(), words_of(command), prompt="answer"))

    def keep_typed(self, line: str, why: str) -> None:
        """Keep a line as it was typed, that cannot be asked for and `why`: it is too long, or unclear."""
        self._keep_asked(Kept(None, self._playing(), line, why, "typed"))

    def _keep_asked(self, kept: Kept) -> None:
        self.words.add(kept)
        self._prompt = kept.prompt

    def take_unsaid(self) -> str:
        """The oldest line that can still be said or thought, once; empty if there is none."""
        found = [one for one in self._own(self.words) if one.prompt == "unsaid"]
        if not found:
            return ""
        self.words.remove(found[0])
        return found[0].text

    @property
    def next(self) -> Kept | None:
        """What is taken next: what was asked about last, the oldest words, or what was refused last."""
        own = self._own(self.words)
        asked = [one for one in own if one.prompt and one.prompt == self._prompt]
        return next(iter((*asked, *own, *self._own(self._wordless))), None)

    def take(self) -> Kept:
        """That, once; Unclear if there is nothing, or only what was meant as another."""
        found = self.next
        if found is not None:
            (self.words if found in self.words else self._wordless).remove(found)
            return found
        if [*self.words] or self._wordless:
            raise Unclear(_AS_ANOTHER)
        raise Unclear("Nothing was refused that could be asked for again.")

    def forget_all(self) -> int:
        """Forget all words that are kept, of those meant as whom one plays; how many they were."""
        own = self._own(self.words)
        self.words.put([one for one in self.words if one not in own])
        return len(own)

    def _own(self, kept: Iterable[Kept]) -> list[Kept]:
        return [one for one in kept if one.persona in ("", self._playing())]

    def _keep_refused(self, command: Command, change: Change) -> None:
        """What is refused again stands behind the rest: it may never be done, and must not bar the way."""
        text = words_of(command)
        if not text:
            self._wordless = [Kept(command, change.persona, text)]
        elif change.code == "too_long":
            self.words.add(Kept(None, change.persona, text, change.text))
        else:
            self.words.add(Kept(command, change.persona, text))

    def _forget(self, command: Command | None) -> None:
        """What was typed anew and done need not be asked for again."""
        same = next((one for one in self.words if command is not None and _is_said_by(command, one)), None)
        if same is not None:
            self.words.remove(same)
        self._wordless = [one for one in self._wordless if not _settles(command, one.command)]


def _is_said_by(done: Command, kept: Kept) -> bool:
    """Whether what is kept has been said: the same was asked for, or what was typed ends in these words."""
    words = words_of(done)
    return kept.text.endswith(f" {words}") if words and kept.command is None else kept.command == done


def _settles(done: Command | None, refused: Command | None) -> bool:
    """Whether what was refused is done by now: the same was, or somebody else was taken instead."""
    return done == refused or (isinstance(done, TakePersona) and isinstance(refused, TakePersona))
