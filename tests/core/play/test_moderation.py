"""What the teacher removes from a page: posts and words under things; and all that, with faces, at random."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodpath_core.play.bounds import CLASS, Bounds
from goodpath_core.play.control import EndSession, PauseWorld, StartWorld
from goodpath_core.play.edits import Edits
from goodpath_core.play.event import By, Command, Draft, Event, people
from goodpath_core.play.hidden_faces import FaceHidden, HideFace, WrittenPart
from goodpath_core.play.messages import HideMessage, PostMessage, wordless
from goodpath_core.play.moderation import CommentHidden, HideComment, HidePost, PostHidden
from goodpath_core.play.posts import Audience, PublishPost, RemovePost, Repost
from goodpath_core.play.profile import EditPage, PageEdited
from goodpath_core.play.registry import reduce
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.state import Page, World
from removals import PLAYED, Act, Deed, assert_same_for_who_comes_back, people_town, try_all
from town import TEACHER, Town, one_phase, playing

PAGE = "1/yuting"
MINE = ("", PAGE)
"""Voice and room of what the teacher does to this page."""


def fair() -> Town:
    """Yuting has a post with a lamp, 9, from before play, with a word of lele's, 11, under it."""
    return playing(one_phase())


def page(town: Town) -> Page:
    return town.world.pages[PAGE]


def last(town: Town) -> int:
    return town.world.seq


def test_a_post_loses_words_and_pictures_and_those_who_saw_it_are_told() -> None:
    town = fair()
    town.do(PublishPost(text="nasty", cards=("lamp", "neon")), town.player(PAGE))
    post = last(town)
    assert town.do(HidePost(page=PAGE, post=post), TEACHER) == [
        Draft(PostHidden(post=post), "cell", 1, *MINE)
    ]
    found = page(town).posts[-1]
    assert (found.seq, found.text, found.cards, found.gone) == (post, "", (), "hidden")
    other = page(town).posts[0]
    assert (other.seq, other.text, other.cards, other.gone) == (9, "A lamp.", ("lamp",), "")
    assert town.refused(HidePost(page=PAGE, post=post), TEACHER) == "no_such_thing"
    assert town.refused(RemovePost(post=post), town.player(PAGE)) == "no_such_thing"
    for thing in (LikeThing, Repost):
        assert town.refused(thing(page=PAGE, thing=f"post:{post}"), town.player("1/ming")) == "no_such_thing"


def test_of_a_post_for_own_eyes_only_its_owner_hears() -> None:
    town = fair()
    town.do(PublishPost(text="nasty", visible_to="me"), town.player(PAGE))
    post = last(town)
    assert town.do(HidePost(page=PAGE, post=post), TEACHER) == [
        Draft(PostHidden(post=post), people(PAGE), 1, *MINE)
    ]


def test_who_passed_a_post_on_keeps_the_own_post_which_can_be_removed_as_well() -> None:
    town = fair()
    town.do(Repost(page=PAGE, thing="post:9", text="look"), town.player("1/ming"))
    passed_on = last(town)
    town.do(HidePost(page=PAGE, post=9), TEACHER)
    ours = town.world.pages["1/ming"].posts[-1]
    assert (ours.text, ours.cards, ours.of) == ("look", ("lamp",), "1/yuting#post:9")
    assert page(town).responses["post:9"].reposts == ["1/ming"]
    town.do(HidePost(page="1/ming", post=passed_on), TEACHER)
    assert (ours.text, ours.cards) == ("", ())


@pytest.mark.parametrize("thing", ["page", "post:9"])
def test_a_word_under_a_thing_loses_its_text_and_keeps_its_place(thing: str) -> None:
    town = fair()
    for text in ("nasty", "nice"):
        town.do(WriteComment(page=PAGE, thing=thing, text=text), town.player("1/ming"))
    nasty = last(town) - 1
    assert town.do(HideComment(page=PAGE, comment=nasty), TEACHER) == [
        Draft(CommentHidden(comment=nasty), "cell", 1, *MINE)
    ]
    assert page(town).responses[thing].comments[-2:] == [(nasty, "1/ming", ""), (nasty + 1, "1/ming", "nice")]
    assert town.refused(HideComment(page=PAGE, comment=nasty), TEACHER) == "no_such_thing"


