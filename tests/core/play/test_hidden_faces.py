"""What the teacher removes from the head of a page: words that a part of a face has, or has had."""

from dataclasses import replace

import pytest

from goodpath_core.errors import Refused
from goodpath_core.play.bounds import Bounds
from goodpath_core.play.event import Command, Draft, Now
from goodpath_core.play.hidden_faces import (
    FaceHidden,
    HideFace,
    WrittenPart,
    without_part,
)
from goodpath_core.play.profile import EditPage, PageEdited
from goodpath_core.play.registry import decide
from goodpath_core.play.state import Page
from town import TEACHER, Town, one_phase, playing

PAGE = "1/yuting"
MINE = ("", PAGE)
"""Voice and room of what the teacher does to this page."""


def fair() -> Town:
    """Yuting's page is called Rain and has no signature yet; nothing happens by itself."""
    return playing(one_phase())


def page(town: Town) -> Page:
    return town.world.pages[PAGE]


def edited(town: Town, **parts: str) -> int:
    """The number of the version with which the page has these parts."""
    town.do(EditPage.model_validate(parts), town.player(PAGE))
    return town.world.seq


def signatures(town: Town) -> list[str]:
    return [version.signature for version in page(town).versions]


def hide(version: int, part: WrittenPart = "signature") -> HideFace:
    return HideFace(page=PAGE, part=part, version=version)


def test_a_part_of_a_face_is_again_what_the_page_began_with() -> None:
    town = fair()
    nasty = edited(town, nickname="Nasty", signature="nasty too", face="8==D", music="a nasty song")
    assert town.do(hide(nasty, "nickname"), TEACHER) == [
        Draft(FaceHidden(part="nickname", becomes="Rain", versions=(nasty,)), "cell", 1, *MINE)
    ]
    for part in ("signature", "face", "music"):
        town.do(hide(nasty, part), TEACHER)
    first, face = page(town).versions
    assert (face.nickname, face.signature, face.face, face.music) == ("Rain", "", "", "")
    assert replace(face, seq=first.seq, world_s=first.world_s) == first


def test_words_that_stand_there_no_more_are_removed_and_what_stands_there_stays() -> None:
    town = fair()
    nasty = edited(town, signature="nasty about Ana")
    edited(town, signature="sunny day")
    town.do(hide(nasty), TEACHER)
    assert signatures(town) == ["", "", "sunny day"]
    assert town.refused(hide(nasty), TEACHER) == "no_words"


def test_they_are_removed_too_where_the_player_has_put_back_what_the_page_began_with() -> None:
    town = fair()
    nasty = edited(town, nickname="Nasty")
    edited(town, nickname="Rain")
    town.do(hide(nasty, "nickname"), TEACHER)
    assert [version.nickname for version in page(town).versions] == ["Rain"] * 3


@pytest.mark.parametrize("chosen", [1, 3, 4])
def test_every_version_with_the_words_loses_them_whichever_is_chosen_and_no_other(chosen: int) -> None:
    town = fair()
    seqs = [
        edited(town, signature="fine", skin="neon"),
        edited(town, signature="nasty", music="a song"),
        edited(town, signature="between"),
        edited(town, signature="nasty"),
        edited(town, face="^_^"),
    ]
    (draft,) = town.do(hide(seqs[chosen]), TEACHER)
    assert draft.fact == FaceHidden(part="signature", becomes="", versions=(seqs[1], seqs[3], seqs[4]))
    assert signatures(town) == ["", "fine", "", "between", "", ""]
    face = page(town).face
    assert (face.music, face.face, face.skin) == ("a song", "^_^", "neon")


def test_the_same_words_written_again_can_be_removed_again() -> None:
    town = fair()
    town.do(hide(edited(town, signature="nasty")), TEACHER)
    again = edited(town, signature="nasty")
    assert signatures(town) == ["", "", "nasty"]
    (draft,) = town.do(hide(again), TEACHER)
    assert draft.fact == FaceHidden(part="signature", becomes="", versions=(again,))
    assert signatures(town) == ["", "", ""]


