"""What is read aloud pauses where a line ended, and says no sign that would be taken for an order."""

import pytest

from goodpath_client.plain.aloud import one_line, paragraphs


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("one", "one"),
        ("one\ntwo", "one; two"),
        ("One.\nTwo!\n\nThree", "One. Two! Three"),
        ("  one\n   two  \n", "  one; two"),
        ("雨。\n风", "雨。 风"),
        ("bell\r\nred\u2028blue", "bell; red; blue"),
        ("", ""),
    ],
)
def test_what_a_person_wrote_is_one_line_that_pauses_where_a_line_ended(text: str, heard: str) -> None:
    assert one_line(text) == heard


def test_a_text_of_ours_is_read_paragraph_by_paragraph() -> None:
    assert paragraphs("First.\n\n  Second. \nThird.\n") == ["First.", "Second.", "Third."]
    assert paragraphs("") == []
