"""Random sessions for property tests: every command of every matter, by everybody, in two cells."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from hypothesis import strategies as st
from pydantic import ValidationError

from goodpath_core.errors import Refused
from goodpath_core.play.albums import WHOLE, ArrangeAlbum, GiveReason
from goodpath_core.play.bounds import CLASS, Bounds
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.closed_seats import CloseSeat
from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, ResumeWorld, StartWorld
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import By, Command, Fact
from goodpath_core.play.extension import ExtendPhase
from goodpath_core.play.hidden_faces import HideFace, WrittenPart
from goodpath_core.play.messages import HideMessage, PostMessage, SetNotice, TakeBackMessage
from goodpath_core.play.moderation import HideComment, HidePost
from goodpath_core.play.narration import SpeakAsNarrator, SpeakAsNpc
from goodpath_core.play.offline import LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn, Unplug
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.posts import Audience, PublishPost, RemovePost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.registry import COMMANDS
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.safety import AnswerStop, SignalStop, SpeakAside
from goodpath_core.play.script import DelayInject, FireInject, SkipInject
from goodpath_core.play.seats import HandOver, MarkHere, Observe, OpenSeat, TakePersona
from goodpath_core.play.shortening import ShortenPhase
from goodpath_core.play.sight import Viewer
from goodpath_core.play.taken_down import HideAlbumName, HideReason, HideSaid
from goodpath_core.play.visits import LookAtPicture, VisitPage
from goodpath_core.scenario.actions import Narrate
from goodpath_core.scenario.value import Scenario
from town import SERVER, TEACHER, Town, before_end, scenario

T = TypeVar("T")
CAST = ("yuting", "chunmei", "ming")
CARDS = ("lamp", "neon", "stove", "bus")
VIEWERS = (
    *(Viewer("student", seat, 1, f"1/{key}") for seat, key in zip((1, 3, 5), CAST, strict=True)),
    *(Viewer("student", seat, 2, f"2/{key}") for seat, key in zip((2, 4, 6), CAST, strict=True)),
    Viewer("student", 7, 1),
    Viewer("observer", 7, 1),
    Viewer("observer", 8, 2),
    Viewer("teacher"),
)
"""Every persona (in seats of its cell), a student without one, an observer of each cell, and the teacher."""
HOSTILE = "\x1b[2J\u202e\x00\x9b\r\u2028"
"""What may stand in any text that comes over the wire."""
UNCLEAN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Controls and signs that turn or hide text; a newline parts the lines of a block."""


class Step(NamedTuple):
    """One thing somebody tries, with the numbers that its choices are made from."""

    move: int
    who: int
    wait: int
    """Seconds that pass first."""
    dice: float
    one: int
    two: int
    soiled: int = 0
    """Which of the command's texts ends in hostile signs, counted from 1 and round again; 0 for none."""
    late: bool = False
    """Whether nobody has looked at the clock before it is tried."""


def pick(values: Sequence[T], number: int) -> T:
    """One of the values."""
    return values[number % len(values)]


def rooms(town: Town) -> list[str]:
    """Every kind of room there is or could be asked for."""
    made_up = [
        "private:1/chunmei+1/yuting",
        "private:1/yuting+1/chunmei",
        "private:1/ming+2/ming",
        "private:1/yuting+npc:lele",
        "private:2/yuting+npc:lele",
        "nowhere",
    ]
    return [*town.world.rooms, *made_up]


def lines(town: Town, room: str) -> list[int]:
    """Numbers of a room's lines, and one that does not exist."""
    found = town.world.rooms.get(room)
    return [*(m.seq for m in found.messages), 9999] if found else [9999]


def pages(town: Town) -> list[str]:
    """Every page, and one that does not exist."""
    return [*town.world.pages, "3/nobody"]


def posts(town: Town, page: str) -> list[int]:
    """Numbers of all posts on a page."""
    found = town.world.pages.get(page)
    return [post.seq for post in found.posts] if found else []


def things(town: Town, page: str) -> list[str]:
    """Everything that can be named on a page."""
    return ["page", *(f"post:{seq}" for seq in posts(town, page)), *(f"card:{card}" for card in CARDS)]


def cards(one: int, two: int) -> tuple[str, ...]:
    """Up to three pictures."""
    return tuple(pick(CARDS, one + n) for n in range(two % 4))


def _post(town: Town, one: int, two: int) -> Command:
    room = pick(rooms(town), one)
    reply = pick([0, 0, *lines(town, room)], two)
    return PostMessage(room=room, text=f"Line {two}.", reply_to=reply, mentions=(pick(pages(town), two),))


def _take_back(town: Town, one: int, two: int) -> Command:
    room = pick(rooms(town), one)
    return TakeBackMessage(room=room, message=pick(lines(town, room), -1 - two % 3))


