"""The briefing says once of what is not to be done that it is not."""

from dataclasses import replace

import pytest
from goodpath.library import Loaded

from client.screens.stage import Stage, screen_text, settle
from goodpath_core.scenario.value import Briefing
from town import scenario


@pytest.mark.parametrize(
    ("dont", "told"),
    [
        (("Joke about anybody.",), ["Do not", "- Joke about anybody."]),
        (("No jokes.",), ["- No jokes."]),
        (("Never shout.", "Joke about anybody."), ["Do not", "- Joke about anybody.", "- Never shout."]),
    ],
    ids=["without its no", "with its no", "both"],
)
async def test_what_is_not_to_be_done_is_denied_once(dont: tuple[str, ...], told: list[str]) -> None:
    briefing = Briefing("You play somebody.", ("Give them a plan.",), dont)
    app = Stage(Loaded(replace(scenario(), briefing=briefing), {}), "").app()
    async with app.run_test(size=(80, 30)) as pilot:
        await settle(pilot)
        rows = [row.strip() for row in screen_text(app).splitlines()]
        first = rows.index("+ Give them a plan.") + 2
        assert rows[first : first + len(told)] == told
        assert rows[first + len(told)] == ""