def test_a_word_from_before_play_and_one_under_a_post_that_is_gone_can_be_removed() -> None:
    town = fair()
    (seq, voice, text) = page(town).responses["post:9"].comments[0]
    assert text == "bright"
    town.do(HidePost(page=PAGE, post=9), TEACHER)
    town.do(HideComment(page=PAGE, comment=seq), TEACHER)
    assert page(town).responses["post:9"].comments == [(seq, voice, "")]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (HidePost(page="1/nobody", post=9), "no_such_page"),
        (HideComment(page="", comment=11), "no_such_page"),
        (HidePost(page=PAGE, post=11), "no_such_thing"),
        (HidePost(page="1/ming", post=9), "no_such_thing"),
        (HideComment(page=PAGE, comment=9), "no_such_thing"),
        (HideComment(page="1/ming", comment=11), "no_such_thing"),
    ],
)
def test_what_is_not_there_cannot_be_removed(command: Command, code: str) -> None:
    assert fair().refused(command, TEACHER) == code


def test_it_is_possible_during_a_pause_and_after_the_end_when_the_class_can_still_read() -> None:
    town = fair()
    town.do(PostMessage(room="1/line3", text="nasty"), town.player(PAGE))
    line = last(town)
    town.do(EditPage(nickname="Nasty"), town.player(PAGE))
    named = last(town)
    town.do(PauseWorld(why="Look here."), TEACHER)
    town.do(HidePost(page=PAGE, post=9), TEACHER)
    town.do(EndSession(), TEACHER)
    parts: tuple[Command, ...] = (
        HideComment(page=PAGE, comment=11),
        HideFace(page=PAGE, part="nickname", version=named),
        HideMessage(room="1/line3", message=line),
    )
    assert [len(town.do(command, TEACHER)) for command in parts] == [1, 1, 1]


def retold(events: list[Event]) -> list[Event]:
    """The events as they are sent to who comes back: nothing that was removed is said in them."""
    told, edits = list(events), Edits()
    for event in events:
        fact = event.fact
        edits.take(event)
        if isinstance(fact, PostHidden | CommentHidden):
            at = (fact.post if isinstance(fact, PostHidden) else fact.comment) - 1
            told[at] = told[at]._replace(fact=wordless(told[at].fact))
    for seq, _ in edits.all_gone():
        told[seq - 1] = edits.still_said(told[seq - 1])
    return told


PARTS: tuple[WrittenPart, ...] = ("nickname", "signature", "face", "music")
RUDE = "rude words"
TIGHT = CLASS._replace(versions=3, posts=2, comments=3)


def _edit(town: Town, page: str, number: int) -> tuple[Command, By]:
    """Four signatures and some other words, so that the same ones come again."""
    part = PARTS[number % 4] if number % 2 else "signature"
    text = f"{RUDE} {page[2]}{number}"[: 12 if part == "nickname" else None]
    return EditPage.model_validate({part: text if number % 3 else ""}), town.player(page)


def _edit_two(town: Town, page: str, number: int) -> tuple[Command, By]:
    signature = (f"{RUDE} 1", "fine", f"{RUDE} 2")[number % 3]
    return EditPage(signature=signature, music=f"song {number % 2}"), town.player(page)


def _post(town: Town, page: str, number: int) -> tuple[Command, By]:
    audience: Audience = "me" if number % 3 == 0 else "all"
    return PublishPost(text=f"{RUDE} {number}", visible_to=audience), town.player(page)


def _comment(town: Town, page: str, number: int) -> tuple[Command, By]:
    thing = "page" if number % 2 else "post:9"
    return WriteComment(page="1/yuting", thing=thing, text=f"{RUDE} {number}"), town.player(page)


def _hide_post(town: Town, page: str, number: int) -> tuple[Command, By]:
    posts = [post.seq for post in town.world.pages[page].posts] or [0]
    return HidePost(page=page, post=posts[-1 - number % len(posts)]), TEACHER


