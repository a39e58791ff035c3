"""What the parts of a scenario must be to each other."""

from core.scenario.small import SMALL, list_problems


def test_no_more_players_are_wanted_than_there_are_personas() -> None:
    (problem,) = list_problems(SMALL.replace("players: 2", "players: 3"))
    assert (problem.line, problem.column) == (3, 10)
    assert problem.text == "there are 2 personas; expected no more players than that"
    assert list_problems(SMALL) == ()
