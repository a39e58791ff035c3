"""One frame of every kind, for tests that need some."""

from goodpath_core.wire.frames import (
    Ask,
    Do,
    Done,
    Frame,
    Hello,
    Here,
    History,
    News,
    Part,
    Problem,
    RefusedFrame,
    Typing,
    Welcome,
)

WELCOME = Welcome(
    version=1,
    session="s",
    epoch="e",
    seq=7,
    mode="fresh",
    role="student",
    seat=1,
    cell=1,
    persona="",
    token="t",
    now_ms=1_373_788_800_000,
    rate=1,
    limits={"frame_bytes": 65_536},
)
FRAMES: list[Frame] = [
    Hello(version=1, role="teacher", code="c", token="t", name="潘", epoch="e", seq=3, history=0),
    Do(id="a", command={"kind": "post_message", "room": "1/line3", "text": "hi"}),
    Ask(id=1, query={"kind": "state"}),
    Typing(room="1/line3", voice="1/yuting"),
    WELCOME,
    News(events=((1, 2, 3, "thought", 1, 1, "1/yuting", "", {"text": "x"}),)),
    History(room="1/line3", events=()),
    Done(id="a", seq=8),
    RefusedFrame(id="a", code="empty", text="Write something.", retry_after=0.5),
    RefusedFrame(id="a", code="empty", text="Write something."),
    Part(id=1, index=0, count=2, data=b"\x00\xff"),
    Here(personas=("1/yuting",)),
    Problem(code="slow", text="Too slow."),
]
