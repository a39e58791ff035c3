"""Who of the connected may see what: by cell, seat and sight, and never by what was true before."""

from goodpath_core.play.sight import Scope, Viewer
from goodpath_server.audience import Audience, by_sight
from goodpath_server.member import Member
from goodpath_server.outbox import Outbox
from hall import ListTransport
from town import Town

CELL_1, CELL_2, TOWN = Scope("cell", 1, ""), Scope("cell", 2, ""), Scope("cell", 0, "")


def member(viewer: Viewer) -> Member:
    transport = ListTransport()
    outbox = Outbox(transport, transport.push, lambda: 0.0)
    return Member(outbox, lambda closing: None, viewer, "x", None)


def present(*viewers: Viewer) -> tuple[Audience, list[Member]]:
    audience, members = Audience(), [member(viewer) for viewer in viewers]
    for one in members:
        audience.add(one)
    return audience, members


def test_what_happens_in_a_cell_is_for_that_cell_and_the_teacher_and_the_towns_for_all() -> None:
    audience, (one, two, watcher, teacher) = present(
        Viewer("student", 1, 1, "1/yuting"),
        Viewer("student", 2, 2, "2/yuting"),
        Viewer("observer", 3, 2),
        Viewer("teacher"),
    )
    world = Town(cells=2).world
    assert audience.of(world, CELL_1) == {one, teacher}
    assert audience.of(world, CELL_2) == {two, watcher, teacher}
    assert audience.of(world, TOWN) == {one, two, watcher, teacher}
    assert audience.of(world, Scope("teacher", 1, "")) == {teacher}
    assert (set(audience.in_cell(1)), set(audience.in_cell(2))) == ({one}, {two, watcher})


def test_what_is_for_named_people_or_a_seat_is_found_whatever_cell_it_is_said_to_be_in() -> None:
    audience, (one, two) = present(
        Viewer("student", 1, 1, "1/yuting"),
        Viewer("student", 2, 2, "2/yuting"),
    )
    world = Town(cells=2).world
    assert audience.of(world, Scope("people:2/yuting", 1, "")) == {two}
    assert audience.of(world, Scope("seat:1", 2, "")) == {one}


def test_the_town_s_group_reaches_its_members_in_every_cell() -> None:
    audience, (one, two, _) = present(
        Viewer("student", 1, 1, "1/yuting"),
        Viewer("student", 2, 2, "2/ming"),
        Viewer("student", 3, 2),
    )
    assert audience.of(Town(cells=2).world, Scope("room", 0, "0/fair")) == {one, two}


def test_an_old_connection_that_goes_does_not_take_the_seat_from_the_new_one() -> None:
    viewer = Viewer("student", 1, 1, "1/yuting")
    audience, (old, new) = present(viewer, viewer)
    audience.discard(old)
    assert audience.seat(1) is new
    assert audience.of(Town().world, CELL_1) == {new}
    audience.discard(new)
    assert audience.seat(1) is None
    assert audience.members == set()


def test_what_was_worked_out_is_kept_until_it_is_to_be_forgotten() -> None:
    town, (audience, (one,)) = Town(), present(Viewer("student", 1, 1, "1/ming"))
    kitchen = Scope("room", 1, "1/kitchen")
    assert audience.of(town.world, kitchen) == set()
    town.world.rooms["1/kitchen"].members += ("1/ming",)
    assert audience.of(town.world, kitchen) == set()
    audience.forget()
    assert audience.of(town.world, kitchen) == {one}


def test_members_are_put_together_by_all_that_they_may_see_in_the_order_asked() -> None:
    audience, (yuting, ming, chunmei, teacher) = present(
        Viewer("student", 1, 1, "1/yuting"),
        Viewer("student", 2, 1, "1/ming"),
        Viewer("student", 3, 1, "1/chunmei"),
        Viewer("teacher"),
    )
    kitchen, line3 = Scope("room", 1, "1/kitchen"), Scope("room", 1, "1/line3")
    assert by_sight(Town().world, audience, (kitchen, line3)) == {
        (kitchen, line3): {yuting, teacher},
        (line3,): {ming},
        (kitchen,): {chunmei},
    }
