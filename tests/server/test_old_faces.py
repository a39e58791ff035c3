"""The teacher takes away words of a page's face that the state has no more, for everybody and for good."""

from goodpath_core.play.bounds import Bounds
from goodpath_core.play.hidden_faces import FaceHidden, HideFace
from goodpath_core.play.profile import EditPage, PageEdited
from goodpath_core.play.sight import visible
from goodpath_core.wire.codec import event_from
from goodpath_core.wire.frames import AskEdits, AskState, News
from goodpath_core.wire.values import world_from
from hall import Guest, Hall

PAGE = "1/yuting"


def bounded(hall: Hall) -> Hall:
    """The same hall, whose state keeps four versions of a page."""
    hall.session.world.bounds = hall.session.stored.bounds = Bounds(versions=4)
    return hall


async def edited(hall: Hall, yuting: Guest, **parts: str) -> int:
    """The number of the edit with which the page has these parts."""
    await hall.do(yuting, f"edit {hall.session.stored.seq}", EditPage.model_validate(parts))
    return hall.session.stored.seq


async def old_words(again: str = "") -> tuple[Hall, Guest, Guest, Guest, int]:
    """A teacher, Yuting, Ming, and the number of an edit that five others have pushed out of the state.

    The last but one of them says `again`, if anything.
    """
    hall = bounded(Hall())
    yuting, ming = await hall.student(PAGE), await hall.student("1/ming")
    teacher = await hall.teacher()
    await hall.start()
    rude = await edited(hall, yuting, signature="secret about Ana", music="a song")
    for words in ("mood 1", "mood 2", "mood 3", again or "mood 4", "mood 5"):
        await edited(hall, yuting, signature=words)
    assert rude not in [version.seq for version in hall.session.stored.pages[PAGE].versions]
    return hall, teacher, yuting, ming, rude


def hide(version: int, page: str = PAGE) -> HideFace:
    return HideFace(page=page, part="signature", version=version)


def told(guest: Guest) -> list[FaceHidden]:
    """What was removed, as a member was told of it."""
    events = [event_from(value) for frame in guest.of(News) for value in frame.events]
    return [event.fact for event in events if event and isinstance(event.fact, FaceHidden)]


async def said(hall: Hall, guest: Guest, before: int = 10_000, limit: int = 50) -> list[str | None]:
    """What edits of Yuting's page said of the signature."""
    page = await hall.ask(guest, AskEdits(page=PAGE, before=before, limit=limit))
    facts = [event.fact for value in page if (event := event_from(value))]
    return [fact.signature for fact in facts if isinstance(fact, PageEdited)]


def sent(guest: Guest) -> bytes:
    return b"".join(guest.transport.written)


async def test_they_go_from_all_that_is_said_again_also_after_a_restart() -> None:
    hall, teacher, yuting, ming, rude = await old_words()
    epoch, before = ming.welcome.epoch, rude - 1
    moods = [f"mood {number}" for number in range(1, 6)]
    assert await said(hall, teacher) == ["secret about Ana", *moods]

    await hall.do(teacher, "hide", hide(rude))

    assert told(ming) == [FaceHidden(part="signature", becomes="", versions=(rude,))]
    assert await said(hall, teacher) == [None, *moods]
    back = await hall.back(ming, epoch=epoch, seq=before)
    assert back.welcome.mode == "resumed"
    assert b"secret" not in sent(back) and b"a song" in sent(back) and b"mood 1" in sent(back)
    await hall.close()

    again = bounded(Hall(log=hall.log, keys=hall.keys, at_ms=hall.clock.at_ms))
    await again.settle()
    back = await again.back(yuting, epoch=epoch, seq=before)
    assert back.welcome.mode == "resumed" and b"secret" not in sent(back) and b"mood 1" in sent(back)
    assert await said(again, await again.teacher()) == [None, *moods]
    await again.close()


async def test_the_same_words_that_the_state_has_go_with_them_and_copies_follow() -> None:
    hall, teacher, _, ming, rude = await old_words(again="secret about Ana")
    again = next(v.seq for v in hall.session.stored.pages[PAGE].versions if "secret" in v.signature)
    await hall.do(teacher, "hide", hide(rude))
    assert told(ming) == [FaceHidden(part="signature", becomes="", versions=(rude, again))]
    assert [v.signature for v in hall.session.stored.pages[PAGE].versions] == ["", "mood 3", "", "mood 5"]
    fresh = await hall.back(ming)
    state = world_from(await hall.ask(fresh, AskState()))
    assert state == visible(hall.session.stored, fresh.member.viewer)
    assert b"secret" not in sent(fresh)
    await hall.close()


async def test_a_version_that_had_them_without_having_said_them_names_them_as_well() -> None:
    hall = bounded(Hall())
    yuting, teacher = await hall.student(PAGE), await hall.teacher()
    await hall.start()
    await edited(hall, yuting, signature="secret about Ana")
    kept = await edited(hall, yuting, music="a song")
    for number in range(5):
        await edited(hall, yuting, signature=f"mood {number}")
    await hall.do(teacher, "hide", hide(kept))
    assert (await said(hall, teacher))[:2] == [None, None]
    await hall.close()


async def test_what_was_removed_or_was_no_version_or_had_no_words_is_refused() -> None:
    hall, teacher, yuting, ming, rude = await old_words()
    music = await edited(hall, yuting, music="another song")
    for number in range(5):
        await edited(hall, yuting, skin="neon" if number % 2 else "plain", face=f"({number})")
    await hall.do(teacher, "hide", hide(rude))
    removal = hall.session.stored.seq
    asked = {
        "gone": (hide(rude), "no_words"),
        "none": (HideFace(page=PAGE, part="nickname", version=rude), "no_words"),
        "too old": (hide(1), "no_such_thing"),
        "no edit": (hide(removal), "no_such_thing"),
        "another page": (hide(rude, "1/ming"), "no_such_thing"),
        "to come": (hide(removal + 99), "no_such_thing"),
    }
    for request, (command, _) in asked.items():
        await hall.do(teacher, request, command)
    assert teacher.refusals == [(request, code) for request, (_, code) in asked.items()]
    assert hall.session.stored.seq == removal
    await hall.do(yuting, "mine", hide(music))
    assert yuting.refusals == [("mine", "not_allowed")]
    await hall.close()


async def test_what_the_page_began_with_stays_where_it_was_put_back_long_ago() -> None:
    hall = bounded(Hall())
    yuting, teacher = await hall.student(PAGE), await hall.teacher()
    await hall.start()
    first = hall.session.stored.pages[PAGE].face.nickname
    await edited(hall, yuting, nickname="Another")
    back = await edited(hall, yuting, nickname=first)
    for number in range(5):
        await edited(hall, yuting, nickname=f"Mood {number}")
    await hall.do(teacher, "hide", HideFace(page=PAGE, part="nickname", version=back))
    assert teacher.refusals == [("hide", "no_words")]
    await hall.close()


async def test_the_edits_of_a_page_come_page_by_page_to_the_teacher_alone() -> None:
    hall, teacher, yuting, _, rude = await old_words()
    assert await said(hall, teacher, limit=2) == ["mood 4", "mood 5"]
    assert await said(hall, teacher, before=rude + 2, limit=2) == ["secret about Ana", "mood 1"]
    assert await said(hall, teacher, before=rude) == []
    assert list(await hall.ask(teacher, AskEdits(page="1/nobody", before=9))) == []
    assert await hall.ask(yuting, AskEdits(page=PAGE, before=10_000)) == "not_allowed"
    await hall.close()
