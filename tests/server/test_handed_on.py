"""A persona handed on while a line waits: nothing is said in another's name, and nothing twice."""

from goodpath_core.play.event import cell_of
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.seats import HandOver, Observe
from goodpath_core.play.sight import Viewer
from goodpath_core.wire.frames import AskState, Do
from goodpath_core.wire.values import world_from
from hall import Hall

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
    moved: list[int] = []
    hall.session.eyes_changed = moved.append
    await hall.do(teacher, "move", HandOver(persona="2/ming", seat=3))
    assert (moving.member.viewer, moved) == (Viewer("student", 3, 2, "2/ming"), [2])
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
