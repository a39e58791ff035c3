"""Ids read as the names of their moment, and nobody is quoted whose words are gone."""

import pytest
from goodpath.library import load

from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.messages import private_room
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_review.scene import Scene
from review.played_class import TEACHER, PlayedClass

SHORT = "Tonight the street is a mirror."
LONG = "Tonight the street is a mirror, and I am in it."


def town() -> tuple[PlayedClass, int, int, int]:
    """Yuting with a nickname and three posts, of which the last has no words; numbers of the posts."""
    town = PlayedClass(load("ten-pictures"), cells=2)
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, EditPage(nickname="City After Rain"), yuting)
    posts = [town.after(5, PublishPost(text=text), yuting) for text in (SHORT, LONG)]
    posts.append(town.after(5, PublishPost(text="", cards=("bridge-rain",)), yuting))
    return town, posts[0], posts[1], posts[2]


def scene(several: bool = False, gone: dict[int, str] | None = None) -> Scene:
    played = town()[0]
    return Scene(played.loaded.scenario, several, gone or {}, world=played.world)


@pytest.mark.parametrize(
    ("voice", "alone", "beside_others"),
    [
        ("1/yuting", "City After Rain (Pan Yuting)", "City After Rain (Pan Yuting, cell 1)"),
        ("1/haibo", "Long Haibo", "Long Haibo (cell 1)"),
        ("npc:traveller", "Stranger with a suitcase", "Stranger with a suitcase"),
        ("npc:nobody", "nobody", "nobody"),
        ("narrator", "the narrator", "the narrator"),
        ("stranger", "a stranger", "a stranger"),
        ("teacher", "the teacher", "the teacher"),
        ("", "somebody", "somebody"),
        ("seat:7", "a player", "a player"),
    ],
)
def test_a_voice_reads_as_a_name_with_its_cell_where_there_are_several(
    voice: str, alone: str, beside_others: str
) -> None:
    assert (scene().voice(voice), scene(several=True).voice(voice)) == (alone, beside_others)


def test_inside_a_cell_its_own_names_need_no_cell_and_those_of_another_do() -> None:
    first = scene(several=True).within(1)

    assert first.voice("1/yuting") == "City After Rain (Pan Yuting)"
    assert first.voice("1/haibo") == "Long Haibo"
    assert first.voice("2/haibo") == "Long Haibo (cell 2)"
    assert first.room("1/page-makers") == "Page makers"
    assert first.room("2/page-makers") == "Page makers (cell 2)"


def test_rooms_and_pages_read_as_names() -> None:
    alone, several = scene(), scene(several=True)
    chat = private_room("1/yuting", "1/haibo")

    assert alone.room("1/page-makers") == "Page makers"
    assert several.room("2/page-makers") == "Page makers (cell 2)"
    assert alone.room(chat) == "the private chat of Long Haibo and City After Rain (Pan Yuting)"
    assert alone.room("1/yuting") == "City After Rain (Pan Yuting)"
    assert alone.room("1/no-such-room") == "1/no-such-room"


def test_a_thing_on_a_page_reads_as_what_it_is() -> None:
    played, short, long, bare = town()
    found = Scene(played.loaded.scenario, world=played.world)

    assert found.thing("1/yuting", "page") == "the page"
    assert found.thing("1/yuting", "card:red-car") == "the picture “Red sports car at the sea”"
    assert found.thing("1/yuting", f"post:{short}") == f"the post “{SHORT}”"
    assert found.thing("1/yuting", f"post:{long}") == "the post “Tonight the street is a mirror, and I a…”"
    assert found.thing("1/yuting", f"post:{bare}") == "the post with a picture"
    assert found.thing("1/yuting", "post:9999") == "a post that is gone"


def test_a_post_of_words_that_was_passed_on_without_an_own_word_is_not_called_a_picture() -> None:
    played = PlayedClass(load("ten-pictures"))
    yuting, haibo = played.seat("1/yuting"), played.seat("1/haibo")
    played.after(5, StartWorld(), TEACHER)
    short = played.after(5, PublishPost(text=SHORT), yuting)
    played.after(5, NextPhase(), TEACHER)
    passed = played.after(5, Repost(page="1/yuting", thing=f"post:{short}"), haibo)
    found = Scene(played.loaded.scenario, world=played.world)

    assert found.thing("1/haibo", f"post:{passed}") == "the post passed on from Pan Yuting"


def test_a_post_that_is_taken_down_later_is_not_quoted_before_either() -> None:
    played, short, *_ = town()
    found = Scene(played.loaded.scenario, gone={short: "(removed)"}, world=played.world)

    assert found.thing("1/yuting", f"post:{short}") == "a post that is gone"


def test_without_a_scenario_keys_stand_for_names() -> None:
    found = Scene(None, world=town()[0].world)

    assert found.voice("1/haibo") == "haibo"
    assert (found.card("red-car"), found.card(""), found.skin("rain"), found.house("1/row")) == (
        *("“red-car”", "a picture", "rain", "row"),
    )


def test_several_read_as_one_list() -> None:
    assert scene().voices(("1/yuting", "narrator")) == "City After Rain (Pan Yuting), the narrator"
    assert scene().voices(()) == "nobody"
    assert scene().cards(("red-car", "terraces")) == "“Red sports car at the sea”, “Terraces in water”"
