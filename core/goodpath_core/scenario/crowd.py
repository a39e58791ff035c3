"""A scenario without a story, for load generators: so many members in one group, nothing else."""

from goodpath_core.scenario.cast import Group, House, Name, Persona, Phone
from goodpath_core.scenario.durations import DAY_S
from goodpath_core.scenario.phases import Allow, Phase
from goodpath_core.scenario.value import Briefing, Debrief, Rules, Scenario

GROUP = "crowd"
"""Key of the one group in each cell."""
SECONDS = 30 * DAY_S
"""Length of the one phase; longer than any load test."""


def crowd(members: int) -> Scenario:
    """A cast of so many in one group; each cell of the session is one such group."""
    personas = {f"m{number}": _member(number) for number in range(1, members + 1)}
    group = Group(GROUP, "Crowd", "m1", tuple(personas), "", False)
    return Scenario(
        key="load-test",
        title="Load test",
        minutes=1,
        players=1,
        about="Seats that only talk.",
        date="2013-07-14",
        rules=Rules(False, False, False),
        briefing=Briefing("", (), ()),
        houses={"hall": House("hall", "Hall", 1)},
        npcs={},
        personas=personas,
        groups={GROUP: group},
        cards={},
        decks={},
        skins={},
        before=(),
        phases=(_phase(),),
        debrief=Debrief(60, (), ()),
        sources=(),
        text="",
    )


def _member(number: int) -> Persona:
    name = f"m{number}"
    phone = Phone("", "none", 0, 100, 0)
    return Persona(
        key=name,
        name=Name(name, "", ""),
        age=20,
        home="",
        work="",
        lives="hall",
        room="",
        phone=phone,
        dream="",
        keeps_quiet="",
        wants_today=(),
        ties=(),
        number=str(number),
        nickname=name,
        signature="",
        decks=(),
        room_picture="",
    )


def _phase() -> Phase:
    allow = Allow(chat=True, page=True, visit=True, pictures=0, swaps=-1)
    return Phase("talk", "Talk", SECONDS, 0, 0, 1.0, "phone", (), "", (), allow, ())
