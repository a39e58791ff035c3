"""Letting people in: who, with which right, and with what they missed."""

import pytest

from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, ResumeWorld, StartWorld
from goodpath_core.play.messages import HideMessage, PostMessage
from goodpath_core.play.offline import Think
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.record import event_of
from goodpath_core.wire.closing import (
    GUESSING,
    LOCKED,
    NO_CELL,
    NO_ROBOTS,
    RESET,
    RESTART,
    TAKEN_OVER,
    WRONG_CODE,
)
from goodpath_core.wire.frames import CaughtUp, Hello, History, News
from goodpath_core.wire.limits import ANNOUNCED, BURST, PROTOCOL
from goodpath_server.archive import KEPT
from goodpath_server.log.memory import MemoryLog
from goodpath_server.log.port import Entry
from goodpath_server.missed import MISSED_BYTES
from hall import CODE, Hall
from town import TEACHER, scenario

HI = PostMessage(room="1/line3", text="hi")


def hello(**parts: object) -> Hello:
    return Hello.model_validate({"version": PROTOCOL, **parts})


async def test_the_code_opens_a_seat_with_a_token_of_its_own() -> None:
    hall = Hall()
    one, other = await hall.student(name="Mina"), await hall.student(name="Jo")
    assert [guest.welcome.seat for guest in (one, other)] == [1, 2]
    assert (one.welcome.role, one.welcome.mode, one.welcome.persona) == ("student", "fresh", "")
    assert len({one.welcome.token, other.welcome.token}) == 2
    assert hall.keys.names == {1: "Mina", 2: "Jo"}


async def test_a_name_too_long_to_be_kept_whole_is_refused_and_takes_no_seat() -> None:
    hall = Hall()
    code, text, _ = await hall.refused(hello(code=CODE, name="N" * 65))
    assert (code, text) == ("bad_frame", "The field name has at most 64 characters.")
    assert (hall.session.stored.seats, hall.keys.names) == ({}, {})
    await hall.student(name=" " + "N" * 64 + "\u200b ")
    assert hall.keys.names == {1: "N" * 64}


@pytest.mark.parametrize("typed", ["abcd efgh", "ABCD-EFGH"])
async def test_the_code_may_be_typed_as_people_type(typed: str) -> None:
    assert (await Hall().come(hello(code=typed))).welcome.seat == 1


async def test_robots_and_observers_have_seats_and_the_teacher_has_none() -> None:
    hall = Hall(robots=True)
    robot = await hall.come(hello(code=CODE, role="robot"))
    watcher = await hall.come(hello(code=CODE, role="observer"))
    teacher = await hall.teacher()
    assert (robot.member.author, watcher.member.viewer.role) == ("robot:1", "observer")
    assert (teacher.welcome.seat, teacher.welcome.role, teacher.welcome.token) == (0, "teacher", "")


async def test_where_no_robots_play_nobody_hides_a_name_behind_one() -> None:
    hall = Hall()
    no = ("no_robots", NO_ROBOTS.text, NO_ROBOTS.code)
    for code in (CODE, "WRONG"):
        assert await hall.refused(hello(code=code, role="robot", name="Mina")) == no
    assert (hall.session.stored.seats, hall.keys.names) == ({}, {})
    assert (await hall.student(name="Mina")).member.author == "seat:1"


async def test_the_seat_of_a_student_stays_one_whatever_role_is_said_on_coming_back() -> None:
    hall = Hall(robots=True)
    back = await hall.back(await hall.student(), role="robot")
    assert (back.member.author, hall.session.stored.seats[1].robot) == ("seat:1", False)


async def test_who_watches_may_choose_the_cell_and_nobody_else_may() -> None:
    hall = Hall(cells=3)
    assert (await hall.come(hello(code=CODE, role="observer", cell=2))).welcome.cell == 2
    assert (await hall.come(hello(code=CODE, role="student", cell=3))).welcome.cell == 1
    assert (await hall.come(hello(code=CODE, role="observer"))).welcome.cell == 1, "where most are"
    words = "There is no cell 4 here; the cells are 1 to 3."
    refused = await hall.refused(hello(code=CODE, role="observer", cell=4))
    assert refused == ("no_cell", words, NO_CELL.code)
    assert len(hall.session.stored.seats) == 3
    alone = await Hall().refused(hello(code=CODE, role="observer", cell=2))
    assert alone == ("no_cell", "There is no cell 2 here; the only one is cell 1.", NO_CELL.code)


