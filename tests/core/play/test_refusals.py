"""A refusal is said in the same words wherever it is met, since its sentence is written once."""

from docs.refusals import written_out


def test_no_sentence_of_a_refusal_is_written_out_in_two_places() -> None:
    found = written_out("Refused")
    assert len(found) > 60
    assert {text: places for text, places in found.items() if len(places) > 1} == {}
