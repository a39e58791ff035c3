"""Screens at 80 by 24 are what was looked at and found good, sign by sign."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from client.screens.stage import LOOK_S, PATIENCE, TEACHER, Stage, screen_text, settle
from golden import Golden
from goodpath_client.app import StudentApp
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.control import EndSession, NextPhase
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import WriteComment
from goodpath_core.play.safety import SpeakAside
from goodpath_core.play.seats import TakePersona

ROOM = "1/page-makers"


def just_come() -> Stage:
    """Nobody to play yet, and the briefing unread."""
    return Stage("ten-pictures", "")


def choosing() -> Stage:
    """The briefing is read; one persona is taken."""
    stage = Stage("ten-pictures", "")
    stage.do(ReadBriefing())
    stage.do(TakePersona(persona="1/haibo"), stage.student(2))
    return stage


def talking(phases: int = 0) -> Stage:
    """A minute of play: two write, in two scripts, and one has made a page."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    stage.play_persona("haibo", EditPage(nickname="Wave 长发", signature="孤独的浪", skin="neon"))
    stage.play_persona("haibo", ArrangeAlbum(name="My pictures", cards=("night-market", "motorbike")))
    post = PublishPost(text="Tonight nobody sleeps 今晚谁也不睡", cards=("night-market",))
    stage.play_persona("haibo", post)
    stage.play_persona("haibo", PostMessage(room=ROOM, text="有人在吗？刚下夜班，腿都站麻了 😂"))
    stage.do(PostMessage(room=ROOM, text="Me. Look at my page, but do not say it is good."))
    stage.play_persona("haibo", PostMessage(room=ROOM, text="it is good", reply_to=stage.world.seq))
    for _ in range(phases):
        stage.do(NextPhase(), TEACHER)
    return stage


def told() -> Stage:
    """As before, and the teacher has spoken in both ways."""
    stage = talking()
    stage.do(SpeakAsNarrator(text="The light on the stairs goes out. 灯灭了。"), TEACHER)
    stage.do(SpeakAside(room=ROOM, text="Two minutes, then we talk."), TEACHER)
    return stage


def walking() -> Stage:
    """The gallery walk: pages are looked at."""
    stage = talking(phases=1)
    stage.play_persona("haibo", WriteComment(page="1/haibo", thing="page", text="my own page, at last"))
    return stage


def at_home() -> Stage:
    """In the room, where two are and one has said something."""
    stage = Stage("apple-phone", "yuting")
    stage.do(TakePersona(persona="1/chunmei"), stage.student(2))
    stage.start()
    stage.now_ms += 120_000
    stage.do(SayAloud(text="Have you eaten? 吃了吗？"), stage.student(2))
    stage.do(Think(text="Not rice again."))
    return stage


def over() -> Stage:
    """The debrief."""
    return talking(phases=4)


def ended() -> Stage:
    """The session is over."""
    stage = over()
    stage.do(EndSession(), TEACHER)
    return stage


async def comes_to_stand(pilot: Pilot[int], wanted: str) -> None:
    """Wait for what comes with time: pictures, and marks of what was read."""
    assert isinstance(pilot.app, StudentApp)
    for _ in range(PATIENCE):
        if screen_text(pilot.app) + "\n" == wanted:
            return
        await pilot.pause(LOOK_S)


@pytest.mark.parametrize(
    ("name", "stage", "keys"),
    [
        ("briefing", just_come, ()),
        ("choosing", choosing, ()),
        ("chat", talking, ()),
        ("told", told, ()),
        ("help", talking, ("f1",)),
        ("contacts", talking, ("alt+k",)),
        ("own_page", talking, ("f3",)),
        ("pictures", talking, ("f12", "space", "down", "space")),
        ("post", talking, ("f2",)),
        ("feed", walking, ("f5",)),
        ("life", talking, ("alt+i",)),
        ("room", at_home, ()),
        ("debrief", over, ()),
        ("ended", ended, ()),
    ],
)
async def test_a_screen_stands_as_it_was_found_good(
    name: str, stage: Callable[[], Stage], keys: tuple[str, ...], golden: Golden
) -> None:
    app = stage().app()
    app.animation_level = "none"
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for key in ("", *keys):
            if key:
                await pilot.press(key)
            await settle(pilot)
        await comes_to_stand(pilot, golden.says(f"{name}.txt"))
        golden.holds(f"{name}.txt", screen_text(app) + "\n")