async def test_wrong_and_unknown_get_the_same_answer() -> None:
    hall = Hall()
    wrong = await hall.refused(hello(code="WRONGWRONG"))
    unknown = await hall.refused(hello(token="no such token"))
    nothing = await hall.refused(hello())
    teacher = await hall.refused(hello(role="teacher", code=CODE))
    assert {wrong, unknown, nothing, teacher} == {("wrong_code", WRONG_CODE.text, WRONG_CODE.code)}


async def test_after_five_wrong_codes_a_right_one_is_asked_to_come_again_and_token_and_secret_are_not() -> (
    None
):
    seconds = [0.0]
    hall = Hall(time=lambda: seconds[0])
    one = await hall.student()
    for number in range(5):
        await hall.refused(hello(code=f"WRONG{number}"))
    later = ("guessing", GUESSING.text, GUESSING.code)
    assert [await hall.refused(hello(code=code)) for code in (CODE, "WRONG9")] == [later, later]
    assert GUESSING.come_back
    assert (await hall.teacher()).welcome.role == "teacher"
    assert (await hall.back(one)).welcome.seat == 1
    seconds[0] = 1.0
    assert (await hall.come(hello(code=CODE))).welcome.seat == 2


async def test_a_locked_door_lets_nobody_new_in_and_says_so_only_to_those_with_the_code() -> None:
    hall = Hall()
    one = await hall.student()
    hall.door.locked = True
    assert await hall.refused(hello(code=CODE)) == ("locked", LOCKED.text, LOCKED.code)
    assert (await hall.refused(hello(code=CODE, role="observer")))[0] == "locked"
    assert (await hall.refused(hello(code="WRONG")))[0] == "wrong_code"
    assert (await hall.back(one)).welcome.seat == 1
    assert (await hall.teacher()).welcome.role == "teacher"
    hall.door.locked = False
    assert (await hall.student()).welcome.seat == 2


async def test_the_wait_after_wrong_codes_is_a_real_one_however_fast_the_session_goes() -> None:
    hall = Hall(time=lambda: 0.0)
    for number in range(5):
        await hall.refused(hello(code=f"WRONG{number}"))
    hall.clock.at_ms += 3_600_000
    assert (await hall.refused(hello(code=CODE)))[0] == "guessing"


async def test_a_welcome_tells_a_rate_only_to_whom_it_limits() -> None:
    in_class, load_test = Hall(free=False), Hall(free=True)
    student, teacher = await in_class.student(), await in_class.teacher()
    member = await load_test.student()

    assert student.welcome.limits == dict(ANNOUNCED)
    for free in (teacher, member):
        assert free.welcome.limits == {
            limit: number for limit, number in ANNOUNCED.items() if limit not in ("burst", "rate")
        }


async def test_a_new_connection_of_a_seat_has_no_new_burst() -> None:
    hall = Hall(free=False)
    guest = first = await hall.student("1/yuting")
    await hall.start()
    refused = 0
    for number in range(2 * BURST):
        await hall.do(guest, f"a{number}", HI)
        refused += len(guest.refusals)
        # A seat opens no more often than that in one moment.
        guest = await hall.back(first) if number % 2 else guest
    assert refused >= BURST - 2


