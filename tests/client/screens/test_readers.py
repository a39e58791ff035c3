"""Every box in which something is written says whoever may read it, whole at every size of use."""

import pytest

from client.screens.stage import TEACHER, Stage, screen_text, settle
from goodpath_core.play.control import NextPhase
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.seats import Observe, TakePersona

ROOM = "1/page-makers"
BOXES = {
    "chat": ((), ("1 classmate, observers, ", "teacher", "reviewer")),
    "words as oneself, with the phone down": (
        ("f4", *"/ooc"),
        ("1 classmate, observers, ", "teacher", "reviewer"),
    ),
    "post": (("f2",), ("A new post · 1 classmate, observers, ", "teacher", "reviewer")),
    "own page": (("f3",), ("Edit my page · 1 classmate, observers, ", "teacher", "reviewer")),
    "post for oneself": (("f2", "f3"), ("A new post · only you, ", "teacher", "reviewer")),
    "a word under a post": (("f5", "c"), ("1 classmate, observers, ", "teacher", "reviewer")),
    "a word with what is passed on": (("f5", "r"), ("1 classmate, observers, ", "teacher", "reviewer")),
    "private chat": (("f6",), ("you two, ", "teacher", "reviewer")),
}


def watched() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.do(TakePersona(persona="1/haibo"), stage.student(2))
    stage.do(Observe(), stage.student(3))
    stage.start()
    stage.play_persona("haibo", PublishPost(text="a new week"))
    stage.play_persona("haibo", PostMessage(room="private:1/haibo+1/yuting", text="a secret"))
    stage.link.answers = True
    return stage


@pytest.mark.parametrize(
    ("box", "size"),
    [(box, (80, 24)) for box in BOXES]
    + [(box, size) for box in ("chat", "a word under a post") for size in ((60, 20), (120, 36))],
)
async def test_every_box_names_whoever_may_read_it(box: str, size: tuple[int, int]) -> None:
    keys, words = BOXES[box]
    stage = watched()
    if keys[:1] == ("f5",):  # a word can be left once pages are open
        stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        line = next((line for line in screen_text(app).splitlines() if words[0] in line), "")
    assert [word for word in words if word not in line] == []
    assert ("observers" in line) is ("observers" in words[0])
