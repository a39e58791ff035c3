"""Says what somebody wrote, or how it went, and of removed words whose they were to the reviewer alone."""

from dataclasses import dataclass

from goodpath_core.play.moderation import REMOVED
from goodpath_core.play.passed_on import passed_on
from goodpath_core.play.state import Post, Response
from goodpath_review.scene import Scene


@dataclass(frozen=True, slots=True)
class StandingWords:
    """The words of a session as they are at its end."""

    scene: Scene
    """After the last event."""
    private: bool
    """Whether it is the reviewer who reads them."""

    def of(self, seq: int, text: str) -> str:
        """What an event said, or how its words went; empty where it had none."""
        return text or self.scene.gone.get(seq, "")

    def withheld(self) -> frozenset[int]:
        """Events of which the class is not told who wrote them: the teacher removed their words."""
        removed = (seq for seq, how in self.scene.gone.items() if how == REMOVED)
        return frozenset() if self.private else frozenset(removed)

    def comments(self, response: Response) -> list[tuple[str, str]]:
        """Words under a thing as (whose, text); nobody's name where that is not told."""
        withheld, said = self.withheld(), response.comments
        return [
            ("" if seq in withheld else self.scene.voice(by), self.of(seq, text)) for seq, by, text in said
        ]

    def passed_on(self, post: Post) -> list[tuple[str, str]]:
        """What a post passes on, as (whose, its words or how they went); no words for a picture."""
        told = [(one, self.of(one.seq, "")) for one in passed_on(self.scene.world.pages, post)]
        return [(self.scene.voice(one.owner), f"“{one.text}”" if one.text else gone) for one, gone in told]
