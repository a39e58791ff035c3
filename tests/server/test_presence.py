"""Who is connected and who types: the newest value, for those who may know."""

from goodpath_core.play.control import PauseWorld
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.wire.frames import Hello, Here, Typing
from goodpath_core.wire.limits import OUTBOX_BYTES, PROTOCOL
from goodpath_server.outbox import websocket_frame
from goodpath_server.presence import Presence
from hall import CODE, Hall, until


async def test_typing_is_told_to_the_others_in_the_room_and_to_nobody_else() -> None:
    hall = Hall()
    guests = {key: await hall.student(f"1/{key}") for key in ("yuting", "chunmei", "ming")}
    await hall.start()
    presence = hall.presence
    presence.typing(guests["yuting"].member, Typing(room="1/line3", voice="1/ming"))
    assert guests["ming"].of(Typing) == [Typing(room="1/line3", voice="1/yuting")]
    assert guests["yuting"].of(Typing) + guests["chunmei"].of(Typing) == []


async def test_typing_in_a_room_one_is_not_in_is_told_to_nobody() -> None:
    hall = Hall()
    guests = [await hall.student(f"1/{key}") for key in ("yuting", "chunmei", "ming")]
    guests += [await hall.student(), await hall.come(Hello(version=PROTOCOL, code=CODE, role="observer"))]
    await hall.start()
    presence = hall.presence
    for room in ("1/line3", "nowhere", "private:1/ming+1/yuting"):
        for guest in (guests[1], guests[3], guests[4]):
            presence.typing(guest.member, Typing(room=room))
    assert [guest.of(Typing) for guest in guests] == [[], [], [], [], []]


async def test_nobody_types_on_a_phone_that_is_down_nor_while_the_world_stands() -> None:
    hall = Hall()
    one, other = await hall.student("1/yuting"), await hall.student("1/ming")
    presence = hall.presence
    told = []
    await hall.start()
    for who, command in ((one, PutPhoneDown()), (one, PickUpPhone()), (await hall.teacher(), PauseWorld())):
        await hall.do(who, command.kind, command)
        presence.typing(one.member, Typing(room="1/line3"))
        told.append(len(other.of(Typing)))
    assert told == [0, 1, 1]


async def test_typing_notices_without_end_are_dropped_but_the_first() -> None:
    hall = Hall(free=False)
    one, other = await hall.student("1/yuting"), await hall.student("1/ming")
    await hall.start()
    presence = hall.presence
    for _ in range(1000):
        presence.typing(one.member, Typing(room="1/line3"))
    assert 3 <= len(other.of(Typing)) <= 5


async def test_a_cell_and_the_teacher_are_told_once_who_is_here_however_many_came() -> None:
    hall = Hall()
    presence = hall.presence
    teacher = await hall.teacher()
    guests = [await hall.student(f"1/{key}") for key in ("yuting", "chunmei", "ming")]
    for guest in guests:
        presence.changed(guest.member.viewer.cell)
    await until(lambda: teacher.of(Here))
    told = Here(personas=("1/chunmei", "1/ming", "1/yuting"), teacher_here=True, unstored="")
    assert [guest.of(Here) for guest in guests] == [[told]] * 3
    assert teacher.of(Here) == [told.model_copy(update={"unopened": ""})]


async def test_every_cell_is_told_that_a_teacher_has_come_and_that_the_last_has_gone() -> None:
    hall = Hall(cells=2)
    presence = hall.presence
    guests = [await hall.student(f"{cell}/yuting") for cell in (1, 2)]
    assert [guest.welcome.teacher_here for guest in guests] == [False, False]
    one, other = await hall.teacher(), await hall.teacher()
    presence.changed(one.member.viewer.cell)
    await until(lambda: all(guest.of(Here) for guest in guests))
    assert [guest.of(Here)[-1] for guest in guests] == [
        Here(personas=("1/yuting",), teacher_here=True, unstored=""),
        Here(personas=("2/yuting",), teacher_here=True, unstored=""),
    ]
    hall.reception.leave(one.member)
    late = await hall.student("1/ming")
    assert late.welcome.teacher_here
    hall.reception.leave(other.member)
    presence.changed(other.member.viewer.cell)
    await until(lambda: all(len(guest.of(Here)) == 2 for guest in guests))
    assert not any(guest.of(Here)[-1].teacher_here for guest in guests)


async def test_teachers_are_told_who_is_here_of_all_cells_in_one_frame() -> None:
    hall = Hall(cells=2)
    presence = hall.presence
    teacher = await hall.teacher()
    one, other = [await hall.student(f"{cell}/yuting") for cell in (1, 2)]
    for guest in (one, other):
        presence.changed(guest.member.viewer.cell)
    await until(lambda: teacher.of(Here))
    hall.reception.leave(other.member)
    presence.changed(2)
    await until(lambda: len(teacher.of(Here)) > 1)
    assert [here.personas for here in teacher.of(Here)] == [("1/yuting", "2/yuting"), ("1/yuting",)]
    # Of another cell a cell hears nothing.
    assert [here.personas for here in one.of(Here)] == [("1/yuting",)]
    presence.changed(teacher.member.viewer.cell)
    await until(lambda: len(teacher.of(Here)) > 2)
    assert [here.personas for here in teacher.of(Here)[2:]] == [("1/yuting",)]


async def test_a_large_cell_is_told_of_the_teacher_and_of_nobody_else() -> None:
    hall = Hall()
    presence = Presence(hall.session, hall.key_writing, cell_max=0)
    guest = await hall.student("1/yuting")
    presence.changed(1)
    teacher = await hall.teacher()
    presence.changed(teacher.member.viewer.cell)
    await until(lambda: guest.of(Here))
    assert guest.of(Here) == [Here(personas=(), teacher_here=True, unstored="")]


async def test_whoever_reads_too_slowly_is_told_neither_who_is_here_nor_who_types() -> None:
    hall = Hall()
    writer, slow, quick = [await hall.student(f"1/{key}") for key in ("yuting", "ming", "chunmei")]
    await hall.start()
    presence = hall.presence
    slow.transport.stalled = True
    slow.member.outbox.write(websocket_frame(bytes(OUTBOX_BYTES // 2 + 1)))
    written = len(slow.transport.written)
    presence.typing(writer.member, Typing(room="0/fair"))
    presence.changed(1)
    await until(lambda: quick.of(Here))
    assert quick.of(Typing) == [Typing(room="0/fair", voice="1/yuting")]
    assert (len(slow.transport.written), slow.transport.aborted) == (written, False)
    # What has been dropped does not come later either; the next word does.
    slow.transport.waiting = 0
    presence.typing(writer.member, Typing(room="1/line3"))
    assert len(slow.transport.written) == written + 1
