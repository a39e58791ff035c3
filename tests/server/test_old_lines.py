"""The teacher takes away any line that can still be seen, however old, for everybody and for good."""

import pytest

from goodpath_client.store import Store
from goodpath_core.play.bounds import Bounds
from goodpath_core.play.messages import HideMessage, PostMessage, SetNotice
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.safety import SpeakAside
from goodpath_core.wire.codec import event_from
from goodpath_core.wire.frames import AskHistory, AskScenario, AskState, Hello, News
from goodpath_core.wire.limits import PROTOCOL
from goodpath_core.wire.values import view_from, world_from
from hall import Guest, Hall

ROOM = "1/line3"
PRIVATE = "private:1/ming+1/yuting"
OLD = (
    PostMessage(room=ROOM, text="secret"),
    SetNotice(room=ROOM, text="secret"),
    SpeakAside(room=ROOM, text="secret"),
    PostMessage(room=PRIVATE, text="secret"),
)


async def long_evening(old: PostMessage | SetNotice | SpeakAside) -> tuple[Hall, Guest, Guest, int]:
    """A teacher, Ming, and the number of a line behind which ten others stand in a window of five."""
    hall = Hall()
    hall.session.world.bounds = hall.session.stored.bounds = Bounds(lines=5)
    yuting, ming = await hall.student("1/yuting"), await hall.student("1/ming")
    teacher = await hall.teacher()
    await hall.start()
    await hall.do(teacher if isinstance(old, SetNotice) else yuting, "old", old)
    seq = hall.session.stored.seq
    for number in range(10):
        await hall.do(yuting, f"a{number}", PostMessage(room=old.room, text=f"line {number}"))
    return hall, teacher, ming, seq


async def history(hall: Hall, guest: Guest, room: str) -> dict[int, object]:
    """Number and text of a room's lines."""
    page = await hall.ask(guest, AskHistory(room=room, before=10_000))
    return {value[0]: value[8]["text"] for value in page if "text" in value[8]}


@pytest.mark.parametrize("old", OLD, ids=lambda one: f"{one.kind} {one.room}")
async def test_an_old_line_goes_from_history_also_after_a_restart(
    old: PostMessage | SetNotice | SpeakAside,
) -> None:
    hall, teacher, ming, seq = await long_evening(old)
    assert (await history(hall, ming, old.room))[seq] == "secret"

    await hall.do(teacher, "hide", HideMessage(room=old.room, message=seq))

    assert [request for request, _ in teacher.done] == (["old"] if old is OLD[1] else []) + ["hide"]
    assert (await history(hall, ming, old.room))[seq] == ""
    again = Hall(hall.log)
    again.keys.add_many({"token": ming.welcome.seat})
    back = await again.come(Hello(version=PROTOCOL, token="token"))
    assert (await history(again, back, old.room))[seq] == ""
    assert again.session.stored.rooms[old.room].notice != "secret"


async def test_a_copy_that_fetched_the_line_loses_its_words() -> None:
    hall, teacher, ming, seq = await long_evening(OLD[0])
    store = Store()
    store.greet(ming.welcome, 0)
    world = world_from(await hall.ask(ming, AskState()))
    store.reload(world, view_from(await hall.ask(ming, AskScenario())))
    store.take_history(ROOM, await hall.ask(ming, AskHistory(room=ROOM, before=10_000)))
    assert store.lines(ROOM)[0].text == "secret"

    await hall.do(teacher, "hide", HideMessage(room=ROOM, message=seq))
    for frame in ming.of(News):
        store.take_news(frame.events, 0)

    assert (store.lines(ROOM)[0].text, store.lines(ROOM)[0].gone) == ("", "hidden")


async def test_who_was_away_when_it_went_is_told_and_never_gets_the_words() -> None:
    hall, teacher, ming, seq = await long_evening(OLD[0])
    hall.reception.leave(ming.member)
    await hall.do(teacher, "hide", HideMessage(room=ROOM, message=seq))
    back = await hall.back(ming, epoch=ming.welcome.epoch, seq=seq - 1)
    events = [event_from(value) for frame in back.of(News) for value in frame.events]
    assert [event.fact.kind for event in events if event][-1] == "message.hidden"
    assert all(b"secret" not in data for data in back.transport.written)


async def test_what_is_no_line_of_the_room_or_is_gone_is_refused() -> None:
    hall, teacher, ming, seq = await long_evening(OLD[0])
    hall.session.world.rooms[PRIVATE] = hall.session.world.rooms[ROOM]
    await hall.do(ming, "page", PublishPost(text="a post"))
    post = hall.session.stored.seq
    for number in range(10):
        await hall.do(ming, f"b{number}", PostMessage(room=ROOM, text="so"))
    asked = {
        "a post": HideMessage(room=ROOM, message=post),
        "before all": HideMessage(room=ROOM, message=1),
        "of another room": HideMessage(room=PRIVATE, message=seq),
        "gone": HideMessage(room=ROOM, message=seq),
    }
    await hall.do(teacher, "hide", HideMessage(room=ROOM, message=seq))
    before = hall.session.stored.seq
    for request, command in asked.items():
        await hall.do(teacher, request, command)
    assert teacher.refusals == [(request, "no_such_message") for request in asked]
    assert hall.session.stored.seq == before
