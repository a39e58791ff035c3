"""Who may see what."""

import pytest

from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.narration import SpeakAsNpc
from goodpath_core.play.offline import Think
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.sight import Scope, Viewer, may_read_room, scope_of, sees, visible
from goodpath_core.play.state import Album, World
from town import TEACHER, Town, lobby, one_phase, playing

PRIVATE = "private:1/chunmei+1/yuting"
YUTING = Viewer("student", 1, 1, "1/yuting")
CHUNMEI = Viewer("student", 2, 1, "1/chunmei")
MING = Viewer("student", 3, 1, "1/ming")
UNDECIDED = Viewer("student", 5, 1)
WATCHER = Viewer("observer", 4, 1)
STRANGER = Viewer("student", 6, 2, "2/yuting")
FAR_WATCHER = Viewer("observer", 9, 2)
BOSS = Viewer("teacher")
ALL = (YUTING, CHUNMEI, MING, UNDECIDED, WATCHER, STRANGER, FAR_WATCHER, BOSS)


def two_cells() -> World:
    town = Town(2, one_phase())
    town.play("1/yuting", "2/yuting", "1/chunmei")
    town.world.session.stage, town.world.phase.allow.chat = "playing", True
    town.world.persons["1/yuting"].place = "phone"
    town.do(PostMessage(room=PRIVATE, text="psst"), town.player("1/yuting"))
    town.do(SpeakAsNpc(npc="lele", room="private:1/ming+npc:lele", text="hello"), TEACHER)
    return town.world


@pytest.mark.parametrize(
    ("scope", "seen_by"),
    [
        (Scope("all", 0, ""), ALL),
        (Scope("cell", 1, ""), (YUTING, CHUNMEI, MING, UNDECIDED, WATCHER, BOSS)),
        (Scope("cell", 0, ""), ALL),
        (Scope("room", 1, "1/line3"), (YUTING, MING, WATCHER, BOSS)),
        (Scope("room", 0, "0/fair"), (YUTING, CHUNMEI, MING, WATCHER, STRANGER, FAR_WATCHER, BOSS)),
        (Scope("room", 1, "1/nowhere"), (BOSS,)),
        (Scope("room", 1, PRIVATE), (YUTING, CHUNMEI, BOSS)),
        (Scope("people:1/yuting,npc:lele", 1, ""), (YUTING, BOSS)),
        (Scope("people:", 1, ""), (BOSS,)),
        (Scope("seat:1", 1, ""), (YUTING, BOSS)),
        (Scope("teacher", 1, ""), (BOSS,)),
    ],
)
def test_a_scope_is_seen_by_exactly_these(scope: Scope, seen_by: tuple[Viewer, ...]) -> None:
    world = two_cells()
    assert tuple(viewer for viewer in ALL if sees(world, viewer, scope)) == seen_by


@pytest.mark.parametrize(
    ("room", "read_by"),
    [
        ("1/line3", (YUTING, MING, WATCHER, BOSS)),
        ("0/fair", (YUTING, CHUNMEI, MING, WATCHER, STRANGER, FAR_WATCHER, BOSS)),
        (PRIVATE, (YUTING, CHUNMEI, BOSS)),
        ("private:1/ming+npc:lele", (MING, BOSS)),
        ("private:1/ming+1/yuting", (YUTING, MING, BOSS)),
        ("1/nowhere", (BOSS,)),
        ("private:", (BOSS,)),
        ("", (BOSS,)),
    ],
)
def test_a_history_is_read_by_exactly_these(room: str, read_by: tuple[Viewer, ...]) -> None:
    world = two_cells()
    assert tuple(viewer for viewer in ALL if may_read_room(world, viewer, room)) == read_by


def test_the_whole_is_for_the_teacher_but_without_the_scenario() -> None:
    world = two_cells()
    assert visible(world, BOSS) == world
    assert visible(world, BOSS).scenario is None


def test_a_viewer_has_the_own_seat_phone_sockets_and_rooms_and_the_cells_pages() -> None:
    town = lobby()
    town.world.seats[1].here = True
    own = visible(town.world, YUTING)
    assert [*own.seats] == [1]
    assert not own.seats[1].here
    assert [person.phone is not None for person in own.persons.values()] == [True, False, False]
    assert [*own.rooms] == ["0/fair", "1/line3", "1/kitchen"]
    assert [*own.pages] == ["1/yuting", "1/chunmei", "1/ming"]
    assert own.scenario is None
    nobody = visible(town.world, Viewer("student", 99, 1))
    assert (nobody.seats, nobody.rooms, nobody.sockets) == ({}, {}, {})


def test_what_only_the_teacher_knows_of_the_script_is_in_nobody_elses_copy() -> None:
    town = playing()
    town.wait(70)
    town.tick()
    assert town.world.fired
    assert visible(town.world, YUTING).fired == {}
    assert visible(town.world, BOSS).fired == town.world.fired


def test_the_scope_of_an_event_is_its_audience_where_it_happened() -> None:
    town = playing(one_phase())
    town.do(PostMessage(room="1/line3", text="hello"), town.player("1/yuting"))
    assert scope_of(town.events[-1]) == Scope("room", 1, "1/line3")


def test_a_thought_belongs_to_its_seat_and_a_closed_album_shows_others_only_its_name() -> None:
    town = playing(one_phase())
    by = town.player("1/yuting")
    town.do(ArrangeAlbum(album="own", name="Lamps", cards=("lamp",), visible_to="me"), by)
    town.do(PutPhoneDown(), by)
    town.do(Think(text="quiet"), by)
    mine, other = visible(town.world, YUTING), visible(town.world, MING)
    assert [line.text for line in mine.journal] == ["quiet"]
    assert other.journal == []
    assert mine.pages["1/yuting"].albums["own"] == Album("Lamps", ("lamp",), "me")
    assert other.pages["1/yuting"].albums["own"] == Album("Lamps", (), "me")
    assert [line.text for line in visible(town.world, YUTING._replace(seat=5)).journal] == []
