"""The question before the start tells what is still lacking, and names nobody who asked to stop."""

from goodpath_client.store import Store
from goodpath_client.teacher.seat_rows import Known
from goodpath_client.teacher.who_is_here import who_is_here
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.seats import MarkHere, Observe, OpenSeat, TakePersona
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.view import view
from town import SERVER, Town, scenario


def test_who_still_reads_the_briefing_is_told_while_they_are_here() -> None:
    town, store = Town(3), Store()
    for number in (1, 2, 3):
        town.do(OpenSeat(robot=number == 3), SERVER)
        town.do(MarkHere(seat=number, here=True), SERVER)
    town.do(ReadBriefing(), town.seat(1))
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    assert "3 of 3 here. 1 seat still reads the briefing." in who_is_here(store, {})
    town.do(MarkHere(seat=2, here=False), SERVER)
    assert "briefing" not in who_is_here(store, {})


def test_it_says_how_many_personas_are_played_and_wanted() -> None:
    town, store = Town(2), Store()
    town.play("1/ming", "2/ming", "1/yuting")
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    assert who_is_here(store, {}).endswith(
        "1 of 3 personas is played in cell 2, the scenario wants 2 at least; fewer leave pages empty. "
        "A new session with --cells 1 has room for all 3."
    )
    town.play("2/yuting")
    words = " 4 of 6 personas are played in 2 cells; each has the 2 that the scenario wants at least."
    assert who_is_here(store, {}).endswith(words)


def test_where_one_of_two_cells_stands_empty_the_other_is_named() -> None:
    town, store = Town(2), Store()
    for seat, persona in ((1, "1/ming"), (2, "1/yuting")):
        town.do(OpenSeat(cell=1), SERVER)
        town.do(TakePersona(persona=persona), town.seat(seat))
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    words = "2 of 3 personas are played in cell 1, the scenario wants 2 at least."
    assert who_is_here(store, {}).endswith(words)


def test_every_cell_with_too_few_is_named_and_so_is_how_few_cells_would_hold_all() -> None:
    town, store = Town(2), Store()
    town.play("1/ming", "2/ming")
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    assert who_is_here(store, {}).endswith(
        "1 of 3 personas is played in cell 1, 1 of 3 in cell 2, the scenario wants 2 at least; "
        "fewer leave pages empty. A new session with --cells 1 has room for all 2."
    )
    for seat, persona in ((3, "1/yuting"), (4, "1/chunmei")):
        town.do(OpenSeat(cell=1), SERVER)
        town.do(TakePersona(persona=persona), town.seat(seat))
    assert who_is_here(store, {}).endswith(
        "1 of 3 personas is played in cell 2, the scenario wants 2 at least; fewer leave pages empty."
    )


def test_it_names_no_persona_of_who_watches_and_tells_of_a_stop() -> None:
    town, store = Town(1), Store()
    town.play("1/ming", "1/yuting")
    town.do(OpenSeat(), SERVER)
    town.do(Observe(), town.seat(3))
    for number, seat in town.world.seats.items():
        seat.here = True
        town.do(ReadBriefing(), town.seat(number))
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    here, ready = "Start? 3 of 3 here, 1 only watching.", "Everybody who plays has a persona."
    assert who_is_here(store, {}).startswith(f"{here} {ready}")
    town.world.seats[2].stopped_ms = 1
    stop = "STOP is wanted by 1 student and not answered yet."
    assert who_is_here(store, {2: Known("Ben")}).startswith(f"{here} {stop} {ready}")


def test_where_everybody_watches_nobody_is_said_to_have_a_persona() -> None:
    town, store = Town(1), Store()
    town.do(OpenSeat(), SERVER)
    town.do(Observe(), town.seat(1))
    store.world, store.view = town.world, view(scenario(), Viewer("teacher"))
    assert who_is_here(store, {}).startswith("Start? 0 of 1 here, 1 only watching. 0 of 3 personas")
