"""A line taken back in the town's group was the one of its phase all the same, and who wrote it is told."""

from dataclasses import replace

from client.line_terminal import town_with_ming, yuting
from client.screens.stage import TEACHER, Stage, settle, told
from goodpath_core.play.control import NextPhase
from goodpath_core.play.messages import PostMessage, TakeBackMessage
from town import Town, one_phase, scenario

USED = "It was your one line of this phase in the town's group all the same; write there in the next one."


async def test_in_lines_it_is_said_with_the_taking_back_and_in_no_other_group() -> None:
    async with yuting(town_with_ming()) as me:
        await me.type("/room line", "You are in Line 3")
        await me.type("Soup?", "You: Soup?")
        await me.type("/back", "[Line 3] You took a line back.")
        await me.type("/room fair", "You are in The fair")
        await me.type("I come.", "[The fair] You: I come.")
        await me.type("/back", f"[The fair] You took a line back. {USED}")
        await me.type("I do.", "Not done: In the town's group each person says one line a phase")
        assert sum(USED in line for line in me.printed) == 1


async def test_a_line_of_the_phase_before_leaves_the_line_of_this_phase() -> None:
    (evening,) = one_phase().phases
    town = Town(of=replace(scenario(), phases=(evening, replace(evening, key="night"))))
    town.play("1/ming")
    async with yuting(town) as me:
        await me.type("/room fair", "You are in The fair")
        await me.type("I come.", "[The fair] You: I come.")
        await me.server.do(NextPhase(), TEACHER)
        await me.hear("A new phase begins")
        await me.type("/back", "[The fair] You took a line back.")
        await me.type("I do.", "[The fair] You: I do.")
        assert not [line for line in me.printed if USED in line]


async def test_on_the_screens_it_is_told_in_passing() -> None:
    stage = Stage("apple-phone", "yuting")
    stage.start()
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        for room, many in (("1/line3", 0), ("0/night-market", 1)):
            stage.do(PostMessage(room=room, text="I come."))
            stage.do(TakeBackMessage(room=room, message=stage.store.lines(room)[-1].seq))
            await settle(pilot)
            assert told(app).count(USED) == many
