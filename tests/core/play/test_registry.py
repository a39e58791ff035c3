"""Who may ask for what: every command by every role, in every kind of room; and how drafts become events."""

import pytest

from goodpath_core.errors import Refused
from goodpath_core.play import registry
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.closed_seats import CloseSeat
from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, ResumeWorld, StartWorld
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import By, Command, Draft, Event, cell_of, key_of
from goodpath_core.play.extension import ExtendPhase
from goodpath_core.play.hidden_faces import HideFace
from goodpath_core.play.messages import HideMessage, MessagePosted, PostMessage, SetNotice, TakeBackMessage
from goodpath_core.play.moderation import HideComment, HidePost
from goodpath_core.play.narration import Narrated, SpeakAsNarrator, SpeakAsNpc
from goodpath_core.play.offline import LookAround, SayAloud, Think
from goodpath_core.play.phone import PlugIn, Unplug
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.posts import PublishPost, RemovePost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.safety import AnswerStop, SignalStop, SpeakAside
from goodpath_core.play.script import DelayInject, FireInject, SkipInject
from goodpath_core.play.seats import HandOver, MarkHere, Observe, OpenSeat, TakePersona
from goodpath_core.play.shortening import ShortenPhase
from goodpath_core.play.taken_down import HideAlbumName, HideReason, HideSaid
from goodpath_core.play.visits import LookAtPicture, VisitPage
from town import SERVER, TEACHER, Town, lobby, one_phase, playing

ROLES = ("student", "observer", "teacher", "server")
STUDENT = (True, False, False, False)
WATCHING = (True, True, False, False)
TEACHING = (False, False, True, False)
SHARED = (True, False, True, False)
SERVING = (False, False, False, True)

WATCH = ("take_persona", "observe", "read_briefing", "signal_stop")
"""What also somebody may do who watches."""

MAY: list[tuple[Command, tuple[bool, bool, bool, bool]]] = [
    (StartWorld(), TEACHING),
    (PauseWorld(), TEACHING),
    (ResumeWorld(), TEACHING),
    (EndSession(), TEACHING),
    (ExtendPhase(), TEACHING),
    (NextPhase(), TEACHING),
    (ShortenPhase(), TEACHING),
    (OpenSeat(), SERVING),
    (MarkHere(seat=1, here=True), SERVING),
    (TakePersona(), WATCHING),
    (Observe(), WATCHING),
    (HandOver(persona="1/yuting", seat=5), TEACHING),
    (ReadBriefing(), WATCHING),
    (CloseSeat(seat=5), SERVING),
    (PickUpPhone(), STUDENT),
    (PutPhoneDown(), STUDENT),
    (PlugIn(), STUDENT),
    (Unplug(), STUDENT),
    (PostMessage(room="1/line3", text="x"), STUDENT),
    (TakeBackMessage(room="1/line3", message=12), STUDENT),
    (HideMessage(room="1/line3", message=12), TEACHING),
    (SetNotice(room="1/line3", text="x"), SHARED),
    (EditPage(nickname="Moon"), STUDENT),
    (PublishPost(text="x"), STUDENT),
    (Repost(page="1/yuting", thing="post:9"), STUDENT),
    (RemovePost(post=9), STUDENT),
    (ArrangeAlbum(cards=("lamp",)), STUDENT),
    (GiveReason(card="lamp", text="x"), STUDENT),
    (LikeThing(page="1/yuting", thing="page"), STUDENT),
    (WriteComment(page="1/yuting", thing="page", text="x"), STUDENT),
    (VisitPage(page="1/yuting"), STUDENT),
    (LookAtPicture(page="1/yuting", thing="page"), STUDENT),
    (HidePost(page="1/yuting", post=9), TEACHING),
    (HideComment(page="1/yuting", comment=11), TEACHING),
    (HideFace(page="1/yuting", part="nickname", version=2), TEACHING),
    (SayAloud(text="x"), STUDENT),
    (Think(text="x"), STUDENT),
    (LookAround(), STUDENT),
    (SpeakAsNarrator(text="x"), TEACHING),
    (SpeakAsNpc(npc="lele", room="1/line3", text="x"), TEACHING),
    (FireInject(inject="evening-1", cell=1), TEACHING),
    (SkipInject(inject="evening-1", cell=1), TEACHING),
    (DelayInject(inject="evening-1", cell=1, seconds=5), TEACHING),
    (SignalStop(), WATCHING),
    (AnswerStop(seat=1), TEACHING),
    (SpeakAside(room="1/line3", text="x"), SHARED),
    (Reflect(answers=("x",)), WATCHING),
    (HideSaid(line=12), TEACHING),
    (HideReason(page="1/yuting", card="lamp"), TEACHING),
    (HideAlbumName(page="1/yuting", album="main"), TEACHING),
]


