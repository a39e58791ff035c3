"""A persona handed on while a line waits: nothing is said in another's name, and nothing twice."""

from goodpath_core.play.event import cell_of
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import Think
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.seats import HandOver, Observe
from goodpath_core.play.sight import Viewer
from goodpath_core.wire.codec import command_value
from goodpath_core.wire.frames import AskState, CaughtUp, Do, Done, Hello, News
from goodpath_core.wire.limits import PROTOCOL
from goodpath_core.wire.values import world_from
from hall import CODE, Hall

LINE = {"kind": "post_message", "room": "1/line3", "text": "hi"}


async def test_a_line_of_a_persona_that_was_handed_on_meanwhile_is_said_as_nobody_else() -> None:
    hall = Hall()
    one, other = await hall.student("1/yuting"), await hall.student("1/ming")
    await hall.start()
    teacher = await hall.teacher()
    as_yuting = Do(id="kept", command=LINE, persona="1/yuting")
    hall.session.take([(one.member, as_yuting)])
    await hall.settle()
    await hall.do(other, "watch", Observe())
    await hall.do(teacher, "on", HandOver(persona="1/yuting", seat=2))
    await hall.do(teacher, "give", HandOver(persona="1/ming", seat=1))
    hall.session.take(
        [
            (one.member, as_yuting),
            (one.member, Do(id="late", command=LINE, persona="1/yuting")),
            (one.member, Do(id="now", command=LINE, persona="1/ming")),
            (one.member, Do(id="any", command=LINE)),
        ]
    )
    await hall.settle()
    voices = [line.voice for line in hall.session.stored.rooms["1/line3"].messages]
    assert (one.refusals, voices) == ([("late", "other_persona")], ["1/yuting", "1/ming", "1/ming"])
    # What was stored before the hand-over is answered as before, and said once.
    assert [request for request, _ in one.done[1:]] == ["kept", "kept", "now", "any"]


async def test_a_seat_that_moves_to_another_cell_hears_that_cell_alone_from_then_on() -> None:
    hall = Hall(cells=2)
    first, second = await hall.student("1/yuting"), await hall.student("2/yuting")
    moving = await hall.student()
    await hall.start()
    teacher = await hall.teacher()
    hall.changes.clear()
    await hall.do(teacher, "move", HandOver(persona="2/ming", seat=3))
    assert (moving.member.viewer, hall.changes) == (Viewer("student", 3, 2, "2/ming"), [2])
    assert set(hall.session.audience.in_cell(1)) == {first.member}
    before = len(moving.news)
    await hall.do(first, "a", PublishPost(text="in the first"))
    await hall.do(second, "b", PublishPost(text="in the second"))
    await hall.do(second, "c", PostMessage(room="2/line3", text="hi"))
    assert [kind for _, kind in moving.news[before:]] == ["post.published", "message.posted"]
    state = await hall.ask(moving, AskState())
    assert {cell_of(person) for person in world_from(state).persons} == {2}
    hall.reception.leave(moving.member)
    await hall.settle()
    assert moving.member not in hall.session.audience.in_cell(2)
    again = await hall.back(moving)
    assert (again.welcome.cell, again.welcome.persona) == (2, "2/ming")


