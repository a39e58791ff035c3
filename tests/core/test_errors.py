"""Errors carry what those who translate them into words need."""

from goodpath_core.errors import Problem, ProtocolError, Refused, ScenarioProblems

LATE = Problem("town.yaml", 30, 5, "expected a number")
EARLY = Problem("town.yaml", 2, 1, "expected a title")


def test_a_refusal_has_a_code_for_programs_and_a_sentence_for_people() -> None:
    no = Refused("too_fast", "Wait a moment.", 1.5)
    assert (no.code, no.text, str(no), no.retry_after) == (
        "too_fast",
        "Wait a moment.",
        "Wait a moment.",
        1.5,
    )
    assert Refused("empty", "Write something.").retry_after is None


def test_a_broken_rule_of_the_wire_closes_the_connection_unless_it_says_otherwise_as_a_broken_rule() -> None:
    assert ProtocolError("bad_frame", "A frame is a map.").close == 1002
    fault = ProtocolError("too_big", "That is too large.", 1009)
    assert (fault.code, fault.text, str(fault), fault.close) == (
        "too_big",
        "That is too large.",
        "That is too large.",
        1009,
    )


def test_problems_come_in_the_order_of_lines_each_with_its_place() -> None:
    problems = ScenarioProblems([LATE, EARLY], asked="town")
    assert problems.problems == (EARLY, LATE)
    assert problems.asked == "town"
    assert str(problems) == "town.yaml:2:1: expected a title\ntown.yaml:30:5: expected a number"
