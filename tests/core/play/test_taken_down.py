"""What the teacher takes down besides pages: words said aloud, opened reasons, names of albums."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodpath_core.play.albums import PLAIN_NAME, WHOLE, ArrangeAlbum, GiveReason, ReasonGiven
from goodpath_core.play.control import EndSession, NextPhase, StartWorld
from goodpath_core.play.debrief import ReasonsOpened
from goodpath_core.play.event import By, Command, Draft, Event, people
from goodpath_core.play.messages import wordless
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.posts import Audience
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.taken_down import (
    AlbumNameHidden,
    HideAlbumName,
    HideReason,
    HideSaid,
    ReasonHidden,
    SaidHidden,
    still_said,
)
from removals import PLAYED, Act, Deed, assert_same_for_who_comes_back, people_town, try_all
from town import TEACHER, Town, one_phase, playing

PAGE, MATE, OTHER = "1/yuting", "1/chunmei", "1/ming"
MINE = ("", PAGE)


def last(town: Town) -> int:
    return town.world.seq


def last_event(town: Town) -> Event:
    return town.events[-1]


def spoken() -> tuple[Town, int]:
    """Yuting has said something in the room; the number of its event."""
    town = playing(one_phase())
    town.do(PutPhoneDown(), town.player(PAGE))
    town.do(SayAloud(text="nasty"), town.player(PAGE))
    return town, last(town)


def debrief() -> Town:
    """The debrief has opened why a lamp was chosen and what was exchanged, and not why a stove was."""
    town = playing(one_phase())
    by = town.player(PAGE)
    town.do(ArrangeAlbum(cards=("lamp",)), by)
    town.do(ArrangeAlbum(album="own", name="Nasty name", cards=("stove",), visible_to="me"), by)
    for card, text in (("lamp", "nasty"), (WHOLE, "nastier"), ("stove", "mine")):
        town.do(GiveReason(card=card, text=text), by)
    town.do(NextPhase(), TEACHER)
    assert town.world.session.stage == "debrief"
    return town


def test_what_was_said_aloud_loses_its_words_and_those_who_heard_it_are_told() -> None:
    town, said = spoken()
    (line,) = [one for one in town.world.journal if one.seq == said]
    assert town.do(HideSaid(line=said), TEACHER) == [
        Draft(SaidHidden(line=said), people(*line.people), line.cell)
    ]
    assert (line.kind, line.voice, line.text) == ("said", PAGE, "")
    assert town.refused(HideSaid(line=said), TEACHER) == "no_such_thing"


def test_thoughts_which_no_classmate_reads_stay() -> None:
    town, _ = spoken()
    town.do(Think(text="nasty"), town.player(PAGE))
    assert town.refused(HideSaid(line=last(town)), TEACHER) == "no_such_thing"


@pytest.mark.parametrize("card", ["lamp", WHOLE])
def test_a_reason_that_was_opened_loses_its_words_and_keeps_its_place(card: str) -> None:
    town = debrief()
    assert town.do(HideReason(page=PAGE, card=card), TEACHER) == [
        Draft(ReasonHidden(card=card), "cell", 1, *MINE)
    ]
    assert town.world.pages[PAGE].reasons[card] == ""
    ming = visible(town.world, Viewer("student", 3, 1, OTHER)).pages[PAGE].reasons
    assert ming[card] == "" and len(ming) == 2
    assert town.refused(HideReason(page=PAGE, card=card), TEACHER) == "no_such_thing"


def test_what_no_classmate_can_read_of_reasons_stays() -> None:
    assert debrief().refused(HideReason(page=PAGE, card="stove"), TEACHER) == "no_such_thing"
    town = playing(one_phase())
    town.do(ArrangeAlbum(cards=("lamp",)), town.player(PAGE))
    town.do(GiveReason(card="lamp", text="nasty"), town.player(PAGE))
    assert town.refused(HideReason(page=PAGE, card="lamp"), TEACHER) == "no_such_thing"


def test_an_album_loses_its_name_and_keeps_its_pictures() -> None:
    town = debrief()
    assert town.do(HideAlbumName(page=PAGE, album="own"), TEACHER) == [
        Draft(AlbumNameHidden(album="own", becomes=PLAIN_NAME), "cell", 1, *MINE)
    ]
    album = town.world.pages[PAGE].albums["own"]
    assert (album.name, album.cards, album.visible_to) == (PLAIN_NAME, ("stove",), "me")
    assert town.refused(HideAlbumName(page=PAGE, album="own"), TEACHER) == "no_words"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (HideSaid(line=1), "no_such_thing"),
        (HideReason(page="1/nobody", card="lamp"), "no_such_page"),
        (HideReason(page=OTHER, card="lamp"), "no_such_thing"),
        (HideAlbumName(page="", album="main"), "no_such_page"),
        (HideAlbumName(page=PAGE, album="none"), "no_words"),
    ],
)
def test_what_is_not_there_cannot_be_removed(command: Command, code: str) -> None:
    assert debrief().refused(command, TEACHER) == code


def test_it_is_possible_after_the_end_when_the_class_can_still_read() -> None:
    town, said = spoken()
    town.do(ArrangeAlbum(name="Nasty name", cards=("lamp",)), town.player(OTHER))
    town.do(EndSession(), TEACHER)
    town.do(HideSaid(line=said), TEACHER)
    town.do(HideAlbumName(page=OTHER, album="main"), TEACHER)
    town = debrief()
    town.do(EndSession(), TEACHER)
    town.do(HideReason(page=PAGE, card="lamp"), TEACHER)


def retold(events: list[Event]) -> list[Event]:
    """The events as they are sent to who comes back: nothing that was removed is said in them."""
    told = list(events)
    for event in events:
        if isinstance(event.fact, SaidHidden):
            at = event.fact.line - 1
            told[at] = told[at]._replace(fact=wordless(told[at].fact))
        for at in range(event.seq - 1):
            told[at] = told[at]._replace(fact=still_said(told[at], event))
    return told


def only(town: Town, kind: str) -> Event:
    """The only event of this kind."""
    (event,) = [one for one in town.events if one.fact.kind == kind]
    return event


def test_of_the_reasons_that_were_opened_only_the_removed_one_is_no_longer_said() -> None:
    town = debrief()
    town.do(HideReason(page=PAGE, card="lamp"), TEACHER)
    opened = only(town, "reasons.opened")
    assert opened.fact == ReasonsOpened(reasons=((PAGE, "lamp", "nasty"), (PAGE, WHOLE, "nastier")))
    assert still_said(opened, last_event(town)) == ReasonsOpened(
        reasons=((PAGE, "lamp", ""), (PAGE, WHOLE, "nastier"))
    )
    given = [one for one in town.events if one.fact.kind == "reason.given"]
    assert [still_said(one, last_event(town)) for one in given] == [
        ReasonGiven(card="lamp", text=""),
        ReasonGiven(card=WHOLE, text="nastier"),
        ReasonGiven(card="stove", text="mine"),
    ]


def test_a_reason_that_was_not_opened_leaves_what_was_opened_as_it_was_said() -> None:
    town = debrief()
    opened = only(town, "reasons.opened")
    for page, card in ((OTHER, "lamp"), (PAGE, "stove")):
        removal = opened._replace(room=page, fact=ReasonHidden(card=card))
        assert still_said(opened, removal) == opened.fact


def test_of_the_names_of_albums_only_the_removed_one_is_no_longer_said() -> None:
    town = debrief()
    town.do(HideAlbumName(page=PAGE, album="own"), TEACHER)
    named = [one for one in town.events if one.fact.kind in ("album.arranged", "album.locked")]
    assert [getattr(one.fact, "name", "") for one in named] == [PLAIN_NAME, "Nasty name", "Nasty name"]
    assert [getattr(still_said(one, last_event(town)), "name", "") for one in named] == [PLAIN_NAME] * 3
    elsewhere = last_event(town)._replace(room=OTHER)
    assert [still_said(one, elsewhere) for one in named] == [one.fact for one in named]


CARDS = ("lamp", "neon", "stove", WHOLE)


def _say(town: Town, page: str, number: int) -> tuple[Command, By]:
    return SayAloud(text=f"rude {number}"), town.player(page)


def _down(town: Town, page: str, number: int) -> tuple[Command, By]:
    return PickUpPhone() if number % 2 else PutPhoneDown(), town.player(page)


def _arrange(town: Town, page: str, number: int) -> tuple[Command, By]:
    audience: Audience = "me" if number % 3 == 0 else "all"
    album = "own" if number % 2 else "main"
    cards = CARDS[number % 3 : 3]
    command = ArrangeAlbum(album=album, name=f"rude {number}", cards=cards, visible_to=audience)
    return command, town.player(page)


def _reason(town: Town, page: str, number: int) -> tuple[Command, By]:
    return GiveReason(card=CARDS[number % 4], text=f"rude {number}" if number % 5 else ""), town.player(page)


def _hide_said(town: Town, page: str, number: int) -> tuple[Command, By]:
    lines = [line.seq for line in town.world.journal if line.kind == "said"] or [0]
    return HideSaid(line=lines[-1 - number % len(lines)]), TEACHER


def _hide_reason(town: Town, page: str, number: int) -> tuple[Command, By]:
    return HideReason(page=page, card=CARDS[number % 4]), TEACHER


def _hide_name(town: Town, page: str, number: int) -> tuple[Command, By]:
    return HideAlbumName(page=page, album="own" if number % 2 else "main"), TEACHER


PLAY: tuple[Act, ...] = (_say, _say, _down, _arrange, _arrange, _reason, _reason, _hide_said, _hide_name)
AFTER: tuple[Act, ...] = (_hide_said, _hide_reason, _hide_reason, _hide_name)


def deeds(acts: tuple[Act, ...]) -> st.SearchStrategy[list[Deed]]:
    return st.lists(
        st.tuples(st.sampled_from(acts), st.sampled_from(PLAYED), st.integers(0, 11)),
        min_size=8,
        max_size=25,
    )


def lively(play: list[Deed], after: list[Deed]) -> Town:
    """A town in which all this is tried."""
    town = people_town(Town(1, one_phase()))
    town.do(StartWorld(), TEACHER)
    try_all(town, play)
    town.do(NextPhase(), TEACHER)
    try_all(town, after)
    return town


@pytest.mark.no_cover
@settings(max_examples=40, deadline=None)
@given(deeds(PLAY), deeds(AFTER))
def test_who_comes_back_at_any_moment_gets_the_same_without_the_words(
    play: list[Deed], after: list[Deed]
) -> None:
    town = lively(play, after)
    assert_same_for_who_comes_back(town, retold(town.events))


def test_such_a_town_removes_everything_that_can_be_removed() -> None:
    order: tuple[Act, ...] = (_arrange, _reason, _hide_name, _down, _say, _hide_said, _down)
    play = [(act, page, number) for number in range(4) for act in order for page in PLAYED]
    after = [(act, page, number) for number in range(4) for act in AFTER for page in PLAYED]
    kinds = {event.fact.kind for event in lively(play, after).events}
    assert kinds >= {"said.hidden", "reason.hidden", "album_name.hidden"}
