"""What a person wrote is shown so that others can tell it apart, with joined pictures as their parts."""

import pytest

from client.screens.stage import Stage, seen
from goodpath_client.shown_text import shown_block, shown_line
from goodpath_client.steady_signs import steady
from goodpath_client.widgets.wrapping import width
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import SayAloud
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.profile import EditPage

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
PARTS = "\U0001f468\U0001f469\U0001f467"


@pytest.mark.parametrize(
    ("written", "painted"),
    [
        ("plain 雨 🌧", "plain 雨 🌧"),
        (FAMILY, PARTS),
        ("\U0001f469\U0001f3fd\u200d\U0001f33e", "\U0001f469\U0001f33e"),
        ("\U0001f3f3\ufe0f\u200d\U0001f308.", "\U0001f3f3 \U0001f308."),
        ("❤️\u200d\U0001f525", "❤ \U0001f525"),
    ],
    ids=["no joined picture", "family", "farmer of some colour", "flag", "heart"],
)
def test_a_joined_picture_is_shown_as_the_pictures_it_is_made_of_each_as_wide_as_reckoned(
    written: str, painted: str
) -> None:
    assert steady(shown_line(written)) == steady(shown_block(written)) == painted
    assert width(shown_line(written)) == width(painted)


def test_words_are_cleaned_for_the_screen() -> None:
    assert (shown_line("a\x1bb\nc"), shown_block("a\x1bb\nc")) == ("a\ufffdb c", "a\ufffdb\nc")


async def test_who_writes_of_a_family_is_read_as_one_who_writes_of_a_family() -> None:
    stage = Stage()
    stage.start()
    stage.do(EditPage(nickname="Rain", signature=f"for {FAMILY}"))
    stage.play_persona("chunmei", PostMessage(room="1/page-makers", text=f"all {FAMILY} here"))
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await seen(pilot, f"all {PARTS} here")
        await seen(pilot, f'"for {PARTS}"')


async def test_so_it_is_with_what_is_said_in_the_room() -> None:
    stage = Stage()
    stage.start()
    stage.do(PutPhoneDown())
    stage.do(SayAloud(text=f"all {FAMILY} here"))
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, f"all {PARTS} here")
