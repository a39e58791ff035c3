"""What the line mode prints carries no foreign bytes and never more than one line, whatever was written."""

import asyncio
from typing import Any

import pytest

from client.screens.stage import Stage
from goodpath_client.foreign_signs import FOREIGN
from goodpath_client.link_state import LinkState
from goodpath_client.plain.talk import talk
from goodpath_core.play.albums import WHOLE, ArrangeAlbum, GiveReason
from goodpath_core.play.event import Draft, Now
from goodpath_core.play.messages import MessagePosted, PostMessage
from goodpath_core.play.narration import Narrated
from goodpath_core.play.offline import SaidAloud
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage, PageEdited
from goodpath_core.play.registry import stamp
from goodpath_core.play.responses import WriteComment
from hostile import hostile_passes, poisoned

ROOM, OTHER = "1/page-makers", "1/haibo"
TYPED = (
    *(
        "/rooms",
        "/room 1",
        "/who",
        "/where",
        "/life",
        "/take",
        "/names",
        "/notice",
        "/lines",
        "/older",
        "/back x",
    ),
    *("/page", "/guests", "/face", "/skin", "/attach 1", "/pictures", "/describe 1", "/more", "/reasons"),
    *(
        "/visit ~",
        "/visit",
        "/visit haibo",
        "/open 1",
        "/open",
        "/pages",
        "/feed",
        "/heard",
        "/help",
        "/help all",
    ),
    *("/question", "/reveal", "/reflect"),
)


def full_stage() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.world.phase.allow.visit = True
    stage.do(PostMessage(room=ROOM, text="mine"))
    stage.do(EditPage(nickname="me", signature="line"))
    stage.do(PublishPost(text="post"))
    stage.do(ArrangeAlbum(cards=(stage.scenario.decks["web"].cards[0],)))
    stage.do(GiveReason(card=WHOLE, text="reason"))
    stage.play_persona("haibo", WriteComment(page="1/yuting", thing="page", text="comment"))
    stage.join()
    stage.link.answers = True
    return stage


async def printed(stage: Stage, text: str) -> list[str]:
    """Everything that the line mode says while a session full of `text` is typed through."""
    store = stage.store
    store.reload(poisoned(store.world, lambda field: text), poisoned(store.view, lambda field: text))
    lines: list[str] = []
    typed: asyncio.Queue[str | None] = asyncio.Queue()
    link: Any = stage.link
    talking = asyncio.create_task(talk(link, store, read=typed.get, write=lines.append, now=lambda: 0))
    await asyncio.sleep(0)
    for fact, audience in (
        (MessagePosted(text=text), "all"),
        (PageEdited(nickname=text, signature=text, face=text, music=text), "all"),
        (Narrated(text=text), "all"),
        (SaidAloud(text=text, heard=("1/yuting", OTHER)), "all"),
    ):
        draft = Draft(fact, audience, 1, OTHER, OTHER if isinstance(fact, PageEdited) else ROOM)
        store.take_event(stamp(store.world, draft, "seat:9", Now(stage.now_ms)))
    store.expect("r1", PostMessage(room=ROOM, text=text))
    store.refuse("r1", "no", text)
    store.set_link(LinkState("closed", text=text))
    for line in (*TYPED, f"/{text}", None):
        typed.put_nowait(line)
    await talking
    return lines


@pytest.mark.parametrize("text", [one.texts[0] for one in hostile_passes()], ids=ascii)
async def test_no_line_carries_a_foreign_sign(text: str) -> None:
    lines = await printed(full_stage(), text)
    assert len(lines) > len(TYPED)
    assert [line for line in lines if FOREIGN.search(line)] == []


async def test_what_was_written_is_still_said() -> None:
    lines = await printed(full_stage(), "[b]汉字[/b]")
    assert sum("[b]汉字[/b]" in line for line in lines) > 10