def _hide_comment(town: Town, page: str, number: int) -> tuple[Command, By]:
    found = town.world.pages["1/yuting"].responses.values()
    words = sorted(seq for one in found for seq, _, _ in one.comments) or [0]
    return HideComment(page="1/yuting", comment=words[-1 - number % len(words)]), TEACHER


def _hide_face(town: Town, page: str, number: int) -> tuple[Command, By]:
    """Of any version that the page has; of the signature more often than of other parts."""
    part = PARTS[number % 4] if number % 2 else "signature"
    seqs = [version.seq for version in town.world.pages[page].versions]
    return HideFace(page=page, part=part, version=seqs[-1 - number % len(seqs)]), TEACHER


ACTS: tuple[Act, ...] = (
    _edit,
    _edit,
    _edit_two,
    _edit_two,
    _post,
    _comment,
    _hide_post,
    _hide_comment,
    _hide_face,
)
DEEDS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.sampled_from(PLAYED), st.integers(0, 11)), min_size=12, max_size=40
)
"""Much that is written on pages and removed from them."""


def lively(deeds: list[Deed], bounds: Bounds) -> Town:
    """A town in which all this is tried."""
    town = people_town(Town(1, one_phase(), bounds))
    town.do(StartWorld(), TEACHER)
    try_all(town, deeds)
    return town


@pytest.mark.no_cover
@pytest.mark.parametrize("bounds", [CLASS, TIGHT], ids=["class", "tight"])
@settings(max_examples=40, deadline=None)
@given(DEEDS)
def test_who_comes_back_at_any_moment_gets_the_same_without_the_words(
    bounds: Bounds, deeds: list[Deed]
) -> None:
    town = lively(deeds, bounds)
    assert_same_for_who_comes_back(town, retold(town.events))


def test_such_a_town_removes_everything_that_can_be_removed() -> None:
    deeds = [(act, page, number) for number in range(6) for act in ACTS for page in PLAYED]
    kinds = {event.fact.kind for event in lively(deeds, CLASS).events}
    assert kinds >= {"page.edited", "post.hidden", "comment.hidden", "face.hidden"}


@pytest.mark.no_cover
@pytest.mark.parametrize("bounds", [CLASS, TIGHT], ids=["class", "tight"])
@settings(max_examples=40, deadline=None)
@given(DEEDS)
def test_words_that_are_removed_from_a_face_stand_in_no_version_and_no_edit_before_the_removal(
    bounds: Bounds, deeds: list[Deed]
) -> None:
    town = lively(deeds, bounds)
    told, world = retold(town.events), World(bounds=bounds)
    for event in town.events:
        fact = event.fact
        if not isinstance(fact, FaceHidden):
            reduce(world, event)
            continue
        versions, part = world.pages[event.room].versions, fact.part
        gone = {getattr(version, part) for version in versions if version.seq in fact.versions}
        stood = [getattr(version, part) for version in versions]
        (words,) = gone
        reduce(world, event)
        assert [getattr(version, part) for version in versions] == [
            fact.becomes if said == words else said for said in stood
        ]
        before = (edit.fact for edit in told[: event.seq] if edit.room == event.room)
        assert words not in [getattr(edit, part) for edit in before if isinstance(edit, PageEdited)]


@pytest.mark.no_cover
@settings(max_examples=40, deadline=None)
@given(DEEDS)
def test_other_words_of_a_face_are_told_as_they_were_said(deeds: list[Deed]) -> None:
    town = lively(deeds, CLASS)
    removed: dict[tuple[str, str], set[str]] = {}
    world = World()
    for event in town.events:
        fact = event.fact
        if isinstance(fact, FaceHidden):
            versions = world.pages[event.room].versions
            removed.setdefault((event.room, fact.part), set()).update(
                getattr(version, fact.part) for version in versions if version.seq in fact.versions
            )
        reduce(world, event)
    for before, after in zip(town.events, retold(town.events), strict=True):
        if isinstance(before.fact, PageEdited):
            lost = [part for part in PARTS if getattr(before.fact, part) != getattr(after.fact, part)]
            assert all(getattr(before.fact, part) in removed[before.room, part] for part in lost)
