"""The copy of a seat that is given a persona of another cell: nothing of the old cell, nothing half."""

from client.test_store import connected
from goodpath_core.play.seats import HandOver, Observe, OpenSeat
from town import SERVER, TEACHER, Town


def test_a_seat_that_moves_to_another_cell_keeps_its_copy_as_it_is_until_the_new_one_has_come() -> None:
    town = Town(2)
    town.play("1/yuting", "2/yuting")
    town.do(OpenSeat(), SERVER)
    one = connected(town, 3)
    before = set(one.store.world.persons)
    town.do(HandOver(persona="2/ming", seat=3), TEACHER)
    one.send()
    one.arrive(len(one.on_the_way))
    assert one.store.stale
    assert (one.store.cell, one.store.me, set(one.store.world.persons)) == (1, "", before)
    one.catch_up()
    assert (one.store.cell, one.store.me, one.store.role) == (2, "2/ming", "student")
    assert one.store.my_person is not None and "1/ming" not in one.store.world.persons


def test_who_was_moved_while_away_needs_another_copy_also_where_they_watch_as_before() -> None:
    town = Town(2)
    town.play("1/yuting", "2/yuting")
    town.do(OpenSeat(), SERVER)
    town.do(Observe(), town.seat(3))
    one = connected(town, 3)
    town.do(HandOver(persona="2/ming", seat=3), TEACHER)
    town.do(Observe(), town.seat(3))
    one.join()
    assert one.store.stale
    one.catch_up()
    assert (one.store.cell, one.store.role, one.store.me) == (2, "observer", "")
    assert set(one.store.world.persons) == {"2/yuting", "2/chunmei", "2/ming"}
