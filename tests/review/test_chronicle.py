"""Walking through a session shows each event at its own moment, and nothing of words that are gone."""

from pathlib import Path

from goodpath.library import load

from goodpath_core.play.control import StartWorld
from goodpath_core.play.messages import PostMessage, TakeBackMessage
from goodpath_core.play.posts import PublishPost, RemovePost
from goodpath_core.play.profile import EditPage
from goodpath_review.chronicle import ERASED, Line, gone_texts, walk
from goodpath_review.session_file import SessionFile
from review.played_class import TEACHER, PlayedClass

GROUP = "1/page-makers"


def named(folder: Path) -> tuple[PlayedClass, Path, list[int]]:
    """Yuting wrote, took a name, took back a line and a post, and wrote what was erased; their numbers."""
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    numbers = [town.after(5, PostMessage(room=GROUP, text="before"), yuting)]
    numbers.append(town.after(5, EditPage(nickname="City After Rain"), yuting))
    numbers.append(town.after(5, PostMessage(room=GROUP, text="not so"), yuting))
    town.after(5, TakeBackMessage(room=GROUP, message=numbers[-1]), yuting)
    numbers.append(town.after(5, PublishPost(text="down", cards=("bridge-rain",)), yuting))
    town.after(5, RemovePost(post=numbers[-1]), yuting)
    numbers.append(town.after(5, PostMessage(room=GROUP, text="erased"), yuting))
    town.erase(numbers[-1])
    return town, town.save(folder / "walk.goodpath"), numbers


def lines(path: Path, numbers: list[int]) -> list[Line]:
    with SessionFile(path) as file:
        return [line for _, line in walk(file) if line.record.seq in numbers]


def test_a_voice_has_the_name_of_its_moment(tmp_path: Path) -> None:
    _, path, numbers = named(tmp_path)

    assert [line.name for line in lines(path, numbers)] == [
        "Pan Yuting",
        "Pan Yuting",
        *["City After Rain (Pan Yuting)"] * 3,
    ]


def test_words_that_are_gone_later_are_gone_at_their_own_moment_with_their_pictures(tmp_path: Path) -> None:
    _, path, numbers = named(tmp_path)
    before, _, taken_back, taken_down, erased = lines(path, numbers)
    back, down = "(taken back by its writer)", "(taken down by its writer)"

    assert [line.gone for line in (before, taken_back, taken_down, erased)] == ["", back, down, ERASED]
    assert [line.event.fact.model_dump()["text"] for line in (before, taken_back, taken_down, erased)] == [
        "before",
        back,
        down,
        ERASED,
    ]
    assert taken_down.event.fact.model_dump()["cards"] == ()
    assert "not so" in taken_back.record.body and "not so" not in taken_back.sentence


def test_gone_texts_name_the_event_that_held_them_and_none_that_stands(tmp_path: Path) -> None:
    _, path, (_, _, taken_back, taken_down, erased) = named(tmp_path)
    with SessionFile(path) as file:
        found = gone_texts(file)

    assert found == {
        taken_back: "(taken back by its writer)",
        taken_down: "(taken down by its writer)",
        erased: ERASED,
    }


def test_what_was_removed_and_then_erased_stays_removed(tmp_path: Path) -> None:
    town, _, (_, _, taken_back, _, _) = named(tmp_path)
    town.erase(taken_back)
    with SessionFile(town.save(tmp_path / "erased.goodpath")) as file:
        assert gone_texts(file)[taken_back] == "(taken back by its writer)"


def test_the_scene_stands_just_before_each_event_and_has_all_of_it_in_the_end(tmp_path: Path) -> None:
    town, path, _ = named(tmp_path)
    with SessionFile(path) as file:
        before = [(scene.world.seq, line.record.seq, scene) for scene, line in walk(file)]

    assert [world for world, _, _ in before] == [number - 1 for _, number, _ in before]
    assert before[-1][2].world.seq == town.world.seq
