"""Writes a scenario as a run sheet in plain sentences, to be read before class or aloud."""

from collections.abc import Iterable, Iterator

from goodpath.sheet_phases import write_phase
from goodpath.sheet_rows import end, join, list_names, wrap
from goodpath_client.briefing_words import DO_NOT, says_no
from goodpath_client.plurals import counted
from goodpath_core.scenario.durations import DAY_S, say_duration
from goodpath_core.scenario.value import Before, Briefing, Scenario
from goodpath_review.moments import short_moment, world_day


def write_run_sheet(scenario: Scenario) -> str:
    """The whole sheet, from the briefing to the sources; what a scenario does not have has no heading."""
    names = list_names(scenario)
    parts: tuple[Iterable[str], ...] = (
        _write_head(scenario),
        _write_briefing(scenario.briefing),
        _write_cast(scenario),
        _write_rooms(scenario),
        _write_groups(scenario, names),
        _write_pictures(scenario, names),
        _write_past(scenario, names),
        *(write_phase(scenario, phase, names) for phase in scenario.phases),
        _write_debrief(scenario),
        _write_sources(scenario),
    )
    return "\n\n".join(filter(None, map("\n".join, parts))) + "\n"


def _write_head(scenario: Scenario) -> Iterator[str]:
    yield scenario.title
    yield "=" * len(scenario.title)
    yield from wrap(scenario.about)
    played = sum(phase.seconds for phase in scenario.phases)
    rest = scenario.minutes * 60 - played - scenario.debrief.seconds
    yield from wrap(
        f"It takes {scenario.minutes} min: briefing {say_duration(rest)}, play {say_duration(played)}, "
        f"debrief {say_duration(scenario.debrief.seconds)}. The first day is {world_day(scenario, 0)}. "
        f"{scenario.players} of {len(scenario.personas)} personas should be played at least."
    )
    rules = scenario.rules
    scarce = {"battery": rules.battery, "data": rules.data, "money": rules.money}
    for word, wanted in (("Scarce", True), ("Plentiful", False)):
        named = ", ".join(name for name, is_scarce in scarce.items() if is_scarce is wanted)
        yield from wrap(f"{word}: {named}." if named else "")


def _write_briefing(briefing: Briefing) -> Iterator[str]:
    yield "Briefing"
    for paragraph in briefing.text.splitlines():
        yield from wrap(paragraph)
    for line in briefing.do:
        yield from wrap(f"Do: {line}", "- ")
    for line in briefing.dont:
        yield from wrap(line if says_no(line) else f"{DO_NOT}: {line}", "- ")


def _write_cast(scenario: Scenario) -> Iterator[str]:
    yield "Cast"
    for persona in scenario.personas.values():
        name = persona.name
        yield from wrap(
            f"{name.pinyin} {name.characters} (say {name.say}), {persona.age}. {end(persona.work)} "
            f"Lives in: {end(scenario.houses[persona.lives].name)} Dream: {end(persona.dream)}",
            "- ",
        )
    for npc in scenario.npcs.values():
        yield from wrap(f"{npc.name}, played by nobody. {npc.about}", "- ")


def _write_rooms(scenario: Scenario) -> Iterator[str]:
    yield "Rooms"
    for house in scenario.houses.values():
        sockets = f", {counted(house.sockets, 'socket')}" if scenario.rules.battery else ""
        yield f"{house.name}{sockets}:"
        for persona in scenario.personas.values():
            if persona.lives == house.key:
                picture = f" (Picture: {persona.room_picture})" if persona.room_picture else ""
                yield from wrap(f"{persona.name.pinyin}: {persona.room}{picture}", "- ")


def _write_groups(scenario: Scenario, names: dict[str, str]) -> Iterator[str]:
    yield "Groups"
    for group in scenario.groups.values():
        town = " It spans the whole town." if group.town else ""
        members = ", ".join(names[key] for key in group.members)
        notice = f' Notice: "{group.notice}"' if group.notice else ""
        yield from wrap(f"{group.name}, owned by {names[group.owner]}: {members}.{town}{notice}", "- ")


def _write_pictures(scenario: Scenario, names: dict[str, str]) -> Iterator[str]:
    yield from ["Pictures"] * bool(scenario.decks)
    for deck in scenario.decks.values():
        choosing = [key for key, persona in scenario.personas.items() if deck.key in persona.decks]
        who = join(choosing if len(choosing) < len(scenario.personas) else (), names)
        cards = ", ".join(scenario.cards[card].title for card in deck.cards)
        yield from wrap(f"{deck.name}, for {who}: {cards}.", "- ")


def _write_past(scenario: Scenario, names: dict[str, str]) -> Iterator[str]:
    yield from ["Before play"] * bool(scenario.before)
    start = scenario.phases[0].day * DAY_S + scenario.phases[0].world_from_s
    for past in scenario.before:
        told = _tell_post(scenario, past, names) if past.post else _tell_line(past, names)
        yield from wrap(f"{short_moment(scenario, start + past.at_s)}: {names[past.by]} {told}", "- ")


def _tell_line(past: Before, names: dict[str, str]) -> str:
    return f'says in {names["#" + past.group]}: "{past.say}"'


def _tell_post(scenario: Scenario, past: Before, names: dict[str, str]) -> str:
    picture = f" with the picture {scenario.cards[past.card].title}" if past.card else ""
    parts = [
        f'posts "{past.post}"{picture}',
        *[f"liked by {join(past.likes, names)}"] * bool(past.likes),
        *(f'{names[by]}: "{text}"' for by, text in past.comments),
    ]
    return "; ".join(parts)


def _write_debrief(scenario: Scenario) -> Iterator[str]:
    yield f"Debrief, {say_duration(scenario.debrief.seconds)}"
    for sentence in scenario.debrief.step_out:
        yield from wrap(f"Everybody completes: {sentence}", "- ")
    for number, question in enumerate(scenario.debrief.questions, 1):
        yield from wrap(question, f"{number}. ")


def _write_sources(scenario: Scenario) -> Iterator[str]:
    yield "Sources"
    for what, source in scenario.sources:
        yield from wrap(f"{what}: {source}", "- ")