def by_role(town: Town) -> dict[str, By]:
    return {
        "student": town.player("1/yuting"),
        "observer": town.seat(4),
        "teacher": TEACHER,
        "server": SERVER,
    }


def code_of(town: Town, command: Command, by: By) -> str:
    """The code of the refusal; empty if it would be accepted."""
    try:
        registry.decide(town.world, command, by, town.now)
    except Refused as no:
        return no.code
    return ""


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("command", "may"), MAY, ids=[command.kind for command, _ in MAY])
def test_each_role_may_do_what_the_table_says(command: Command, may: tuple[bool, ...], role: str) -> None:
    town = playing()
    code = code_of(town, command, by_role(town)[role])
    assert (code != "not_allowed") is may[ROLES.index(role)]


@pytest.mark.parametrize(
    ("role", "need_none"),
    [("student", {*WATCH, "speak_aside"}), ("observer", set(WATCH))],
)
def test_what_was_asked_as_a_persona_that_is_no_longer_played_is_refused_but_for_what_needs_none(
    role: str, need_none: set[str]
) -> None:
    town = playing()
    by = by_role(town)[role]._replace(asked_as="1/ming")
    codes = {command.kind: code_of(town, command, by) for command, may in MAY if may[0]}
    assert {kind for kind, code in codes.items() if code != "other_persona"} == need_none


def test_the_table_names_every_command() -> None:
    assert [command.kind for command, _ in MAY] == list(registry.COMMANDS)


def test_a_claim_to_another_role_or_persona_is_no_part_of_any_command() -> None:
    for command in (command for command, _ in MAY):
        assert not {"role", "author", "by", "voice", "sender"} & set(
            type(command).model_fields
        ) or isinstance(command, OpenSeat)


OWN, TOWN, OTHERS, CELL2 = "1/line3", "0/fair", "1/kitchen", "2/line3"
TALK, FOREIGN = "private:1/ming+1/yuting", "private:1/chunmei+1/yuting"
NPC, UNKNOWN = "private:1/ming+npc:lele", "1/nowhere"
ROOMS = (OWN, TOWN, OTHERS, CELL2, TALK, FOREIGN, NPC, UNKNOWN)
"""As seen by 1/ming, a member of line 3, the fair, and private chats with yuting and lele."""
NO, NA = "no_such_room", "not_allowed"
PERSONS = ("student", "undecided", "observer", "teacher", "server")
"""Who asks: ming's player, a student without a persona, an observer of cell 1, the teacher, the server."""
WHERE: dict[tuple[str, str], tuple[str, ...]] = {
    ("post_message", "student"): ("", "", NO, NO, "", NO, "", NO),
    ("post_message", "undecided"): ("no_persona",) * 8,
    ("post_message", "observer"): (NA,) * 8,
    ("post_message", "teacher"): (NA,) * 8,
    ("post_message", "server"): (NA,) * 8,
    ("take_back_message", "student"): ("", "", NO, NO, "", NO, "not_yours", NO),
    ("take_back_message", "undecided"): ("no_persona",) * 8,
    ("take_back_message", "observer"): (NA,) * 8,
    ("take_back_message", "teacher"): (NA,) * 8,
    ("take_back_message", "server"): (NA,) * 8,
    ("set_notice", "student"): ("not_owner", "", NO, NO, NO, NO, NO, NO),
    ("set_notice", "undecided"): ("no_persona",) * 8,
    ("set_notice", "observer"): (NA,) * 8,
    ("set_notice", "teacher"): ("", "", "", "", NO, NO, NO, NO),
    ("set_notice", "server"): (NA,) * 8,
    ("speak_aside", "student"): ("", "", NO, NO, "", NO, "", NO),
    ("speak_aside", "undecided"): (NO,) * 8,
    ("speak_aside", "observer"): (NA,) * 8,
    ("speak_aside", "teacher"): ("", "", "", "", "", "", "", NO),
    ("speak_aside", "server"): (NA,) * 8,
    ("hide_message", "student"): (NA,) * 8,
    ("hide_message", "undecided"): (NA,) * 8,
    ("hide_message", "observer"): (NA,) * 8,
    ("hide_message", "teacher"): ("", "", "", "", "", "", "", "no_such_message"),
    ("hide_message", "server"): (NA,) * 8,
    ("speak_as_npc", "student"): (NA,) * 8,
    ("speak_as_npc", "undecided"): (NA,) * 8,
    ("speak_as_npc", "observer"): (NA,) * 8,
    ("speak_as_npc", "teacher"): ("", "", "", "", "not_your_chat", "not_your_chat", "", NO),
    ("speak_as_npc", "server"): (NA,) * 8,
}


