"""The first events of a session: the cast of each cell, the groups, and the life before play."""

from goodpath_core.play.control import SessionOpened, world_from
from goodpath_core.play.event import Draft, npc_voice, people, persona_id
from goodpath_core.play.messages import GroupOpened, MessagePosted
from goodpath_core.play.phone import PhoneGiven
from goodpath_core.play.posts import PostPublished
from goodpath_core.play.responses import CommentWritten, ThingLiked
from goodpath_core.play.seats import CellOpened, PersonStart
from goodpath_core.scenario.cast import Group, Persona
from goodpath_core.scenario.value import Before, Rules, Scenario

PERSONS_IN_ONE = 100
"""How many personas one event opens; a scenario has fewer, but a load test has more than fit a frame."""


def opening(scenario: Scenario, cells: int) -> list[Draft]:
    """The drafts a new session starts with, in an order in which each may refer to those before it."""
    start = world_from(scenario.phases[0])
    drafts = [Draft(SessionOpened(scenario=scenario.key, title=scenario.title), "all")]
    numbers = range(1, cells + 1)
    for cell in numbers:
        drafts += _cast(scenario, cell)
    towns = [group for group in scenario.groups.values() if group.town]
    drafts += [_group(scenario, group, 0, [*numbers]) for group in towns]
    for cell in numbers:
        drafts += [_group(scenario, g, cell, [cell]) for g in scenario.groups.values() if not g.town]
        for item in scenario.before:
            drafts += _before(scenario, item, cell, start, len(drafts))
    return drafts


def _cast(scenario: Scenario, cell: int) -> list[Draft]:
    cast = scenario.personas.values()
    persons = tuple(
        PersonStart(
            id=persona_id(cell, p.key),
            house=persona_id(cell, p.lives),
            number=p.number,
            nickname=p.nickname,
            signature=p.signature,
        )
        for p in cast
    )
    parts = [persons[at : at + PERSONS_IN_ONE] for at in range(0, len(persons), PERSONS_IN_ONE)]
    opened = [Draft(CellOpened(persons=part), "cell", cell) for part in parts]
    rules = scenario.rules
    phones = cast if rules.battery or rules.data or rules.money else ()
    return [*opened, *(_phone(p, cell, rules) for p in phones)]


def _phone(persona: Persona, cell: int, rules: Rules) -> Draft:
    identity, phone = persona_id(cell, persona.key), persona.phone
    fact = PhoneGiven(
        persona=identity,
        model=phone.model,
        camera=phone.camera,
        battery=phone.battery,
        balance_yuan=phone.balance_yuan,
        data_kb=phone.plan_mb * 1000,
        drains=rules.battery,
        metered=rules.data,
        credit=rules.money,
    )
    return Draft(fact, people(identity), cell, identity)


def _voice(scenario: Scenario, key: str, cell: int) -> str:
    return persona_id(cell, key) if key in scenario.personas else npc_voice(key)


def _group(scenario: Scenario, group: Group, cell: int, cells: list[int]) -> Draft:
    fact = GroupOpened(
        name=group.name,
        owner=_voice(scenario, group.owner, cells[0]),
        members=tuple(persona_id(c, key) for c in cells for key in group.members),
        notice=group.notice,
        town=group.town,
    )
    return Draft(fact, "room", cell, "", persona_id(cell, group.key))


def _before(scenario: Scenario, item: Before, cell: int, start: int, so_far: int) -> list[Draft]:
    """What one line of `before` became; `so_far` is the number of events before it."""
    at, voice = start + item.at_s, _voice(scenario, item.by, cell)
    if item.group:
        town = scenario.groups[item.group].town
        if town and cell > 1:
            return []
        in_cell = 0 if town else cell
        fact = MessagePosted(text=item.say, card=item.card)
        return [Draft(fact, "room", in_cell, voice, persona_id(in_cell, item.group), at)]
    cards = (item.card,) if item.card else ()
    thing = f"post:{so_far + 1}"
    post = Draft(PostPublished(text=item.post, cards=cards), "cell", cell, voice, voice, at)
    likes = [
        Draft(ThingLiked(thing=thing), "cell", cell, _voice(scenario, key, cell), voice, at)
        for key in item.likes
    ]
    words = [
        Draft(CommentWritten(thing=thing, text=text), "cell", cell, _voice(scenario, key, cell), voice, at)
        for key, text in item.comments
    ]
    return [post, *likes, *words]