async def test_who_has_missed_megabytes_starts_fresh() -> None:
    hall = Hall()
    one, other = await hall.student("1/yuting"), await hall.student("1/ming")
    await hall.start()
    epoch, seq = one.welcome.epoch, hall.session.stored.seq
    size = len("雨".encode()) * 4000
    for number in range(MISSED_BYTES // size):
        await hall.do(other, f"a{number}", PostMessage(room="1/line3", text="雨" * 4000))
    near = await hall.back(one, epoch=epoch, seq=seq + 10)
    assert (near.welcome.mode, len(near.news)) == ("resumed", MISSED_BYTES // size - 10)
    await hall.do(other, "last", PostMessage(room="1/line3", text="雨" * 4000))
    far = await hall.back(one, epoch=epoch, seq=seq)
    assert (far.welcome.mode, far.news) == ("fresh", [])


async def test_a_class_with_yesterdays_tokens_does_not_lock_itself_out() -> None:
    hall = Hall()
    for number in range(40):
        assert (await hall.refused(hello(token=f"of yesterday {number}")))[0] == "wrong_code"
        assert (await hall.come(hello(code=CODE))).welcome.seat == number + 1


async def test_a_seat_is_nobody_elses() -> None:
    hall = Hall()
    one = await hall.student("1/yuting", name="Mina")
    token = one.welcome.token
    for stolen in ("Mina", "1", "seat:1", token[:-1], token.swapcase(), token + "x"):
        assert (await hall.refused(hello(token=stolen, name="Mina")))[0] == "wrong_code"
    newcomer = await hall.student(name="Mina")
    assert (newcomer.welcome.seat, newcomer.welcome.persona) == (2, "")
    assert one.closings == []


async def test_only_the_whole_token_of_a_closed_seat_hears_that_it_was_closed_and_it_opens_no_other() -> None:
    hall = Hall()
    one = await hall.student("1/yuting", name="Mina", secret="a1" * 16)
    token = one.welcome.token
    await hall.doorkeeper.reset(1)
    closed = ("seat_closed", RESET.text, RESET.code)
    for _ in range(20):
        assert await hall.refused(hello(token=token)) == closed
    assert await hall.refused(hello(code=CODE, secret=token)) == closed, (
        "whoever has it knows the next one too"
    )
    for guess in ("1", "seat:1", token[:-1], token.swapcase(), token + "x", "no token at all"):
        assert (await hall.refused(hello(token=guess)))[0] == "wrong_code"
    again = await hall.come(hello(code=CODE, secret="b2" * 16))
    assert (again.welcome.seat, again.welcome.token) == (2, "b2" * 16)


async def test_nobody_comes_in_while_the_server_stops() -> None:
    hall = Hall()
    await hall.session.close()
    assert await hall.refused(hello(code=CODE)) == ("stopping", RESTART.text, RESTART.code)


async def test_the_newest_connection_of_a_seat_wins_a_hundred_times_of_a_hundred() -> None:
    hall = Hall()
    old = await hall.student("1/yuting")
    await hall.start()
    for number in range(100):
        new = await hall.back(old)
        assert old.closings == [TAKEN_OVER]
        assert (new.welcome.seat, new.welcome.persona) == (1, "1/yuting")
        heard = len(old.news)
        hall.reception.leave(old.member)
        await hall.do(new, f"a{number}", HI)
        assert (new.done[-1][0], len(old.news)) == (f"a{number}", heard)
        assert hall.session.stored.seats[1].here
        old = new


async def test_who_leaves_is_marked_and_who_comes_back_too() -> None:
    hall = Hall()
    one = await hall.student()
    await hall.settle()
    assert hall.session.stored.seats[1].here
    hall.reception.leave(one.member)
    await hall.settle()
    assert not hall.session.stored.seats[1].here
    await hall.back(one)
    await hall.settle()
    assert hall.session.stored.seats[1].here


async def test_who_comes_back_gets_what_it_missed_and_nothing_twice() -> None:
    hall = Hall()
    one, other = await hall.student("1/yuting"), await hall.student("1/ming")
    await hall.start()
    epoch, seq = one.welcome.epoch, hall.session.stored.seq
    hall.reception.leave(one.member)
    for number in range(5):
        await hall.do(other, f"a{number}", HI)
    back = await hall.back(one, epoch=epoch, seq=seq)
    assert (back.welcome.mode, back.welcome.seq) == ("resumed", hall.session.stored.seq)
    assert [kind for _, kind in back.news] == ["message.posted"] * 5
    assert all(number > seq for number, _ in back.news)
    nothing = await hall.back(one, epoch=epoch, seq=hall.session.stored.seq)
    assert (nothing.welcome.mode, nothing.news) == ("resumed", [])


async def test_who_comes_back_is_told_when_everything_missed_has_been_sent() -> None:
    hall = Hall()
    one, other = await hall.student("1/yuting"), await hall.student("1/ming")
    await hall.start()
    epoch, seq = one.welcome.epoch, hall.session.stored.seq
    await hall.do(other, "a", HI)
    await hall.do(other, "b", PutPhoneDown())
    await hall.do(other, "c", Think(text="away"))
    back = await hall.back(one, epoch=epoch, seq=seq)
    assert isinstance(back.frames[-1], CaughtUp)
    assert back.frames[-1].seq == back.welcome.seq == hall.session.stored.seq > back.news[-1][0]
    await hall.do(other, "d", Think(text="far"))
    assert len(back.of(CaughtUp)) == 1
    assert (await hall.back(one)).of(CaughtUp) == []


async def test_words_taken_back_meanwhile_are_not_among_what_was_missed() -> None:
    hall = Hall()
    one, other = await hall.student("1/yuting"), await hall.student("1/ming")
    await hall.start()
    epoch, seq = one.welcome.epoch, hall.session.stored.seq
    await hall.do(other, "a", PostMessage(room="1/line3", text="secret"))
    await hall.do(await hall.teacher(), "b", HideMessage(room="1/line3", message=seq + 1))
    back = await hall.back(one, epoch=epoch, seq=seq)
    assert [kind for _, kind in back.news] == ["message.posted", "message.hidden"]
    assert all(b"secret" not in data for data in back.transport.written)
    fresh = await hall.back(one)
    assert all(b"secret" not in data for data in fresh.transport.written)


async def test_history_comes_with_a_fresh_welcome_for_the_rooms_of_the_seat_only() -> None:
    hall = Hall()
    one, other = await hall.student("1/yuting"), await hall.student("1/chunmei")
    await hall.start()
    await hall.do(one, "a", HI)
    await hall.do(one, "b", PostMessage(room="private:1/ming+1/yuting", text="psst"))
    rooms = {frame.room for frame in (await hall.back(one)).of(History)}
    assert rooms == {"1/kitchen", "0/fair", "1/line3", "private:1/ming+1/yuting"}
    assert {frame.room for frame in (await hall.back(other)).of(History)} == {"1/kitchen", "0/fair"}
    assert (await hall.back(one, history=0)).of(History) == []


@pytest.mark.parametrize(
    ("case", "mode"),
    [
        ("the same run", "resumed"),
        ("a run before", "resumed"),
        ("another file", "fresh"),
        ("a restored backup", "fresh"),
        ("a position never reached", "fresh"),
        ("too far back", "fresh"),
        ("no position", "fresh"),
    ],
)
async def test_a_hole_is_never_silent(case: str, mode: str) -> None:
    hall = Hall()
    one = await hall.student("1/yuting")
    await hall.start()
    epoch, seq = one.welcome.epoch, hall.session.stored.seq
    if case == "a run before":
        hall = restarted(hall, len(list(hall.log.records())))
    elif case == "another file":
        epoch = "run-of-another-file"
    elif case == "a restored backup":
        for number in range(5):
            await hall.do(one, f"a{number}", HI)
        seq = hall.session.stored.seq
        hall = restarted(hall, seq - 3)
    elif case == "a position never reached":
        seq += 1
    elif case == "too far back":
        for _ in range(KEPT // 2 + 1):
            hall.session.command(PauseWorld(), TEACHER)
            hall.session.command(ResumeWorld(), TEACHER)
        await hall.settle()
    elif case == "no position":
        epoch, seq = "", 0
    hall.keys.add_many({"token": 1})
    back = await hall.come(hello(token="token", epoch=epoch, seq=seq))
    assert back.welcome.mode == mode
    if mode == "fresh":
        assert back.of(News) == []


def restarted(hall: Hall, kept: int) -> Hall:
    """A new server on a log that holds the first so many records."""
    log = MemoryLog({"session": "s1"})
    log.begin_epoch(hall.log.epochs()[0].name, 0)
    records = list(hall.log.records())[:kept]
    log.append([Entry(event_of(record), record.request, record.digest) for record in records])
    return Hall(log)


async def test_who_was_away_finds_the_world_as_it_is_now() -> None:
    hall = Hall(of=scenario())
    one = await hall.student("1/yuting")
    position = {"epoch": one.welcome.epoch, "seq": hall.session.stored.seq}
    hall.reception.leave(one.member)
    teacher = await hall.teacher()
    for number, command in enumerate((StartWorld(), NextPhase(), PauseWorld(why="Look here."))):
        await hall.do(teacher, f"a{number}", command)
    back = await hall.back(one, **position)
    kinds = [kind for _, kind in back.news]
    assert [kind for kind in kinds if kind in ("phase.began", "world.paused")] == [
        "phase.began",
        "phase.began",
        "world.paused",
    ]


async def test_after_the_end_people_still_come_to_read() -> None:
    hall = Hall()
    one = await hall.student("1/yuting")
    hall.session.command(EndSession(), TEACHER)
    await hall.settle()
    hall.reception.leave(one.member)
    back = await hall.back(one)
    await hall.do(back, "a", HI)
    assert back.refusals == [("a", "ended")]
