"""What a seat last did is told to a teacher who comes later, as when it was is."""

from goodpath_core.play.event import Draft
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.places import PlaceChanged, PutPhoneDown
from goodpath_core.play.visits import PageVisited
from goodpath_core.wire.frames import AskSeats
from goodpath_server.last_acts import LastAct, LastActs
from goodpath_server.log.memory import MemoryLog
from hall import Hall


async def test_a_teacher_who_comes_later_is_told_what_each_seat_last_did() -> None:
    hall = Hall()
    yuting, idle = await hall.student("1/yuting"), await hall.student("1/ming")
    teacher = await hall.teacher()
    await hall.start()
    await hall.do(yuting, "a", PostMessage(room="1/line3", text="hi"))
    later = await hall.teacher()
    rows = {row["seat"]: row["last_did"] for row in await hall.ask(later, AskSeats())}
    assert rows == {yuting.member.viewer.seat: "message.posted", idle.member.viewer.seat: ""}
    await hall.do(yuting, "b", PutPhoneDown())
    assert {row["last_did"] for row in await hall.ask(teacher, AskSeats())} == {"message.posted", ""}


async def test_what_was_refused_was_not_done() -> None:
    hall = Hall()
    yuting = await hall.student("1/yuting")
    teacher = await hall.teacher()
    await hall.start()
    await hall.do(yuting, "a", PostMessage(room="nowhere", text="hi"))
    (row,) = await hall.ask(teacher, AskSeats())
    assert (row["last_did"], row["last_act_ms"] > 0) == ("", True)


async def test_whoever_comes_back_after_the_server_had_died_is_silent_from_then_on() -> None:
    log = MemoryLog({"session": "s1"})
    hall = Hall(log)
    yuting = await hall.student("1/yuting")
    await hall.start()
    await hall.close()
    again = Hall(log, keys=hall.keys)
    again.clock.at_ms += 60_000
    await again.back(yuting)
    came_ms = again.clock.at_ms
    again.clock.at_ms += 240_000
    await again.back(yuting)
    (row,) = await again.ask(await again.teacher(), AskSeats())
    assert (row["last_act_ms"], row["last_did"]) == (came_ms, "")
    await again.close()


def test_what_is_not_told_leaves_what_was_done_before() -> None:
    acts = LastActs()
    acts.note_asked(3, 5_000, 4_000)
    acts.note_done(3, [Draft(PageVisited(), "all")])
    acts.note_asked(3, 6_000, 4_500)
    acts.note_done(3, [Draft(PlaceChanged(persona="1/yuting", place="room", rule="free"), "cell")])
    assert acts.of(3) == LastAct(6_000, 4_500, "page.visited")
    assert acts.of(4) == LastAct()