def test_a_nickname_that_somebody_else_has_taken_meanwhile_does_not_come_back() -> None:
    town = fair()
    nasty = edited(town, nickname="Nasty")
    town.do(EditPage(nickname="Rain"), town.player("1/ming"))
    (draft,) = town.do(hide(nasty, "nickname"), TEACHER)
    assert draft.fact == FaceHidden(part="nickname", becomes="", versions=(nasty,))
    assert town.refused(hide(nasty, "nickname"), TEACHER) == "no_words"


def pushed_out() -> tuple[Town, int]:
    """A page whose state keeps three versions, and the number of the one that has left it."""
    town = fair()
    town.world.bounds = Bounds(versions=3)
    old = edited(town, signature="nasty")
    for words in ("fine", "nasty", "better"):
        edited(town, signature=words)
    return town, old


def test_of_a_version_that_has_left_the_state_the_past_says_what_words_it_has() -> None:
    town, old = pushed_out()
    again = page(town).versions[1].seq
    assert old not in [version.seq for version in page(town).versions]
    (draft,) = town.do(hide(old), TEACHER)
    assert draft.fact == FaceHidden(part="signature", becomes="", versions=(old, again))
    assert signatures(town) == ["", "", "better"]
    for gone in (old, page(town).versions[0].seq):
        assert town.refused(hide(gone), TEACHER) == "no_words"


def test_a_number_that_is_no_version_of_the_page_is_refused_however_old() -> None:
    town, old = pushed_out()
    town.do(EditPage(signature="nasty"), town.player("1/ming"))
    between = old - 1
    assert page(town).versions[0].seq < between
    for number in (between, 0, town.world.seq, town.world.seq + 1):
        assert town.refused(hide(number), TEACHER) == "no_such_thing"


def test_whoever_knows_nothing_of_the_past_removes_only_what_the_state_has() -> None:
    town, old = pushed_out()
    now = Now(town.wall_ms)
    with pytest.raises(Refused, match="not on the page"):
        decide(town.world, hide(old), TEACHER, now)
    again = page(town).versions[1].seq
    (draft,) = decide(town.world, hide(again), TEACHER, now)
    assert draft.fact == FaceHidden(part="signature", becomes="", versions=(again,))


def test_what_the_page_began_with_stays_also_where_the_version_with_it_has_left_the_state() -> None:
    town = fair()
    town.world.bounds = Bounds(versions=3)
    edited(town, nickname="Nasty")
    back = edited(town, nickname="Rain")
    for number in range(3):
        edited(town, nickname=f"Wave {number}")
    assert town.refused(hide(back, "nickname"), TEACHER) == "no_words"


def test_its_player_may_write_another_one_afterwards() -> None:
    town = fair()
    town.do(hide(edited(town, nickname="Nasty"), "nickname"), TEACHER)
    edited(town, nickname="Nice")
    assert [one.nickname for one in page(town).versions] == ["Rain", "Rain", "Nice"]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (HideFace(page="0/fair", part="music", version=2), "no_such_page"),
        (HideFace(page=PAGE, part="music", version=9999), "no_such_thing"),
        (HideFace(page=PAGE, part="nickname", version=2), "no_words"),
        (HideFace(page="1/ming", part="nickname", version=2), "no_words"),
        (HideFace(page=PAGE, part="music", version=2), "no_words"),
    ],
)
def test_what_is_not_there_cannot_be_removed(command: Command, code: str) -> None:
    town = fair()
    assert page(town).versions[0].seq == 2
    assert town.refused(command, TEACHER) == code


@pytest.mark.parametrize("part", ["nickname", "signature", "face", "music"])
def test_an_edit_says_a_removed_part_no_longer_and_all_else(part: WrittenPart) -> None:
    edit = PageEdited(nickname="a", signature="b", face="c", skin="neon", music="d")
    kept = without_part(edit, part)
    assert getattr(kept, part) is None
    assert [name for name, words in dict(kept).items() if words is None] == [part]
