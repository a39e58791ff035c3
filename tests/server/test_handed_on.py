"""A persona handed on while a line waits: nothing is said in another's name, and nothing twice."""

from goodpath_core.play.seats import HandOver, Observe
from goodpath_core.wire.frames import Do
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
