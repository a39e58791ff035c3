"""What each kind of inject does."""

import pytest

from goodpath_core.play.actions import drafts_of, group_id, is_for_town, newest_thing
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.event import Draft, Now
from goodpath_core.play.messages import MessagePosted, NoticeSet
from goodpath_core.play.narration import Narrated
from goodpath_core.play.offline import RoomChanged
from goodpath_core.play.phone import PhoneChanged
from goodpath_core.play.places import PlaceChanged
from goodpath_core.play.posts import PublishPost, RemovePost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import CommentWritten, ThingLiked
from goodpath_core.play.visits import StrangersCame
from goodpath_core.scenario.actions import (
    Action,
    MoveTo,
    Narrate,
    Notice,
    PhoneChange,
    RoomChange,
    Say,
    Visitors,
    Whisper,
)
from town import OPEN, Town, at, one_phase, playing

CASES: list[tuple[str, Action, list[Draft]]] = [
    (
        "a notice in a persona's group by the narrator: nobody speaks as a persona but its player",
        Notice("line3", "Overtime.", ""),
        [Draft(NoticeSet(text="Overtime."), "room", 1, "narrator", "1/line3")],
    ),
    (
        "a notice in the town by an NPC",
        Notice("fair", "Nine.", "lele"),
        [Draft(NoticeSet(text="Nine."), "room", 0, "npc:lele", "0/fair")],
    ),
    (
        "an NPC's line",
        Say("line3", "zhou", "Hurry."),
        [Draft(MessagePosted(text="Hurry."), "room", 1, "npc:zhou", "1/line3")],
    ),
    (
        "a whisper",
        Whisper("yuting", "lele", "hungry"),
        [
            Draft(
                MessagePosted(text="hungry"),
                "people:1/yuting,npc:lele",
                1,
                "npc:lele",
                "private:1/yuting+npc:lele",
            )
        ],
    ),
    (
        "strangers who like and leave a word",
        Visitors(("yuting",), "", 60, 9, "abroad?"),
        [
            Draft(StrangersCame(count=60), "people:1/yuting", 1, "", "1/yuting"),
            Draft(ThingLiked(thing="post:9", strangers=9), "cell", 1, "", "1/yuting"),
            Draft(CommentWritten(thing="post:9", text="abroad?"), "cell", 1, "stranger", "1/yuting"),
        ],
    ),
    (
        "an NPC who only looks, at a page of which nothing is known",
        Visitors(("ming",), "lele", 1, 0, ""),
        [Draft(StrangersCame(count=1), "people:1/ming", 1, "npc:lele", "1/ming")],
    ),
    (
        "an NPC's word",
        Visitors(("yuting",), "lele", 1, 0, "oh"),
        [
            Draft(StrangersCame(count=1), "people:1/yuting", 1, "npc:lele", "1/yuting"),
            Draft(CommentWritten(thing="post:9", text="oh"), "cell", 1, "npc:lele", "1/yuting"),
        ],
    ),
    (
        "an NPC who likes because all like who came",
        Visitors(("yuting",), "lele", 3, 3, ""),
        [
            Draft(StrangersCame(count=3), "people:1/yuting", 1, "npc:lele", "1/yuting"),
            Draft(ThingLiked(thing="post:9"), "cell", 1, "npc:lele", "1/yuting"),
            Draft(ThingLiked(thing="post:9", strangers=2), "cell", 1, "", "1/yuting"),
        ],
    ),
    (
        "likes of those who came along with an NPC",
        Visitors(("yuting",), "lele", 3, 2, ""),
        [
            Draft(StrangersCame(count=3), "people:1/yuting", 1, "npc:lele", "1/yuting"),
            Draft(ThingLiked(thing="post:9", strangers=2), "cell", 1, "", "1/yuting"),
        ],
    ),
    (
        "rooms change",
        RoomChange(("yuting", "ming"), "Dark."),
        [
            Draft(RoomChanged(persona="1/yuting", text="Dark."), "people:1/yuting", 1, "1/yuting"),
            Draft(RoomChanged(persona="1/ming", text="Dark."), "people:1/ming", 1, "1/ming"),
        ],
    ),
    (
        "a phone changes, megabytes become kilobytes",
        PhoneChange(("ming",), battery=9, data_mb=3, text="Found."),
        [
            Draft(
                PhoneChanged(persona="1/ming", battery=9, data_kb=3000, text="Found."),
                "people:1/ming",
                1,
                "1/ming",
            )
        ],
    ),
    (
        "a phone changes in all but its data",
        PhoneChange(("ming",), balance_yuan=1, model="old", camera="none"),
        [
            Draft(
                PhoneChanged(persona="1/ming", balance_yuan=1, model="old", camera="none"),
                "people:1/ming",
                1,
                "1/ming",
            )
        ],
    ),
    ("the narrator to the cell", Narrate("Rain."), [Draft(Narrated(text="Rain."), "cell", 1, "narrator")]),
    (
        "the narrator to some",
        Narrate("Hush.", ("ming",)),
        [Draft(Narrated(text="Hush.", to=("1/ming",)), "people:1/ming", 1, "narrator")],
    ),
    (
        "a move with words",
        MoveTo(("ming",), "shift", "The bell."),
        [
            Draft(PlaceChanged(persona="1/ming", place="shift", rule="shift"), "cell", 1, "1/ming"),
            Draft(Narrated(text="The bell.", to=("1/ming",)), "people:1/ming", 1, "narrator"),
        ],
    ),
    (
        "a silent move into freedom",
        MoveTo(("ming",), "free", ""),
        [Draft(PlaceChanged(persona="1/ming", place="phone", rule="free"), "cell", 1, "1/ming")],
    ),
]


