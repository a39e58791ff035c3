"""Wherever a post is shown that passes another on, the words of that one stand with it, or how they went."""

import pytest

from client.line_terminal import typed
from client.screens.stage import TEACHER, Stage, screen_text, seen, settle, write
from goodpath_client.page_rows import Thing, feed_rows, name_of_thing, page_rows
from goodpath_client.teacher.removals import removal_of
from goodpath_core.play.control import NextPhase
from goodpath_core.play.event import Command
from goodpath_core.play.moderation import HidePost
from goodpath_core.play.posts import PublishPost, RemovePost, Repost

SEA = "Today I saw the sea for the first time."
QUOTED = f"passed on from Wei Chunmei: “{SEA}”"
HIDDEN = "passed on from Wei Chunmei, whose post the teacher removed"
TAKEN_DOWN = "passed on from Wei Chunmei, who took the post down"


def posted(stage: Stage, key: str, command: Command) -> int:
    """Let a persona post something; the number of the post."""
    stage.play_persona(key, command)
    return stage.world.pages[f"1/{key}"].posts[-1].seq


def walk(text: str = "Look!", cards: tuple[str, ...] = ()) -> tuple[Stage, int, int]:
    """Chunmei has posted, Haibo has passed it on under this text; the numbers of both posts."""
    stage = Stage("ten-pictures")
    stage.start()
    first = posted(stage, "chunmei", PublishPost(text=SEA, cards=cards))
    stage.do(NextPhase(), TEACHER)
    return stage, first, posted(stage, "haibo", Repost(page="1/chunmei", thing=f"post:{first}", text=text))


def rows(stage: Stage, number: int) -> set[str]:
    """What the rows of a post say, on the page and in Qzone."""
    page = stage.store.world.pages["1/haibo"]
    found = [*page_rows(stage.store, page, lambda file: b""), *feed_rows(stage.store, lambda file: b"")]
    return {row.text for row in found if f"#post:{number}#" in str(row.key)}


def test_a_row_quotes_the_words_that_were_passed_on() -> None:
    stage, _, number = walk()
    assert rows(stage, number) == {f"Look!  ({QUOTED})"}
    stage, _, number = walk("")
    assert rows(stage, number) == {f"({QUOTED})"}


def test_a_row_quotes_words_beside_the_pictures_that_were_passed_on_with_them() -> None:
    stage, _, number = walk(cards=("red-car",))
    assert rows(stage, number) == {f"Look!  ({QUOTED})"}


def test_lines_of_what_was_passed_on_are_quoted_as_one() -> None:
    stage = Stage("ten-pictures")
    stage.start()
    first = posted(stage, "chunmei", PublishPost(text="Salt.\nWind."))
    stage.do(NextPhase(), TEACHER)
    number = posted(stage, "haibo", Repost(page="1/chunmei", thing=f"post:{first}"))
    assert rows(stage, number) == {"(passed on from Wei Chunmei: “Salt. Wind.”)"}


def test_a_row_says_how_went_what_was_passed_on() -> None:
    stage, first, number = walk()
    stage.do(HidePost(page="1/chunmei", post=first), TEACHER)
    assert rows(stage, number) == {f"Look!  ({HIDDEN})"}
    stage, first, number = walk()
    for _ in ("Lights", "One swap"):
        stage.do(NextPhase(), TEACHER)
    stage.play_persona("chunmei", RemovePost(post=first))
    assert rows(stage, number) == {f"Look!  ({TAKEN_DOWN})"}
    stage.store.world.pages["1/chunmei"].posts.clear()
    assert rows(stage, number) == {"Look!  (passed on from Wei Chunmei, whose post is no longer there)"}


def test_what_is_passed_on_in_turn_is_quoted_with_what_it_passed_on() -> None:
    stage, _, number = walk()
    again = posted(stage, "xiaoyan", Repost(page="1/haibo", thing=f"post:{number}"))
    page = stage.store.world.pages["1/xiaoyan"]
    told = [row.text for row in page_rows(stage.store, page, lambda file: b"")]
    assert f"(passed on from Long Haibo: “Look!”, {QUOTED})" in told
    assert again == page.posts[-1].seq


@pytest.mark.parametrize("order", ["/visit haibo", "/feed"])
def test_the_line_mode_quotes_what_was_passed_on_and_says_how_it_went(order: str) -> None:
    stage, first, _ = walk()
    assert f"the post “Look!”, {QUOTED}." in " ".join(typed(stage, order))
    stage.do(HidePost(page="1/chunmei", post=first), TEACHER)
    assert f"the post “Look!”, {HIDDEN}." in " ".join(typed(stage, order))
    stage, _, _ = walk("")
    assert f"a post, {QUOTED}." in " ".join(typed(stage, order))


def test_one_thing_opened_in_the_line_mode_is_quoted_as_well() -> None:
    stage, _, _ = walk()
    assert f"the post “Look!”, {QUOTED}." in typed(stage, "/visit haibo", "/open 2")[-2]


def test_where_a_post_is_named_by_its_words_one_without_an_own_word_is_named_by_those_it_passes_on() -> None:
    stage, _, number = walk("")
    assert name_of_thing(stage.store, Thing("1/haibo", f"post:{number}"), 20) == "“Today I saw the..”"


def test_the_teacher_s_question_quotes_what_the_post_passes_on() -> None:
    stage, _, number = walk("")
    page = stage.store.world.pages["1/haibo"]
    removal = removal_of(stage.store, page, f"1/haibo#post:{number}#")
    assert removal is not None
    assert removal.question == f"Remove this post from every screen? {QUOTED}"


async def test_page_and_qzone_show_what_was_passed_on_until_the_teacher_removes_it() -> None:
    stage, first, _ = walk()
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await write(pilot, "/visit haibo", "enter")
        await seen(pilot, QUOTED)
        stage.do(HidePost(page="1/chunmei", post=first), TEACHER)
        await seen(pilot, "whose post the teacher removed")
        assert "saw the sea" not in screen_text(app)
        await pilot.press("escape", "f5")
        await seen(pilot, "whose post the teacher removed")


async def test_who_takes_down_a_post_without_an_own_word_reads_what_it_passes_on() -> None:
    stage, first, _ = walk()
    stage.do(Repost(page="1/chunmei", thing=f"post:{first}"))
    for _ in ("Lights", "One swap"):
        stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await write(pilot, "/remove", "enter")
        await seen(pilot, "Take down your post, passed on from Wei Chunmei")