def _hide(town: Town, one: int, two: int) -> Command:
    room = pick(rooms(town), one)
    found = town.world.rooms.get(room)
    left = [found.left] if found else []
    return HideMessage(room=room, message=pick([*lines(town, room), *left], -1 - two % 4))


def _hide_post(town: Town, one: int, two: int) -> Command:
    page = pick(pages(town), one)
    return HidePost(page=page, post=pick([*posts(town, page), 9999], two))


def _hide_comment(town: Town, one: int, two: int) -> Command:
    page = pick(pages(town), one)
    found = town.world.pages.get(page)
    responses = found.responses.values() if found else ()
    words = [seq for response in responses for seq, _, _ in response.comments]
    return HideComment(page=page, comment=pick([*words, 9999], two))


def _hide_face(town: Town, one: int, two: int) -> Command:
    """Words that somebody wrote in a face, now or before, as long as there are any."""
    parts: tuple[WrittenPart, ...] = ("nickname", "signature", "face", "music")
    written = [
        HideFace(page=page.owner, part=part, version=version.seq)
        for page in town.world.pages.values()
        for part in parts
        for version in page.versions
        if getattr(version, part) not in ("", getattr(page.versions[0], part))
    ]
    other = HideFace(page=pick(pages(town), one), part=pick(parts, two), version=pick((2, 9999), two))
    return pick([*written, other], one * 41 + two)


def _hide_said(town: Town, one: int, two: int) -> Command:
    said = [line.seq for line in town.world.journal if line.kind in ("said", "thought")]
    return HideSaid(line=pick([*said, 9999], two))


def _hide_reason(town: Town, one: int, two: int) -> Command:
    return HideReason(page=pick(pages(town), one), card=pick((*CARDS, WHOLE), two))


def _hide_album_name(town: Town, one: int, two: int) -> Command:
    return HideAlbumName(page=pick(pages(town), one), album=pick(("main", "own"), two))


def _edit(town: Town, one: int, two: int) -> Command:
    names = ("Rain", "Moon", "ｍｏｏｎ", "teacher", " ", "雨后之城")
    skins = (None, "neon", "plain", "gold")
    faces, music = (None, "cat"), (None, "Rain song")
    return EditPage(
        nickname=pick(names, one),
        signature=pick((None, "", "So."), two),
        skin=pick(skins, one + two),
        face=pick(faces, one),
        music=pick(music, two),
    )


def _inject(town: Town, one: int, two: int) -> tuple[str, int]:
    phase = "night" if two % 2 else "evening"
    return f"{phase}-{one % 8 + 1}", one % 3


def _arrange(town: Town, one: int, two: int) -> Command:
    audience: Audience = "me" if one % 2 else "all"
    return ArrangeAlbum(
        album=pick(("main", "own"), two), name="Mine", cards=cards(one, two), visible_to=audience
    )


def _thing(town: Town, one: int, two: int) -> dict[str, str]:
    page = pick(pages(town), one)
    return {"page": page, "thing": pick(things(town, page), two)}


MOVES: tuple[Callable[[Town, int, int], Command], ...] = (
    lambda town, one, two: StartWorld(),
    lambda town, one, two: PauseWorld(why=pick(("Look here.", "", "\x1b[2J"), one)),
    lambda town, one, two: ResumeWorld(),
    lambda town, one, two: NextPhase(),
    lambda town, one, two: EndSession(),
    lambda town, one, two: ExtendPhase(),
    lambda town, one, two: ShortenPhase(),
    lambda town, one, two: OpenSeat(robot=one % 2 == 0),
    lambda town, one, two: CloseSeat(seat=one % 12),
    lambda town, one, two: MarkHere(seat=one, here=two % 2 == 0),
    lambda town, one, two: TakePersona(persona=pick(("", *pages(town)), one)),
    lambda town, one, two: ReadBriefing(),
    lambda town, one, two: Observe(),
    lambda town, one, two: HandOver(persona=pick(pages(town), one), seat=two % 12),
    lambda town, one, two: PickUpPhone(),
    lambda town, one, two: PutPhoneDown(),
    lambda town, one, two: PlugIn(),
    lambda town, one, two: Unplug(),
    _post,
    _post,
    _post,
    _take_back,
    _hide,
    lambda town, one, two: SetNotice(room=pick(rooms(town), one), text=f"Notice {two}."),
    _edit,
    _hide_post,
    _hide_comment,
    _hide_said,
    _hide_reason,
    _hide_album_name,
    _hide_face,
    lambda town, one, two: PublishPost(
        text=f"Post {two}.", cards=cards(one, two), visible_to="me" if one % 3 == 0 else "all"
    ),
    lambda town, one, two: Repost(**_thing(town, one, two), text="Look."),
    lambda town, one, two: RemovePost(
        post=int(pick(things(town, pick(pages(town), one))[1:-4] or ["post:0"], two)[5:])
    ),
    _arrange,
    _arrange,
    lambda town, one, two: GiveReason(card=pick(CARDS, one), text=f"Because {two}."),
    lambda town, one, two: LikeThing(**_thing(town, one, two)),
    lambda town, one, two: WriteComment(**_thing(town, one, two), text="Where is this?"),
    lambda town, one, two: VisitPage(page=pick(pages(town), one)),
    lambda town, one, two: LookAtPicture(**_thing(town, one, two)),
    lambda town, one, two: SayAloud(text="It is hot."),
    lambda town, one, two: Think(text="I want to leave."),
    lambda town, one, two: LookAround(),
    lambda town, one, two: SpeakAsNarrator(text="A dog.", to=() if one % 2 else (pick(pages(town), two),)),
    lambda town, one, two: SpeakAsNpc(
        npc=pick(("lele", "zhou", "nobody"), one), room=pick(rooms(town), two), text="!"
    ),
    lambda town, one, two: FireInject(inject=_inject(town, one, two)[0], cell=_inject(town, one, two)[1]),
    lambda town, one, two: SkipInject(inject=_inject(town, one, two)[0], cell=_inject(town, one, two)[1]),
    lambda town, one, two: DelayInject(
        inject=_inject(town, one, two)[0], cell=_inject(town, one, two)[1], seconds=two
    ),
    lambda town, one, two: SignalStop(),
    lambda town, one, two: AnswerStop(seat=one % 12),
    lambda town, one, two: SpeakAside(room=pick(rooms(town), one), text="Are you all right?"),
    lambda town, one, two: Reflect(answers=(f"I made up {one}.", "")),
)


