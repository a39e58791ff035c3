"""Albums: pictures in an order, for everybody or for oneself, and why they were chosen."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from goodpath_core.errors import Refused
from goodpath_core.play.albums import (
    PLAIN_NAME,
    WHOLE,
    AlbumArranged,
    AlbumLocked,
    ArrangeAlbum,
    GiveReason,
    PicturesSwapped,
    ReasonGiven,
    main_album,
    must_fit,
)
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Draft
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.sight import Viewer, visible
from goodpath_core.play.state import Album
from goodpath_core.play.things import cards_on
from goodpath_core.scenario.phases import Allow
from town import OPEN, TEACHER, Town, one_phase, phase, playing, scenario

ME = "people:1/yuting"
OWN = (1, "1/yuting", "1/yuting")


def quiet(swaps: int = -1) -> Town:
    return playing(one_phase(Allow(True, True, True, 3, swaps)))


def counting(allow: Allow) -> Town:
    """A phase in which anything goes and one picture was chosen, and the phase `allow` after it."""
    phases = (phase("choose"), phase("swap", (), allow), phase("again", (), allow))
    town = playing(replace(scenario(), phases=phases))
    town.do(ArrangeAlbum(cards=("stove",)), town.player("1/yuting"))
    town.do(NextPhase(), TEACHER)
    return town


def data_of(town: Town) -> int:
    phone = town.world.persons["1/yuting"].phone
    assert phone is not None
    return phone.data_kb


def test_an_album_is_arranged_for_everybody() -> None:
    town = quiet()
    by, before = town.player("1/yuting"), data_of(town)
    assert town.do(ArrangeAlbum(cards=("stove", "lamp"), name=" My \x07 pictures"), by) == [
        Draft(
            AlbumArranged(album="main", name="My \ufffd pictures", cards=("stove", "lamp"), added=2, shown=2),
            "cell",
            *OWN,
        )
    ]
    assert town.world.pages["1/yuting"].albums == {"main": Album("My \ufffd pictures", ("stove", "lamp"))}
    assert data_of(town) == before - 200


def test_an_album_whose_name_cleans_to_nothing_has_the_plain_one() -> None:
    town = quiet()
    town.do(ArrangeAlbum(cards=("stove",), name="\u200b "), town.player("1/yuting"))
    assert town.world.pages["1/yuting"].albums["main"].name == "My pictures"


def test_a_locked_album_is_known_to_others_but_not_what_it_holds() -> None:
    town = quiet()
    by = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("lamp",), name="Mine"), by)
    assert town.do(ArrangeAlbum(cards=("lamp", "bus"), name="Mine", visible_to="me"), by) == [
        Draft(AlbumLocked(album="main", name="Mine"), "cell", *OWN),
        Draft(
            AlbumArranged(album="main", name="Mine", cards=("lamp", "bus"), visible_to="me", added=1),
            ME,
            *OWN,
        ),
    ]
    others = visible(town.world, Viewer("student", 3, 1, "1/ming")).pages["1/yuting"]
    assert others.albums == {"main": Album("Mine", (), "me")}
    own = visible(town.world, Viewer("student", 1, 1, "1/yuting")).pages["1/yuting"]
    assert own.albums == {"main": Album("Mine", ("lamp", "bus"), "me")}


def test_an_album_that_opens_shows_what_nobody_could_see_before() -> None:
    town = quiet()
    by = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("lamp",)), by)
    town.do(ArrangeAlbum(album="own", cards=("lamp", "bus"), visible_to="me"), by)
    opened = town.do(ArrangeAlbum(album="own", cards=("lamp", "bus")), by)
    cards = ("lamp", "bus")
    assert opened[0].fact == AlbumArranged(album="own", name="My pictures", cards=cards, added=0, shown=1)


def test_only_new_pictures_cost_something() -> None:
    town = quiet()
    by = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("lamp", "bus")), by)
    before = data_of(town)
    for command in (
        ArrangeAlbum(cards=("bus", "lamp")),
        ArrangeAlbum(cards=("bus", "lamp"), visible_to="me"),
        ArrangeAlbum(cards=("bus",), visible_to="me"),
        ArrangeAlbum(cards=("bus",)),
    ):
        town.do(command, by)
        assert data_of(town) == before
    town.do(ArrangeAlbum(cards=("bus", "stove")), by)
    assert data_of(town) == before - 200


def test_a_phase_permits_so_many_pictures_and_so_many_exchanges() -> None:
    town = counting(Allow(True, True, True, 3, 1))
    by = town.player("1/yuting")
    assert town.refused(ArrangeAlbum(cards=("lamp", "neon", "stove", "bus")), by) == "too_many_pictures"
    assert town.refused(ArrangeAlbum(cards=("lamp", "neon", "stove")), by) == "no_swaps"
    assert town.do(ArrangeAlbum(cards=("lamp",)), by) == [
        Draft(
            AlbumArranged(album="main", name="My pictures", cards=("lamp",), added=1, shown=1), "cell", *OWN
        ),
        Draft(PicturesSwapped(count=1), ME, *OWN),
    ]
    assert town.world.pages["1/yuting"].swaps == 1
    assert town.refused(ArrangeAlbum(cards=("neon",)), by) == "no_swaps"


def test_the_pictures_of_all_albums_together_are_those_of_the_page() -> None:
    town = quiet()
    by = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("lamp", "neon")), by)
    assert town.refused(ArrangeAlbum(album="a", cards=("stove", "bus")), by) == "too_many_pictures"
    town.do(ArrangeAlbum(album="a", cards=("stove",)), by)
    for audience in ("all", "me"):
        more = ArrangeAlbum(album="b", cards=("bus",), visible_to=audience)
        assert town.refused(more, by) == "too_many_pictures"
    town.do(ArrangeAlbum(album="b", cards=("stove", "lamp", "neon")), by)
    town.do(ArrangeAlbum(cards=("lamp",)), by)
    assert town.refused(ArrangeAlbum(cards=("lamp", "bus")), by) == "too_many_pictures"
    assert cards_on(town.world.pages["1/yuting"]) == {"lamp", "neon", "stove"}


def test_whose_albums_hold_more_than_a_phase_allows_can_empty_one_after_the_other() -> None:
    town = playing(
        replace(
            scenario(),
            phases=(
                phase("choose", (), Allow(True, True, True, 4, -1)),
                phase("few", (), Allow(True, True, True, 1, -1)),
            ),
        )
    )
    by = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("lamp", "neon")), by)
    town.do(ArrangeAlbum(album="a", cards=("stove", "bus")), by)
    town.do(NextPhase(), TEACHER)
    assert town.refused(ArrangeAlbum(album="a", cards=("stove",)), by) == "too_many_pictures"
    town.do(ArrangeAlbum(album="a", cards=()), by)
    town.do(ArrangeAlbum(cards=("neon",)), by)
    assert cards_on(town.world.pages["1/yuting"]) == {"neon"}


@pytest.mark.parametrize("swaps", [0, 1])
def test_who_has_no_pictures_yet_chooses_all_of_them_where_exchanges_are_counted(swaps: int) -> None:
    town = quiet(swaps)
    by = town.player("1/yuting")
    assert town.refused(ArrangeAlbum(cards=("lamp", "neon", "stove", "bus")), by) == "too_many_pictures"
    first = town.do(ArrangeAlbum(cards=("lamp", "neon", "stove")), by)
    assert [type(draft.fact) for draft in first] == [AlbumArranged]
    assert town.world.pages["1/yuting"].swaps == 0
    bus = ArrangeAlbum(cards=("bus", "neon", "stove"))
    if swaps:
        assert PicturesSwapped(count=1) in [draft.fact for draft in town.do(bus, by)]
    else:
        assert town.refused(bus, by) == "no_swaps"


def test_pictures_in_a_closed_album_are_a_choice_made() -> None:
    town = counting(Allow(True, True, True, 3, 0))
    assert town.refused(ArrangeAlbum(album="own", cards=("bus",)), town.player("1/yuting")) == "no_swaps"


def test_a_closed_page_takes_no_first_choice_either() -> None:
    town = quiet(0)
    town.world.phase.allow = replace(town.world.phase.allow, page=False)
    page = town.world.pages["1/yuting"]
    with pytest.raises(Refused, match="exchanges more"):
        must_fit(town.world, page, "main", ("lamp",))
    assert town.refused(ArrangeAlbum(cards=("lamp",)), town.player("1/yuting")) == "page_closed"


def exchanging(swaps: int, cards: tuple[str, ...] = ("lamp", "neon")) -> Town:
    """A phase of so many exchanges, with three pictures at most; these stand on the page."""
    phases = (phase("choose"), phase("swap", (), Allow(True, True, True, 3, swaps)))
    town = playing(replace(scenario(), phases=phases))
    town.do(ArrangeAlbum(cards=cards), town.player("1/yuting"))
    town.do(NextPhase(), TEACHER)
    return town


def test_where_exchanges_are_counted_as_many_pictures_come_in_as_go_out() -> None:
    town = exchanging(1)
    by = town.player("1/yuting")
    assert town.refused(ArrangeAlbum(cards=("lamp",)), by) == "no_exchange"
    assert town.refused(ArrangeAlbum(cards=("lamp", "neon", "bus")), by) == "no_exchange"
    assert town.do(ArrangeAlbum(cards=("neon", "lamp")), by)
    assert town.do(ArrangeAlbum(cards=("bus", "lamp")), by)
    assert town.world.pages["1/yuting"].swaps == 1


@pytest.mark.parametrize(
    ("cards", "swaps", "words"),
    [
        (("lamp",), 1, "pictures are exchanged: put in as many as you take out; 1 missing."),
        ((), 2, "pictures are exchanged: put in as many as you take out; 2 missing."),
        (("lamp", "neon", "bus"), 1, "pictures are exchanged: take out as many as you put in; 1 too many."),
        (("bus", "lamp", "stove"), 2, "pictures are exchanged: take out as many as you put in; 1 too many."),
        (("lamp",), 0, "more pictures than this phase allows: 0 in all, 0 left."),
        (("lamp", "neon", "bus"), 0, "more pictures than this phase allows: 0 in all, 0 left."),
        (("bus", "stove"), 1, "more pictures than this phase allows: 1 in all, 1 left."),
    ],
)
def test_who_takes_out_more_or_less_than_comes_in_is_told_what_to_do(
    cards: tuple[str, ...], swaps: int, words: str
) -> None:
    town = exchanging(swaps)
    with pytest.raises(Refused) as no:
        must_fit(town.world, town.world.pages["1/yuting"], "main", cards)
    assert no.value.text.endswith(words)


def test_a_picture_of_the_page_that_goes_into_another_album_of_it_is_no_exchange() -> None:
    town = exchanging(1)
    by = town.player("1/yuting")
    town.do(ArrangeAlbum(album="own", cards=("neon",), visible_to="me"), by)
    town.do(ArrangeAlbum(cards=("lamp",)), by)
    assert town.world.pages["1/yuting"].swaps == 0
    assert town.refused(ArrangeAlbum(album="own", cards=("neon", "bus")), by) == "no_exchange"
    town.do(ArrangeAlbum(album="own", cards=("bus",)), by)
    assert town.world.pages["1/yuting"].swaps == 1
    assert cards_on(town.world.pages["1/yuting"], own=True) == {"lamp", "bus"}


def test_who_exchanges_nothing_can_say_why() -> None:
    town = quiet(swaps=1)
    by = town.player("1/yuting")
    assert town.do(GiveReason(card=WHOLE, text="It is whole."), by) == [
        Draft(ReasonGiven(card=WHOLE, text="It is whole."), ME, *OWN)
    ]
    town.do(NextPhase(), TEACHER)
    assert town.world.pages["1/yuting"].reasons == {WHOLE: "It is whole."}


def test_the_next_phase_gives_exchanges_back() -> None:
    town = counting(Allow(True, True, True, 3, 1))
    by = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("lamp",)), by)
    assert town.refused(ArrangeAlbum(cards=("bus",)), by) == "no_swaps"
    town.do(NextPhase(), TEACHER)
    assert town.do(ArrangeAlbum(cards=("bus",)), by)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (ArrangeAlbum(cards=("lamp",)), "no_change"),
        (ArrangeAlbum(cards=("lamp", "lamp")), "card_twice"),
        (ArrangeAlbum(cards=("nothing",)), "not_your_card"),
        (ArrangeAlbum(cards=("lamp",), name="x" * 33), "too_long"),
        (GiveReason(card="nothing", text="x"), "not_your_card"),
        (GiveReason(card="bus", text="x"), "not_on_page"),
        (GiveReason(card="lamp", text="x" * 141), "too_long"),
    ],
)
def test_what_does_not_fit_is_refused(command: ArrangeAlbum | GiveReason, code: str) -> None:
    town = quiet()
    by = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("lamp",)), by)
    assert town.refused(command, by) == code


def test_a_page_holds_six_albums() -> None:
    town = quiet()
    by = town.player("1/yuting")
    for number in range(6):
        town.do(ArrangeAlbum(album=f"a{number}", cards=()), by)
    assert town.refused(ArrangeAlbum(album="a6", cards=()), by) == "too_many_albums"
    assert town.do(ArrangeAlbum(album="a5", cards=("lamp",)), by)


def test_the_wire_bounds_an_album() -> None:
    assert ArrangeAlbum(cards=("x",) * 24)
    for wrong in (
        {"cards": ("x",) * 25},
        {"cards": (), "album": "A"},
        {"cards": (), "album": ""},
        {"cards": (), "album": "a" * 41},
        {"cards": (), "visible_to": "some"},
    ):
        with pytest.raises(ValidationError):
            ArrangeAlbum.model_validate(wrong)


def test_pictures_need_data_or_money() -> None:
    town = quiet()
    by, phone = town.player("1/yuting"), town.world.persons["1/yuting"].phone
    assert phone is not None
    phone.data_kb, phone.balance_yuan = 0, 0
    assert town.refused(ArrangeAlbum(cards=("lamp",)), by) == "no_credit"
    assert town.do(ArrangeAlbum(cards=()), by)


def test_a_reason_is_for_oneself_and_can_be_written_anywhere() -> None:
    town = playing(one_phase(OPEN))
    by = town.player("1/yuting")
    town.do(ArrangeAlbum(cards=("lamp",)), by)
    town.do(PutPhoneDown(), by)
    assert town.do(GiveReason(card="lamp", text=" My \x07 home.\n"), by) == [
        Draft(ReasonGiven(card="lamp", text="My \ufffd home."), ME, *OWN)
    ]
    assert town.world.pages["1/yuting"].reasons == {"lamp": "My \ufffd home."}
    assert visible(town.world, Viewer("student", 3, 1, "1/ming")).pages["1/yuting"].reasons == {}


def test_the_main_album_is_the_one_that_stands_open_and_empty_where_there_is_none() -> None:
    town = quiet()
    by = town.player("1/yuting")
    empty = Album(PLAIN_NAME, (), "all")
    assert (main_album(None), main_album(town.world.pages["1/yuting"])) == (empty, empty)
    town.do(ArrangeAlbum(album="other", name="Rain", cards=("neon",)), by)
    assert main_album(town.world.pages["1/yuting"]) == empty
    town.do(ArrangeAlbum(name="Lamps", cards=("lamp",)), by)
    assert main_album(town.world.pages["1/yuting"]) == Album("Lamps", ("lamp",), "all")