@pytest.mark.parametrize(("action", "drafts"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_action_becomes_events(action: Action, drafts: list[Draft]) -> None:
    town = playing()
    assert drafts_of(town.world, (action,), 1, Now(town.wall_ms, 0.999)) == drafts
    for draft in drafts:
        town.apply(draft, "script")


def test_a_notice_in_the_group_of_an_npc_is_the_owners() -> None:
    town = playing()
    town.world.rooms["1/line3"].owner = "npc:zhou"
    (draft,) = drafts_of(town.world, (Notice("line3", "Overtime.", ""),), 1, town.now)
    assert draft.voice == "npc:zhou"


def test_a_line_and_visitors_for_somebody_nobody_plays_go_to_the_next_who_is_played() -> None:
    town = Town(1)
    town.play("1/ming")
    (line,) = drafts_of(town.world, (Whisper("yuting", "lele", "hungry"),), 1, town.now)
    assert (line.room, line.audience) == ("private:1/ming+npc:lele", "people:1/ming,npc:lele")
    (came,) = drafts_of(town.world, (Visitors(("yuting", "chunmei"), "", 3, 0, ""),), 1, town.now)
    assert came.room == "1/ming"


@pytest.mark.parametrize(
    ("dice", "page"), [(0.0, "1/yuting"), (0.49, "1/yuting"), (0.5, "1/chunmei"), (0.99, "1/chunmei")]
)
def test_visitors_drawn_by_lot_come_to_a_page_that_shows_a_picture(dice: float, page: str) -> None:
    town = playing()
    town.do(ArrangeAlbum(cards=("stove",)), town.player("1/chunmei"))
    everybody = Visitors(("ming", "yuting", "chunmei"), "", 3, 0, "")
    (came,) = drafts_of(town.world, (everybody,), 1, Now(town.wall_ms, dice))
    assert came.room == page


@pytest.mark.parametrize("dice", [0.0, 0.99])
def test_where_no_page_shows_a_picture_visitors_come_to_one_with_words_and_only_then_to_any(
    dice: float,
) -> None:
    town, both = playing(), Visitors(("ming", "chunmei"), "", 3, 0, "")
    now = Now(town.wall_ms, dice)
    town.do(ArrangeAlbum(cards=("stove",), visible_to="me"), town.player("1/chunmei"))
    (came,) = drafts_of(town.world, (both,), 1, now)
    assert came.room == "1/chunmei", "of the two only she has a name on the phone"
    town.world.pages["1/chunmei"].face.nickname = ""
    (came,) = drafts_of(town.world, (both,), 1, now)
    assert came.room == ("1/chunmei" if dice else "1/ming")
    town.do(EditPage(signature="Up late."), town.player("1/ming"))
    (came,) = drafts_of(town.world, (both,), 1, now)
    assert came.room == "1/ming"
    town.do(EditPage(signature=""), town.player("1/ming"))
    town.do(PublishPost(text="Hot."), town.player("1/chunmei"))
    (came,) = drafts_of(town.world, (both,), 1, now)
    assert came.room == "1/chunmei"


def test_a_key_means_the_cells_own_group_and_the_towns_group_for_all() -> None:
    world = Town(2).world
    assert [group_id(world, key, 2) for key in ("line3", "fair")] == ["2/line3", "0/fair"]


def test_the_newest_thing_is_a_post_then_a_picture_then_the_page_and_never_hidden() -> None:
    town = playing()
    by, page = town.player("1/yuting"), town.world.pages["1/yuting"]
    town.do(PublishPost(text="secret", visible_to="me"), by)
    assert newest_thing(page) == "post:9"
    town.do(RemovePost(post=9), by)
    assert newest_thing(page) == "page"
    town.do(ArrangeAlbum(cards=("lamp", "bus")), by)
    town.do(ArrangeAlbum(album="own", cards=("stove",), visible_to="me"), by)
    assert newest_thing(page) == "card:bus"


def test_an_npc_likes_a_thing_once() -> None:
    town = playing()
    for _ in range(2):
        for draft in drafts_of(town.world, (Visitors(("yuting",), "lele", 1, 1, ""),), 1, town.now):
            town.apply(draft, "script")
    response = town.world.pages["1/yuting"].responses["post:9"]
    assert (response.likes, response.strangers) == (["1/chunmei", "npc:lele"], 0)


def test_an_npc_that_comes_twice_in_one_inject_likes_a_thing_once_and_strangers_each_time() -> None:
    visits = Visitors(("yuting",), "lele", 3, 3, ""), Visitors(("yuting",), "lele", 4, 4, "again")
    town = playing(one_phase(OPEN, at("only-1", 60, *visits)))
    town.wait(60)
    happened = [draft.fact for draft in town.tick()]
    response = town.world.pages["1/yuting"].responses["post:9"]
    assert (response.likes, response.strangers) == (["1/chunmei", "npc:lele"], 5)
    assert [fact.count for fact in happened if isinstance(fact, StrangersCame)] == [3, 4]


def test_two_npcs_and_two_pages_in_one_inject_are_liked_each() -> None:
    visits = [Visitors((page,), npc, 1, 1, "") for page in ("yuting", "ming") for npc in ("lele", "zhou")]
    town = playing(one_phase(OPEN, at("only-1", 60, *visits)))
    town.wait(60)
    town.tick()
    pages = town.world.pages
    assert pages["1/yuting"].responses["post:9"].likes == ["1/chunmei", "npc:lele", "npc:zhou"]
    assert pages["1/ming"].responses["page"].likes == ["npc:lele", "npc:zhou"]


@pytest.mark.parametrize(
    ("action", "for_town"),
    [
        (Say("fair", "zhou", "Hurry."), True),
        (Notice("fair", "Nine.", ""), True),
        (Say("line3", "zhou", "Hurry."), False),
        (Narrate("It rains."), False),
    ],
    ids=["a line for the town", "a notice for the town", "a line for the cell", "no group at all"],
)
def test_what_is_said_in_the_group_of_the_town_is_for_the_town(action: Action, for_town: bool) -> None:
    assert is_for_town(Town(2).world, action) == for_town
