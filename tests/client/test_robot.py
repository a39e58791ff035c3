"""A robot plays a whole session over a real socket, and the same seed makes the same plans."""

import asyncio
from dataclasses import replace
from random import Random

import pytest

from client.little_server import Ids, LittleServer, until
from goodpath_client import robot_words
from goodpath_client.outbox import Outbox
from goodpath_client.robot import ANSWER_S, RobotReport, play
from goodpath_client.robot_plan import Ground, Step, lay_ground, plan_debrief, plan_phase
from goodpath_core.play.control import EndSession, NextPhase, StartWorld
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.phase_now import Permission, PhaseNow
from goodpath_core.play.safety import SpeakAside
from goodpath_core.play.sight import Viewer
from goodpath_core.scenario.view import view
from town import TEACHER, Town, scenario

RATE = 60.0
OPEN = Permission(chat=True, page=True, visit=True, pictures=3, swaps=-1)


def ground(allow: Permission = OPEN, rule: str = "free", seconds: int = 600, me: str = "1/yuting") -> Ground:
    known = view(scenario(), Viewer("student", 1, 1, me))
    phase = PhaseNow(0, "Evening", seconds, allow=allow)
    return lay_ground(known, me, ("1/line3", "1/kitchen"), phase, rule)


def kinds(steps: list[Step]) -> set[str]:
    return {step.kind for step in steps}


async def play_session(seed: int, noise: bool = False) -> tuple[RobotReport, Town]:
    """A robot and a neighbour play both phases and the debrief; the robot's sleeping moves the clock."""
    town = Town()
    town.play("1/ming")
    async with LittleServer(town, rate=RATE) as server:
        outbox = Outbox(None, Ids())
        link, store = server.link(outbox, role="robot", name="")

        async def sleep(seconds: float) -> None:
            await until(lambda: len(outbox) == 0)
            if noise and town.world.session.stage == "playing":
                await server.do(SpeakAside(room="1/line3", text="Noise."), town.player("1/ming"))
            await server.pass_time(seconds * RATE)

        running = asyncio.create_task(link.run())
        playing = asyncio.create_task(play(link, store, seed=seed, sleep=sleep, persona="yuting"))
        await until(lambda: town.world.persons["1/yuting"].played)
        await server.do(StartWorld(), TEACHER)
        for index in (0, 1):
            await until(lambda index=index: settled(playing, town, index, outbox))  # type: ignore[misc]
            if town.world.phase.index == index and town.world.session.stage == "playing":
                await server.do(NextPhase(), TEACHER)
        await until(lambda: town.world.reflections)
        await server.do(EndSession(), TEACHER)
        report = await playing
        await link.close()
        await running
    return report, town


def settled(playing: "asyncio.Task[RobotReport]", town: Town, index: int, outbox: Outbox) -> bool:
    """Whether nearly all has passed for which a robot plans, as its sleeping moves the clock."""
    played = town.wall_ms - town.world.clock.since_ms
    over = town.world.phase.index > index or town.world.session.stage != "playing"
    return over or (played > town.world.phase.seconds * 750 and len(outbox) == 0)


async def test_a_robot_plays_from_the_persona_to_the_reflection() -> None:
    report, town = await play_session(seed=7)

    assert (report.seat, report.persona) == (2, "1/yuting")
    page = town.world.pages["1/yuting"]
    assert page.face.nickname.split(" ")[0] in robot_words.NAME_HEADS
    assert page.albums["main"].cards
    assert page.reasons
    assert town.world.reflections[0].persona == "1/yuting"
    assert {"take_persona", "edit_page", "arrange_album", "give_reason", "reflect"} <= set(report.counts)
    assert {"put_phone_down", "post_message"} <= set(report.counts)
    assert sum(report.counts.values()) > 25
    assert sum(report.refusals.values()) < sum(report.counts.values()) / 2


@pytest.mark.parametrize("ends", ["the session", "the link"])
async def test_a_robot_that_thinks_for_ever_stops_when_it_is_over(ends: str) -> None:
    town = Town()
    thinking = asyncio.Event()

    async def sleep(seconds: float) -> None:
        thinking.set()
        await asyncio.Event().wait()

    async with LittleServer(town, rate=RATE) as server:
        link, store = server.link(Outbox(None, Ids()), role="robot", name="")
        running = asyncio.create_task(link.run())
        playing = asyncio.create_task(play(link, store, seed=7, sleep=sleep, persona="yuting"))
        await until(lambda: town.world.persons["1/yuting"].played)
        await server.do(StartWorld(), TEACHER)
        await thinking.wait()
        if ends == "the session":
            await server.do(EndSession(), TEACHER)
        else:
            await link.close()
        await until(playing.done)
        report = await playing
        await link.close()
        await running
    assert (report.persona, report.counts) == ("1/yuting", {"take_persona": 1})


async def test_a_sleep_that_fails_is_told() -> None:
    town = Town()

    async def sleep(seconds: float) -> None:
        raise OSError("no clock here")

    async with LittleServer(town, rate=RATE) as server:
        link, store = server.link(Outbox(None, Ids()), role="robot", name="")
        running = asyncio.create_task(link.run())
        playing = asyncio.create_task(play(link, store, seed=7, sleep=sleep, persona="yuting"))
        await until(lambda: town.world.persons["1/yuting"].played)
        await server.do(StartWorld(), TEACHER)
        with pytest.raises(OSError, match="no clock here"):
            await playing
        await link.close()
        await running