def busy() -> Town:
    """Two cells; in every room but the unknown one somebody has said a line, in ming's rooms ming."""
    town = Town(2, one_phase())
    town.play("1/yuting", "2/yuting", "1/chunmei", "2/chunmei", "1/ming")
    for _ in range(3):
        town.do(OpenSeat(), SERVER)
    town.do(Observe(), town.seat(7))
    town.do(StartWorld(), TEACHER)
    said = (
        ("1/ming", OWN),
        ("1/yuting", OTHERS),
        ("2/yuting", CELL2),
        ("1/ming", TALK),
        ("1/yuting", FOREIGN),
    )
    for persona, room in said:
        town.do(PostMessage(room=room, text="x"), town.player(persona))
    town.do(SpeakAsNpc(npc="lele", room=NPC, text="x"), TEACHER)
    town.world.rooms[TOWN].messages[-1].played_ms = 0
    return town


def in_room(kind: str, town: Town, room: str) -> Command:
    found = town.world.rooms.get(room)
    last = found.messages[-1].seq if found else 1
    return {
        "post_message": PostMessage(room=room, text="x"),
        "take_back_message": TakeBackMessage(room=room, message=last),
        "set_notice": SetNotice(room=room, text="x"),
        "speak_aside": SpeakAside(room=room, text="x"),
        "hide_message": HideMessage(room=room, message=last),
        "speak_as_npc": SpeakAsNpc(npc="lele", room=room, text="x"),
    }[kind]


def test_the_table_of_rooms_holds_every_command_that_names_one_and_everybody_who_may_ask() -> None:
    naming_a_room = [kind for kind, row in registry.COMMANDS.items() if "room" in row.command.model_fields]

    assert set(WHERE) == {(kind, who) for kind in naming_a_room for who in PERSONS}
    assert all(len(codes) == len(ROOMS) for codes in WHERE.values())


@pytest.mark.parametrize(("kind", "who"), WHERE, ids=[f"{kind} by {who}" for kind, who in WHERE])
def test_each_role_speaks_only_in_the_rooms_the_table_says(kind: str, who: str) -> None:
    town = busy()
    assert town.seat(8).role == "student"
    by = {
        "student": town.player("1/ming"),
        "undecided": town.seat(8),
        "observer": town.seat(7),
        "teacher": TEACHER,
        "server": SERVER,
    }[who]
    assert tuple(code_of(town, in_room(kind, town, room), by) for room in ROOMS) == WHERE[kind, who]


def test_a_draft_becomes_an_event_with_its_number_its_times_its_place_and_its_author() -> None:
    town = playing(one_phase())
    town.wait(1)
    draft = Draft(MessagePosted(text="hello"), "room", 1, "1/yuting", "1/line3")
    assert town.apply(draft, "seat:1") == Event(
        seq=30,
        wall_ms=1_001_000,
        world_s=64_808,
        phase=0,
        cell=1,
        place="phone",
        author="seat:1",
        voice="1/yuting",
        room="1/line3",
        audience="room",
        fact=MessagePosted(text="hello"),
    )
    assert town.world.seq == 30


def test_what_was_before_play_keeps_its_own_time_and_an_npc_is_in_no_place() -> None:
    town = lobby()
    event = town.apply(Draft(Narrated(text="x"), "all", 0, "narrator", "", -5), "server")
    assert (event.world_s, event.phase, event.place) == (-5, -1, "")


@pytest.mark.parametrize(
    ("identity", "cell", "key"),
    [("1/yuting", 1, "yuting"), ("npc:lele", 0, ""), ("", 0, ""), ("12/a/b", 12, "a/b")],
)
def test_an_id_names_its_cell_and_its_key(identity: str, cell: int, key: str) -> None:
    assert (cell_of(identity), key_of(identity)) == (cell, key)
