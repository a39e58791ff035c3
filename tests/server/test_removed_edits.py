"""What edits say no longer, for who comes back and in the state."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from face_edits import FACE_EDITS
from goodpath_core.errors import Refused
from goodpath_core.play.bounds import CLASS
from goodpath_core.play.control import StartWorld
from goodpath_core.play.hidden_faces import HideFace, WrittenPart
from goodpath_core.play.profile import EditPage, PageEdited
from goodpath_core.play.registry import decide
from goodpath_core.wire.codec import event_from, unpack
from goodpath_server.archive import Archive, kept_of
from town import TEACHER, Town, one_phase

PAGE = "1/yuting"


class Evening:
    """A page whose state keeps four versions, and the archive of all that happened."""

    def __init__(self) -> None:
        self.town = Town(1, one_phase(), CLASS._replace(versions=4))
        self.town.play(PAGE)
        self.town.do(StartWorld(), TEACHER)
        self.archive, self.told = Archive(), 0
        self.tell()

    def tell(self) -> None:
        """The archive keeps what has happened meanwhile."""
        for event in self.town.events[self.told :]:
            self.archive.add(event, kept_of(event))
        self.told = len(self.town.events)

    def edit(self, number: int) -> None:
        self.town.do(EditPage.model_validate(FACE_EDITS[number]), self.town.player(PAGE))

    def hide(self, number: int) -> None:
        """Remove what a version has, the newest for 0."""
        versions = [event.seq for event in self.town.events if isinstance(event.fact, PageEdited)] or [1]
        part: WrittenPart = "music" if number == 2 else "signature"
        command = HideFace(page=PAGE, part=part, version=versions[-1 - number % len(versions)])
        now = self.town.now._replace(past=self.archive)
        for draft in decide(self.town.world, command, TEACHER, now):
            self.town.apply(draft, "teacher")


@pytest.mark.no_cover
@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5)), max_size=30))
def test_what_is_kept_for_who_comes_back_says_of_a_face_what_the_edits_still_say(
    deeds: list[tuple[bool, int]],
) -> None:
    evening = Evening()
    for edits, number in deeds:
        with suppress(Refused):
            (evening.edit if edits else evening.hide)(number)
        evening.tell()
    blobs = [event_from(unpack(one.blob)) for one in evening.archive.after(0)]
    kept = {event.seq: event.fact for event in blobs if event}
    still = evening.archive.edits.still_said
    edited = [event for event in evening.town.events if isinstance(event.fact, PageEdited)]
    assert [kept[event.seq] for event in edited] == [still(event).fact for event in edited]
    gone = {seq for seq, part in evening.archive.edits.all_gone() if part == "signature"}
    versions = evening.town.world.pages[PAGE].versions
    assert [one.seq for one in versions if one.signature and one.seq in gone] == []