async def test_the_same_seed_makes_the_same_plans_whatever_others_do() -> None:
    quiet, _ = await play_session(seed=7)
    noisy, _ = await play_session(seed=7, noise=True)
    other, _ = await play_session(seed=8)

    assert quiet.plan == noisy.plan
    assert quiet.plan != other.plan


@pytest.mark.parametrize(
    ("allow", "never"),
    [
        (Permission(chat=True), {"edit", "arrange", "swap", "post", "visit", "like", "comment", "repost"}),
        (
            Permission(page=True, pictures=3, swaps=-1),
            {"line", "reply", "mention", "whisper", "visit", "like"},
        ),
        (Permission(visit=True), {"line", "reply", "whisper", "edit", "arrange", "post", "swap"}),
        (Permission(), {"line", "edit", "visit", "post", "like", "arrange"}),
    ],
    ids=["chat", "page", "visit", "nothing"],
)
def test_a_plan_keeps_to_what_the_phase_allows(allow: Permission, never: set[str]) -> None:
    for seed in range(20):
        assert not kinds(plan_phase(ground(allow), Random(seed))) & never


def test_the_room_and_the_line_leave_words_and_thoughts() -> None:
    for seed in range(20):
        assert kinds(plan_phase(ground(rule="room"), Random(seed))) <= {"think", "say", "look_around"}
        assert kinds(plan_phase(ground(rule="shift"), Random(seed))) == {"think"}


def test_where_one_may_choose_the_phone_is_put_down_and_picked_up_again() -> None:
    steps = [step.kind for step in plan_phase(ground(), Random(1))]
    assert steps.count("put_down") >= 2
    assert steps.count("pick_up") >= steps.count("put_down")
    assert not kinds(plan_phase(ground(rule="phone"), Random(1))) & {"put_down", "pick_up", "think"}


def test_one_picture_is_exchanged_when_the_phase_asks_for_it() -> None:
    steps = plan_phase(ground(replace(OPEN, swaps=1)), Random(3))
    assert [step.kind for step in steps].count("swap") == 1
    assert "arrange" not in kinds(steps)


def test_a_plan_fits_into_its_phase() -> None:
    for seed in range(20):
        for seconds in (60, 300, 1200):
            assert sum(step.wait for step in plan_phase(ground(seconds=seconds), Random(seed))) < seconds


@pytest.mark.parametrize(("seconds", "planned"), [(40, 20), (80, 40), (300, 240), (1200, 1080)])
def test_a_plan_leaves_room_at_the_end_of_its_phase_for_acts_that_come_late(
    seconds: int, planned: int
) -> None:
    for rule in ("room", "phone", "free"):
        for seed in range(20):
            steps = plan_phase(ground(rule=rule, seconds=seconds), Random(seed))
            assert sum(step.wait for step in steps) <= planned + 0.1 * len(steps)


def test_there_is_enough_to_say_and_nothing_twice() -> None:
    assert len(robot_words.LINES) >= 60
    assert len(set(robot_words.LINES)) == len(robot_words.LINES)
    assert all(len(line) <= 140 for line in robot_words.LINES + robot_words.COMMENTS + robot_words.POSTS)


def test_no_two_robots_of_a_cell_have_names_alike_and_their_sentences_go_on_from_the_debriefs() -> None:
    names = []
    for persona in ("1/yuting", "1/chunmei", "1/ming"):
        steps = plan_phase(ground(me=persona), Random(1))
        names += [dict(step.parts)["nickname"].split()[0] for step in steps if step.kind == "edit"]
    assert len({*names}) == 3
    answers = plan_debrief(2, Random(2)).cards
    assert answers[0] in robot_words.MADE_UP and answers[1] in robot_words.TAKEN_OFF


async def test_a_robot_answers_whoever_speaks_to_it_while_it_thinks() -> None:
    town = Town()
    town.play("1/ming")
    chat, asked = private_room("1/ming", "1/yuting"), PostMessage(room="", text="Have you eaten?")
    rests = list[float]()

    async def sleep(seconds: float) -> None:
        rests.append(seconds)
        if seconds != ANSWER_S / RATE:
            await asyncio.Event().wait()

    async with LittleServer(town, rate=RATE) as server:
        link, store = server.link(Outbox(None, Ids()), role="robot", name="")
        running = asyncio.create_task(link.run())
        playing = asyncio.create_task(play(link, store, seed=7, sleep=sleep, persona="yuting"))
        await until(lambda: town.world.persons["1/yuting"].played)
        await server.do(StartWorld(), TEACHER)
        await until(lambda: rests)
        await server.do(asked.model_copy(update={"room": chat}), town.player("1/ming"))
        await until(lambda: len(town.world.rooms[chat].messages) == 2)
        await link.close()
        report = await playing
        await running
    question, answer = town.world.rooms[chat].messages
    assert (answer.voice, answer.reply_to) == ("1/yuting", question.seq)
    assert answer.text in robot_words.ANSWERS
    assert report.counts["post_message"] == 1