async def test_who_gets_a_persona_hears_what_came_before_in_the_same_commit_with_the_old_eyes() -> None:
    hall = Hall(cells=2)
    first, second = await hall.student("1/yuting"), await hall.student("2/yuting")
    moving = await hall.come(Hello(version=PROTOCOL, code=CODE, role="observer", cell=2))
    await hall.start()
    teacher = await hall.teacher()
    before, first_before = len(moving.news), len(first.news)
    asked = (
        (first, PostMessage(room="1/line3", text="before")),
        (first, PublishPost(text="in the first")),
        (second, PublishPost(text="in the second")),
        (teacher, HandOver(persona="1/ming", seat=3)),
        (first, PostMessage(room="1/line3", text="after")),
        (second, PublishPost(text="again in the second")),
    )
    hall.session.take(
        [
            (guest.member, Do(id=f"r{place}", command=command_value(command)))
            for place, (guest, command) in enumerate(asked)
        ]
    )
    await hall.settle()
    kinds = ["post.published", "seat.changed", "persona.taken", "message.posted"]
    assert [kind for _, kind in moving.news[before:]] == kinds
    assert [frame.events[0][5] for frame in moving.of(News)[-2:]] == [2, 1]
    # To the others one commit is what it was: every event once, in order, and every request answered once.
    kinds = ["message.posted", "post.published", "persona.taken", "message.posted"]
    assert [kind for _, kind in first.news[first_before:]] == kinds
    assert [request for request, _ in first.done[1:]] == ["r0", "r1", "r4"]
    assert [request for request, _ in second.done[1:]] == ["r2", "r5"]
    assert [request for request, _ in teacher.done[-1:]] == ["r3"]


async def test_word_of_a_request_comes_before_its_own_events_and_once_though_seats_change_in_between() -> (
    None
):
    hall = Hall()
    one, other = await hall.student("1/yuting"), await hall.student("1/ming")
    await hall.start()
    before = len(one.frames)
    hall.session.take(
        [
            (one.member, Do(id="a", command=LINE)),
            (other.member, Do(id="b", command={"kind": "observe"})),
            (one.member, Do(id="c", command=LINE)),
            (one.member, Do(id="a", command=LINE)),
        ]
    )
    await hall.settle()
    told = [frame for frame in one.frames[before:] if isinstance(frame, Done | News)]
    said = {event[0] for frame in told if isinstance(frame, News) for event in frame.events}
    assert sorted(frame.id for frame in told if isinstance(frame, Done)) == ["a", "a", "c"]
    for place, frame in enumerate(told):
        if isinstance(frame, Done):
            later = [event[0] for news in told[place:] if isinstance(news, News) for event in news.events]
            assert frame.seq in later and frame.seq in said


async def test_who_comes_back_as_somebody_else_starts_fresh_and_hears_nothing_with_the_wrong_eyes() -> None:
    hall = Hall(cells=2)
    first = await hall.student("1/yuting")
    moving = await hall.student()
    await hall.start()
    teacher = await hall.teacher()
    epoch, seq = moving.welcome.epoch, hall.session.stored.seq
    hall.reception.leave(moving.member)
    await hall.do(first, "a", PostMessage(room="1/line3", text="before"))
    await hall.do(teacher, "give", HandOver(persona="1/ming", seat=2))
    back = await hall.back(moving, epoch=epoch, seq=seq)
    assert (back.welcome.mode, back.welcome.persona, back.news) == ("fresh", "1/ming", [])
    # Who has heard of the change is carried on as before.
    hall.reception.leave(back.member)
    await hall.do(first, "b", PostMessage(room="1/line3", text="after"))
    again = await hall.back(moving, epoch=epoch, seq=back.welcome.seq)
    assert (again.welcome.mode, len(again.of(CaughtUp))) == ("resumed", 1)
    assert [kind for _, kind in again.news] == ["message.posted"]


async def test_who_comes_back_is_carried_on_though_others_play_somebody_else_now() -> None:
    hall = Hall()
    one, other = await hall.student("1/yuting"), await hall.student("1/ming")
    await hall.start()
    await hall.do(one, "down", PutPhoneDown())
    epoch, seq = one.welcome.epoch, hall.session.stored.seq
    await hall.do(one, "thought", Think(text="seat.changed"))
    hall.reception.leave(one.member)
    await hall.do(other, "watch", Observe())
    back = await hall.back(one, epoch=epoch, seq=seq)
    assert back.welcome.mode == "resumed"
    assert [kind for _, kind in back.news] == ["thought", "persona.left"]
