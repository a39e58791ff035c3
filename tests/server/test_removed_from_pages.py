"""What the teacher removes from a page is said to nobody again: neither in news nor in the state."""

import pytest

from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Command
from goodpath_core.play.hidden_faces import HideFace
from goodpath_core.play.moderation import HideComment, HidePost
from goodpath_core.play.offline import SayAloud
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.registry import reduce
from goodpath_core.play.responses import WriteComment
from goodpath_core.play.sight import visible
from goodpath_core.play.taken_down import HideAlbumName, HideReason, HideSaid
from goodpath_core.wire.codec import event_from
from goodpath_core.wire.frames import AskState, News
from goodpath_core.wire.values import world_from
from hall import Guest, Hall

PAGE = "1/yuting"
NASTY: dict[str, tuple[Command, Command]] = {
    "a post": (PublishPost(text="secret", cards=("neon",)), HidePost(page=PAGE, post=0)),
    "a private post": (PublishPost(text="secret", visible_to="me"), HidePost(page=PAGE, post=0)),
    "a word": (
        WriteComment(page=PAGE, thing="page", text="secret"),
        HideComment(page=PAGE, comment=0),
    ),
    "a nickname": (EditPage(nickname="secret", skin="neon"), HideFace(page=PAGE, part="nickname", version=0)),
    "a signature": (
        EditPage(signature="secret", music="so"),
        HideFace(page=PAGE, part="signature", version=0),
    ),
    "a face": (EditPage(face="secret"), HideFace(page=PAGE, part="face", version=0)),
    "music": (EditPage(music="secret"), HideFace(page=PAGE, part="music", version=0)),
    "the name of an album": (
        ArrangeAlbum(name="secret", cards=("neon",)),
        HideAlbumName(page=PAGE, album="main"),
    ),
    "the name of a closed album": (
        ArrangeAlbum(name="secret", cards=("neon",), visible_to="me"),
        HideAlbumName(page=PAGE, album="main"),
    ),
}
"""What is written, and how it is removed; the number of the event is filled in."""


def numbered(command: Command, seq: int) -> Command:
    fields = {"post", "comment", "version"} & set(type(command).model_fields)
    return command.model_copy(update=dict.fromkeys(fields, seq))


async def removed(hall: Hall, what: str) -> tuple[Guest, Guest, int]:
    """Yuting and Ming, and the number of the last event before something nasty was written and removed."""
    yuting, ming = await hall.student(PAGE), await hall.student("1/ming")
    await hall.start()
    before, (write, remove) = hall.session.stored.seq, NASTY[what]
    await hall.do(yuting, "write", write)
    await hall.do(yuting, "later", EditPage(skin="plain" if what == "a nickname" else "neon"))
    await hall.do(await hall.teacher(), "remove", numbered(remove, before + 1))
    return yuting, ming, before


def sent(guest: Guest) -> bytes:
    return b"".join(guest.transport.written)


@pytest.mark.parametrize("what", NASTY)
async def test_who_comes_back_from_before_it_gets_the_state_and_no_word_of_it(what: str) -> None:
    hall = Hall()
    yuting, ming, before = await removed(hall, what)
    epoch = yuting.welcome.epoch
    for guest in (yuting, ming):
        state = world_from(await hall.ask(guest, AskState()))
        assert state == visible(hall.session.stored, guest.member.viewer)
        # What was said live was said; from here on nothing is.
        back = await hall.back(guest, epoch=epoch, seq=before)
        assert b"secret" not in sent(back)
        assert back.welcome.mode == "resumed"
        fresh = await hall.back(guest)
        assert b"secret" not in sent(fresh)
        await hall.ask(fresh, AskState())
        assert b"secret" not in sent(fresh)
    await hall.close()


@pytest.mark.parametrize("what", NASTY)
async def test_after_a_restart_it_is_as_gone_as_before(what: str) -> None:
    hall = Hall()
    yuting, _, before = await removed(hall, what)
    epoch, stored = yuting.welcome.epoch, hall.session.stored
    await hall.close()
    again = Hall(log=hall.log, keys=hall.keys, at_ms=hall.clock.at_ms)
    await again.settle()
    assert again.session.stored.pages == stored.pages
    back = await again.back(yuting, epoch=epoch, seq=before)
    assert back.welcome.mode == "resumed"
    assert b"secret" not in sent(back)
    await again.close()


async def signed(hall: Hall, *signatures: str) -> tuple[Guest, int]:
    """Ming, and the number of the last event before Yuting's page had these signatures."""
    yuting, ming = await hall.student(PAGE), await hall.student("1/ming")
    await hall.start()
    before = hall.session.stored.seq
    for number, words in enumerate(signatures):
        await hall.do(yuting, f"sign {number}", EditPage(signature=words))
    return ming, before