def somebody(town: Town, command: Command, who: int) -> By:
    """Who tries it: mostly somebody whose role may, sometimes anybody."""
    role = COMMANDS[command.kind].roles[0]
    if role in ("teacher", "server") and who % 8:
        return TEACHER if role == "teacher" else SERVER
    return pick([*map(town.seat, town.world.seats), TEACHER, SERVER], who)


def soil(command: Command, number: int) -> Command:
    """The command with hostile signs in one of its texts, if the wire lets them through."""
    fields = {
        key: found for key, found in command if isinstance(found, str) or (found and isinstance(found, tuple))
    }
    if not number or not fields:
        return command
    key = pick(list(fields), number - 1)
    found = fields[key]
    dirty = f"{found}{HOSTILE}" if isinstance(found, str) else tuple(f"{each}{HOSTILE}" for each in found)
    try:
        return type(command).model_validate({**dict(command), key: dirty})
    except ValidationError:
        return command


def list_texts(value: object) -> list[str]:
    """Every text in an event: in what it says, in its voice, its room and its audience."""
    match value:
        case str():
            return [value]
        case Fact():
            return list_texts(tuple(dict(value).values()))
        case tuple() | list():
            return [text for part in value for text in list_texts(part)]
        case dict():
            return list_texts((*value, *value.values()))
        case _:
            return []


def take(town: Town, step: Step) -> bool:
    """Let time pass and let somebody try something; whether it was accepted."""
    town.wait(step.wait)
    town.dice = step.dice
    if not step.late:
        town.tick()
    command = soil(MOVES[step.move](town, step.one, step.two), step.soiled)
    before = repr(town.world)
    try:
        town.do(command, somebody(town, command, step.who))
    except Refused:
        assert repr(town.world) == before, "a refused command changed the state"
        return False
    return True


def two_cells(bounds: Bounds = CLASS, of: Scenario | None = None) -> Town:
    """Five of six personas are played, two seats watch."""
    evening, *later = (of or scenario()).phases
    last = before_end("last", 60, Narrate("One minute more."))
    longer = replace(evening, injects=(*evening.injects, last))
    town = Town(2, replace(of or scenario(), phases=(longer, *later)), bounds)
    town.play("1/yuting", "2/yuting", "1/chunmei", "2/chunmei", "1/ming")
    for _ in range(3):
        town.do(OpenSeat(), SERVER)
    town.do(Observe(), town.seat(7))
    town.do(Observe(), town.seat(8))
    town.do(StartWorld(), TEACHER)
    return town


STEPS = st.lists(
    st.builds(
        Step,
        move=st.integers(0, len(MOVES) - 1),
        who=st.integers(0, 63),
        wait=st.sampled_from((0, 0, 1, 7, 30, 130)),
        dice=st.sampled_from((0.0, 0.5, 0.999)),
        one=st.integers(0, 40),
        two=st.integers(0, 40),
        soiled=st.sampled_from((0, 0, 0, 1, 2, 3)),
        late=st.sampled_from((False, False, False, True)),
    ),
    max_size=60,
)
"""Up to sixty steps, in which both phases and the debrief can pass."""
