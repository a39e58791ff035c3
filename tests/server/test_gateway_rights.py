"""What a connection may neither read nor do, whatever it claims."""

import pytest

from goodpath_core.wire.frames import Typing
from goodpath_server.server import Server
from server.callers import Run, join, player
from whole_class import Wire


async def test_what_one_may_not_read_is_not_told_over_the_wire_either(server: Server) -> None:
    yuting, chunmei, ming = [await player(server, f"1/{key}") for key in ("yuting", "chunmei", "ming")]
    teacher = await Wire.join(server.port, role="teacher", code=server.secret)
    assert await teacher.ask("a", "start_world") == "done"
    assert await yuting.ask("b", "post_message", room="1/line3", text="for line three") == "done"
    assert await yuting.ask("c", "post_message", room="private:1/ming+1/yuting", text="psst") == "done"
    await yuting.say(Typing(room="1/line3"))
    await ming.until(lambda: any(isinstance(frame, Typing) for frame in ming.frames))
    for number, room in enumerate(("1/line3", "private:1/ming+1/yuting", "nowhere"), 1):
        for request, kind in (("post", "post_message"), ("aside", "speak_aside")):
            assert await chunmei.ask(f"{request} {room}", kind, room=room, text="x") == "no_such_room"
        assert await chunmei.query(number, kind="history", room=room, before=999) == "no_such_room"
    state = await chunmei.query(99, kind="state")
    assert isinstance(state, bytes)
    assert b"psst" not in state and b"for line three" not in state
    assert not any(isinstance(frame, Typing) for frame in chunmei.frames)
    assert [event[7] for event in chunmei.events if event[3] == "message.posted"] == []


TEACHERS = ("start_world", "pause_world", "resume_world", "next_phase", "end_session")


@pytest.mark.parametrize("role", ["student", "observer", "robot"])
async def test_the_teachers_rights_are_not_to_be_had_by_claiming_them(run: Run, role: str) -> None:
    wire = await join(await run(robots=True), role=role)
    for number, kind in enumerate(TEACHERS):
        claims = {"role": "teacher", "by": "teacher", "author": "teacher"}
        assert await wire.ask(f"a{number}", kind, **claims) == "not_allowed"
    assert await wire.ask("b", "open_seat") == "not_allowed"
    assert await wire.ask("c", "mark_here", seat=1, here=False) == "not_allowed"
    assert await wire.ask("d", "hand_over", persona="1/ming", seat=1) == "not_allowed"
    assert await wire.ask("e", "hide_message", room="1/line3", message=1) == "not_allowed"


@pytest.mark.parametrize("role", ["student", "observer", "robot"])
async def test_nobody_but_the_teacher_removes_anything_from_a_page(run: Run, role: str) -> None:
    wire = await join(await run(robots=True), role=role)
    assert await wire.ask("a", "hide_post", page="1/yuting", post=9) == "not_allowed"
    assert await wire.ask("b", "hide_comment", page="1/yuting", comment=11) == "not_allowed"
    assert await wire.ask("c", "hide_face", page="1/yuting", part="nickname", version=2) == "not_allowed"
