"""What edits of pages said, and say no longer, as far back as the log goes."""

from goodpath_core.play.edits import Edits
from goodpath_core.play.event import Event, Fact
from goodpath_core.play.hidden_faces import FaceHidden
from goodpath_core.play.profile import PageEdited

PAGE = "1/yuting"


def event(seq: int, fact: Fact, room: str = PAGE) -> Event:
    return Event(seq, 1_000, 64_800, 0, 1, "phone", "seat:1", room, room, "cell", fact)


def taken(*facts: Fact) -> Edits:
    """Edits that know these facts of one page, numbered from 3 on."""
    edits = Edits()
    for seq, fact in enumerate(facts, 3):
        edits.take(event(seq, fact))
    return edits


def removal(*versions: int, part: str = "signature") -> FaceHidden:
    return FaceHidden(part=part, becomes="", versions=versions)


def gone(edits: Edits, part: str = "signature") -> list[int]:
    return edits.gone(PAGE, part, 0, 99)


def test_all_edits_before_a_removal_that_said_the_words_say_them_no_longer() -> None:
    nasty, fine = PageEdited(signature="nasty"), PageEdited(signature="fine", music="nasty")
    edits = taken(nasty, fine, nasty, PageEdited(music="a song"), removal(6), nasty)
    edits.take(event(20, nasty, "1/ming"))
    assert (gone(edits), gone(edits, "music")) == ([3, 5], [])
    assert edits.gone(PAGE, "signature", 4, 5) == [] == edits.gone("1/ming", "signature", 0, 99)
    assert edits.still_said(event(5, nasty)).fact == PageEdited()
    assert edits.still_said(event(4, fine)).fact == fine
    assert edits.still_said(event(8, nasty)).fact == nasty


def test_a_version_has_in_a_part_what_was_last_said_of_it() -> None:
    nasty = PageEdited(signature="nasty")
    edits = taken(PageEdited(face="o_o"), nasty, PageEdited(skin="neon"), PageEdited(signature=""), nasty)
    words = [edits.words(PAGE, "signature", seq) for seq in range(2, 9)]
    assert words == [None, 0, hash("nasty"), hash("nasty"), 0, hash("nasty"), None]
    assert edits.words("1/ming", "signature", 4) is None
    edits.take(event(9, removal(5)))
    assert [edits.words(PAGE, "signature", seq) for seq in (4, 5, 7)] == [0, 0, 0]
    assert gone(edits) == [4, 7]


def test_of_an_edit_that_was_erased_nobody_guesses_what_it_said() -> None:
    edits = taken(PageEdited(signature="fine"), PageEdited(), PageEdited(skin="neon"), removal(4, 5))
    assert edits.words(PAGE, "signature", 3) == hash("fine")
    assert [edits.words(PAGE, "signature", seq) for seq in (4, 5)] == [0, 0]


def test_what_goes_is_the_same_whichever_version_with_the_words_a_removal_names() -> None:
    nasty, fine = PageEdited(signature="nasty"), PageEdited(signature="fine", music="nasty")
    told = (nasty, fine, nasty, PageEdited(music="a song"))
    named = {(5, 6): [3, 5], (6,): [3, 5], (4,): [4], (2,): [], (9,): [3, 5]}
    assert {versions: gone(taken(*told, removal(*versions))) for versions in named} == named


def test_all_that_edits_say_no_longer_is_told_with_the_part_and_nothing_else_is() -> None:
    edits = taken(PageEdited(music="a song"), PageEdited(), PageEdited(signature="nasty"), removal(5))
    edits.take(event(7, removal(3, part="music")))
    edits.take(event(8, removal(5, part="skin")))
    assert sorted(edits.all_gone()) == [(3, "music"), (5, "signature")]


def test_an_edit_whose_only_words_were_removed_said_nothing_else() -> None:
    edits = taken(PageEdited(music="a song"), PageEdited(signature="nasty"), removal(4))
    edits.take(event(6, removal(4, part="music")))
    assert (gone(edits), gone(edits, "music")) == ([4], [3])


def test_the_newest_edits_before_a_number_are_named_oldest_first() -> None:
    edits = taken(*(PageEdited(signature=f"mood {number}") for number in range(5)), removal(4))
    assert list(edits.numbers(PAGE, 99, 2)) == [6, 7]
    assert list(edits.numbers(PAGE, 6, 9)) == [3, 4, 5]
    assert list(edits.numbers("1/ming", 99, 9)) == [] == edits.gone("1/ming", "signature", 0, 99)
