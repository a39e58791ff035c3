"""Do what a teacher's keys ask of the world: start, pause, next phase, end, close a seat, lock the door."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from goodpath_client.changes import Change
from goodpath_client.names import name_person
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.teacher.boxes import loss_words
from goodpath_client.teacher.door import told_door
from goodpath_client.teacher.hand_over import HandOverScreen
from goodpath_client.teacher.help import TeacherHelpScreen
from goodpath_client.teacher.keys import BY_NAME
from goodpath_client.teacher.plan import left_out_words, next_words
from goodpath_client.teacher.rooms import RoomsScreen
from goodpath_client.teacher.seat_rows import name_seat
from goodpath_client.teacher.speak import NARRATOR, SpeakScreen
from goodpath_client.teacher.stepping_out import missing_words
from goodpath_client.teacher.stops import answer
from goodpath_client.teacher.who_is_here import who_is_here
from goodpath_client.themes import change_theme
from goodpath_core.errors import GoodpathError
from goodpath_core.play.clock import LAST_S, seconds_left
from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, ResumeWorld, StartWorld
from goodpath_core.play.event import Command, Now
from goodpath_core.play.extension import ExtendPhase
from goodpath_core.play.shortening import ShortenPhase, has_last_seconds, is_saved_in
from goodpath_core.wire.frames import AskDoor, AskReset

if TYPE_CHECKING:
    from goodpath_client.teacher.app import TeacherApp


_ENDS_NOW: Final = "End “{phase}” now?"
_ENDS_LATER: Final = f"End “{{phase}}”? It ends in {LAST_S} seconds, in which pages are saved."
_IS_SAVED: Final = "End “{phase}” now? Pages are just being saved; it ends by itself in a moment."
_MEANWHILE: Final = "The class goes on without it, and the console can be opened again."
_LOST: Final = (
    "The server cannot be reached. If it is dead, nothing goes on without it: "
    "the line that starts it again then stands in this terminal."
)
_AFTER: Final = (
    "The session is over and stored; nobody can write any more. "
    "Then the line that makes the report stands in this terminal."
)


def start(app: "TeacherApp") -> None:
    """Let the first phase begin, after one more key that says who is here."""
    if app.store.world.session.stage != "lobby":
        app.say("The world has already started.")
        return
    first = next_words(app.store)
    words = [who_is_here(app.store, app.known), f"First comes {first}." if first else ""]
    app.ask(
        ConfirmScreen(" ".join(filter(None, words)), "start", destroys=True), lambda sure: _start(app, sure)
    )


def _start(app: "TeacherApp", sure: bool | None) -> None:
    """Another console may have started it while the question stood there."""
    if sure and app.store.world.session.stage != "lobby":
        app.say("The world has already started.")
    elif sure:
        app.do(StartWorld())


def pause(app: "TeacherApp") -> None:
    """Stop the world, or let it go on; one key for both."""
    session = app.store.world.session
    if session.stage != "playing":
        app.say("There is nothing to pause: the world is not running.")
    else:
        phase = app.store.world.phase.index
        # A pause names no phase: it is never refused because a phase has just turned.
        app.do(ResumeWorld(phase=phase) if session.paused else PauseWorld())


def next_phase(app: "TeacherApp") -> None:
    """End this phase, after one more key; where pages can be changed, ten seconds are left to save them."""
    world = app.store.world
    if world.session.stage != "playing":
        app.say("There is no phase to end now.")
        return
    # The phase that the question is about may have ended by itself before it is answered.
    index, shown_ms = world.phase.index, app.store.shown_ms(app.now())
    ends_later = has_last_seconds(world, Now(shown_ms))
    if ends_later:
        out = left_out_words(app.store, world.phase.seconds - seconds_left(world, shown_ms) + LAST_S)
        command: Command = ShortenPhase(phase=index)
    else:
        out, command = left_out_words(app.store), NextPhase(phase=index)
    asked = _ENDS_LATER if ends_later else _IS_SAVED if is_saved_in(world) else _ENDS_NOW
    words = f"{asked.format(phase=world.phase.name)} Then comes: {next_words(app.store)}. {out}"
    app.ask(
        ConfirmScreen(words.rstrip(), "next phase", destroys=True), lambda sure: _go_on(app, command, sure)
    )


def _go_on(app: "TeacherApp", command: Command, sure: bool | None) -> None:
    """End the phase as the question said."""
    if sure:
        app.do(command)


def more_time(app: "TeacherApp") -> None:
    """Give this phase one more minute."""
    if app.store.world.session.stage != "playing":
        app.say("There is no phase to make longer now.")
    else:
        app.do(ExtendPhase(phase=app.store.world.phase.index))


def end(app: "TeacherApp") -> None:
    """End the session, after one more key."""
    stage = app.store.world.session.stage
    if stage == "ended":
        app.say("The session is over; Alt+Q closes the console.")
        return
    lost = missing_words(app.store) if stage == "debrief" else "The debrief is then left out."
    words = f"End the session for good? Nobody can write anything after that. {lost}".rstrip()
    app.ask(ConfirmScreen(words, "end the session", destroys=True), lambda sure: _end(app, stage, sure))


def _end(app: "TeacherApp", stage: str, sure: bool | None) -> None:
    """End it where the question was asked: what is lost by it may be something else by now."""
    if sure:
        app.do(EndSession(stage=stage))


def reset(app: "TeacherApp") -> None:
    """Close the chosen seat to whoever has its token, after one more key that says what follows."""
    seat = app.store.world.seats.get(app.desk.chosen_seat)
    if seat is None or seat.closed:
        app.say("Choose a seat first.", True)
        return
    who = name_seat(app.known, seat.number)
    persona = name_person(app.store.view, seat.persona)
    after = f" O then gives {persona} to the new seat." if persona else ""
    shut = (
        " The door is locked: L opens it first."
        if app.door.locked
        else " L locks the door, to keep them out."
    )
    words = (
        f"Close {who}? Whoever is at it is sent away and cannot come back to it. "
        f"The student joins again with the code and gets another seat.{after}{shut}"
    )
    app.ask(
        ConfirmScreen(words, "close the seat", destroys=True), lambda sure: _reset(app, seat.number, sure)
    )


def _reset(app: "TeacherApp", seat: int, sure: bool | None) -> None:
    if sure and app.reached():
        app.run_worker(_close_seat(app, seat), group="reset")


async def _close_seat(app: "TeacherApp", seat: int) -> None:
    try:
        await app.link.ask(AskReset(seat=seat))
    except GoodpathError as fault:
        app.say(str(fault), severe=True)
    else:
        app.say(f"Seat {seat} is closed; nobody comes back to it.")


def turn_key(app: "TeacherApp") -> None:
    """Lock the door, or open it again."""
    if app.reached():
        app.run_worker(_turn(app, "unlock" if app.door.locked else "lock"), group="door")


async def _turn(app: "TeacherApp", turn: Literal["lock", "unlock", "renew"]) -> None:
    try:
        answer = await app.link.ask(AskDoor(turn=turn))
    except GoodpathError as fault:
        app.say(str(fault), severe=True)
    else:
        app.door = told_door(app.door, answer)
        app.hear(Change("here"))


def new_code(app: "TeacherApp") -> None:
    """Make a longer code, after one more key that says what becomes of the old one."""
    words = (
        "Make a new, longer code, which no wrong codes hold up? The one on the board then opens nothing; "
        "whoever has a seat keeps it, and comes back with the line they have."
    )
    app.ask(ConfirmScreen(words, "make a new code", destroys=True), lambda sure: _new_code(app, sure))


def _new_code(app: "TeacherApp", sure: bool | None) -> None:
    if sure and app.reached():
        app.run_worker(_turn(app, "renew"), group="door")


def leave(app: "TeacherApp") -> None:
    """Close the console, after one more key that says what is lost; its starter asks about the server."""
    over, online = app.store.world.session.stage == "ended", app.store.link.online
    lost = loss_words(app.boxes.not_sent(), app.boxes.not_answered())
    after = _AFTER if over else _MEANWHILE if online else _LOST
    words = f"Close this console? {f'{lost} ' if lost else ''}{after}"
    app.ask(
        ConfirmScreen(words, "close the console", again=BY_NAME["quit"], destroys=bool(lost)),
        lambda sure: _leave(app, sure),
    )


async def _leave(app: "TeacherApp", sure: bool | None) -> None:
    if sure:
        await app.action_quit()


WORLD_DEEDS: Mapping[str, Callable[["TeacherApp"], object]] = MappingProxyType(
    {
        "start": start,
        "pause": pause,
        "next phase": next_phase,
        "more time": more_time,
        "end": end,
        "answer": answer,
        "narrate": lambda app: app.open(SpeakScreen(NARRATOR)),
        "speak": lambda app: app.open(SpeakScreen()),
        "rooms": lambda app: app.open(RoomsScreen()),
        "hand over": lambda app: app.open(HandOverScreen(app.desk.chosen_seat)),
        "help": lambda app: app.open(TeacherHelpScreen()),
        "reset": reset,
        "lock": turn_key,
        "new code": new_code,
        "theme": change_theme,
        "quit": leave,
    }
)
"""What is done where neither the screen on top nor the console has a way of its own."""