async def test_words_that_were_changed_since_are_said_to_nobody_again_and_other_words_are() -> None:
    hall = Hall()
    ming, before = await signed(hall, "secret about Ana", "sunny day", "secret about Ana", "a quiet night")
    teacher = await hall.teacher()
    await hall.do(teacher, "remove", HideFace(page=PAGE, part="signature", version=before + 1))
    stored, epoch = hall.session.stored, ming.welcome.epoch
    back = await hall.back(ming, epoch=epoch, seq=before)
    assert back.welcome.mode == "resumed" and b"secret" not in sent(back)
    assert b"sunny day" in sent(back) and b"a quiet night" in sent(back)
    fresh = await hall.back(ming)
    assert world_from(await hall.ask(fresh, AskState())) == visible(stored, fresh.member.viewer)
    assert b"secret" not in sent(fresh) and b"sunny day" in sent(fresh)
    await hall.close()
    again = Hall(log=hall.log, keys=hall.keys, at_ms=hall.clock.at_ms)
    await again.settle()
    assert again.session.stored.pages == stored.pages
    back = await again.back(ming, epoch=epoch, seq=before)
    assert back.welcome.mode == "resumed" and b"secret" not in sent(back)
    assert b"sunny day" in sent(back)
    await again.close()


async def heard_and_read(hall: Hall) -> tuple[Guest, Guest, int]:
    """Yuting and Ming, and the number before words aloud and a reason that was opened, both removed."""
    yuting, ming = await hall.student(PAGE), await hall.student("1/ming")
    await hall.start()
    before, teacher = hall.session.stored.seq, await hall.teacher()
    await hall.do(yuting, "choose", ArrangeAlbum(cards=("neon",)))
    await hall.do(yuting, "why", GiveReason(card="neon", text="secret why"))
    await hall.do(yuting, "down", PutPhoneDown())
    await hall.do(yuting, "say", SayAloud(text="secret word"))
    said = hall.session.stored.journal[-1].seq
    while hall.session.stored.session.stage == "playing":
        await hall.do(teacher, f"next {hall.session.stored.phase.index}", NextPhase())
    await hall.do(teacher, "hide said", HideSaid(line=said))
    await hall.do(teacher, "hide why", HideReason(page=PAGE, card="neon"))
    return yuting, ming, before


async def test_who_comes_back_hears_no_word_of_what_was_said_aloud_or_opened_and_removed() -> None:
    hall = Hall()
    yuting, ming, before = await heard_and_read(hall)
    assert all(b"secret why" in sent(guest) for guest in (yuting, ming))
    epoch, stored = yuting.welcome.epoch, hall.session.stored
    for guest in (yuting, ming):
        back = await hall.back(guest, epoch=epoch, seq=before)
        assert back.welcome.mode == "resumed" and b"secret" not in sent(back)
        assert world_from(await hall.ask(back, AskState())) == visible(stored, back.member.viewer)
        assert b"secret" not in sent(back)
    await hall.close()
    again = Hall(log=hall.log, keys=hall.keys, at_ms=hall.clock.at_ms)
    await again.settle()
    assert (again.session.stored.pages, again.session.stored.journal) == (stored.pages, stored.journal)
    back = await again.back(ming, epoch=epoch, seq=before)
    assert back.welcome.mode == "resumed" and b"secret" not in sent(back)
    await again.close()


async def test_of_a_private_post_nobody_else_hears_that_it_is_gone() -> None:
    hall = Hall()
    yuting, ming, _ = await removed(hall, "a private post")
    assert yuting.news[-1][1] == "post.hidden"
    assert "post.hidden" not in [kind for _, kind in ming.news]
    await hall.close()


async def test_what_was_written_after_a_removal_is_said_to_who_comes_back() -> None:
    hall = Hall()
    yuting, ming, before = await removed(hall, "a signature")
    await hall.do(yuting, "better", EditPage(signature="better"))
    back = await hall.back(ming, epoch=ming.welcome.epoch, seq=before)
    said = [event_from(value) for frame in back.of(News) for value in frame.events]
    fresh = Hall()
    await fresh.settle()
    copy = fresh.session.stored
    assert [event.fact.kind for event in said if event] == ["page.edited"] * 2 + [
        "face.hidden",
        "page.edited",
    ]
    for event in said:
        assert event is not None
        reduce(copy, event)
    assert copy.pages[PAGE].face.signature == "better"
    assert [one.music for one in copy.pages[PAGE].versions] == ["", "so", "so", "so"]
    await fresh.close()
    await hall.close()
