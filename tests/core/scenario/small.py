"""A scenario as small as it can be while everything a scenario may hold is in it."""

from goodpath_core.errors import Problem, ScenarioProblems
from goodpath_core.scenario.reader import read

PICTURES = ("lamp.png",)

SMALL = """\
title: A small town
minutes: 20
players: 2
about: Two people and a lamp.
date: 2013-07-14
rules: {battery: on, data: off, money: no}
briefing:
  text: You play somebody who is alive today.
  do: [Give them a plan.]
  dont: [No jokes about anybody.]
houses: {row: {name: The row, sockets: 1}}
npcs:
  lele: {name: Lele, about: A boy of seven.}
personas:
  yuting:
    name: {pinyin: Pan Yuting, characters: 潘雨婷, say: pahn yoo-ting}
    age: 19
    home: the terraces
    work: packs boxes
    lives: row
    room: Half of a room.
    phone: {model: Android, camera: poor, plan_mb: 70, battery: 62, balance_yuan: 18}
    dream: to photograph weddings
    keeps_quiet: has applied to a studio
    wants_today: [three pictures]
    ties: {chunmei: daughter of}
    number: 2715904463
    decks: [street]
  chunmei:
    name: {pinyin: Wei Chunmei, characters: 韦春梅, say: way choon-may}
    age: 39
    home: the terraces
    work: inspects boxes
    lives: row
    room: The other half.
    phone: {model: iPhone 4, camera: good, plan_mb: 150, battery: 38, balance_yuan: 41}
    dream: school for her boy
    keeps_quiet: pays off the phone
    wants_today: one picture
    number: 1983360527
    nickname: Spring Plum
groups:
  kitchen: {name: Kitchen, owner: chunmei, members: everybody, notice: Ten minutes a pot.}
skins:
  neon: Neon
cards:
  lamp:
    title: A lamp
    description: A lamp in the rain.
    genre: street
    tags: [night]
    provenance: own
    taken: street
    picture: lamp.png
decks:
  street: {name: On the street, cards: [lamp]}
before:
  - {at: -2h, by: lele, group: kitchen, say: i am hungry}
  - {at: -3d, by: yuting, post: A lamp., card: lamp, likes: [chunmei], comments: [{by: lele, text: bright}]}
phases:
  - name: Evening
    lasts: 12m
    world: {day: 0, from: 18:30, speed: 17.5}
    place: free
    places: {chunmei: shift}
    ask: Make a page.
    prompts: [Who is it for?]
    allow: {chat: on, page: on, visit: off, pictures: 3, swaps: any}
    injects:
      - at: 1m30s
        say: {group: kitchen, by: lele, text: my turn}
      - when: {first: post, by: yuting}
        after: 10s
        do:
          - visitors: {pages: everybody, count: 60, likes: 9, comment: is it abroad?}
          - phone: {who: chunmei, battery: 4}
debrief:
  lasts: 4m
  questions: [Where did they live?]
  step_out: [What I made up is ...]
sources:
  - {what: Everything, source: invented}
"""


def list_problems(text: str) -> tuple[Problem, ...]:
    """What is wrong with the text; nothing if it is a scenario."""
    try:
        read(text, key="small", pictures=PICTURES)
    except ScenarioProblems as error:
        return error.problems
    return ()


def assert_told(right: str, wrong: str, line: int, column: int, words: str) -> None:
    """A mistake made in SMALL, `wrong` in place of `right`, is told with its place and these words."""
    assert SMALL.count(right) == 1
    problems = list_problems(SMALL.replace(right, wrong))
    told = [one.text for one in problems if (one.line, one.column) == (line, column)]
    assert any(words in text for text in told), "\n".join(map(str, problems))
