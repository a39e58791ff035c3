"""Do what is possible on every screen: help, briefing, life, task, phone, stop, observe, theme, quit."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from goodpath_client.allowed import is_shown
from goodpath_client.keys import BY_NAME
from goodpath_client.lacking import NOTHING_ASKED, asks_something
from goodpath_client.leaving import leave_question
from goodpath_client.screens.asked import AskedScreen
from goodpath_client.screens.briefing import BriefingScreen
from goodpath_client.screens.confirm import ConfirmScreen
from goodpath_client.screens.help import HelpScreen
from goodpath_client.screens.life import LifeScreen
from goodpath_client.themes import change_theme
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.safety import SignalStop
from goodpath_core.play.seats import Observe

if TYPE_CHECKING:
    from goodpath_client.app import StudentApp

_STOP = "Tell your teacher that you want this to stop? Nobody else will know, and no reason is asked."
_NOT_TOLD = "Nothing has been told yet"
_NO_TEACHER = (
    "In class this tells your teacher, and nobody else, that you want it to stop. "
    "The demo has no teacher, so nobody was told."
)
_OBSERVE = "Stop playing and watch instead? Watching counts as taking part, and nobody asks why."


def show_help(app: "StudentApp", argument: str) -> None:
    """Show every key."""
    places, own = getattr(app.screen, "PLACES", ()), getattr(app.screen, "OWN_KEYS", ())
    watches = app.store.role == "observer"
    app.open(HelpScreen(places, lambda deed: is_shown(app.store, deed), own, watches))


def show_briefing(app: "StudentApp", argument: str) -> None:
    """Show the briefing again."""
    app.open(BriefingScreen(again=True))


def show_life(app: "StudentApp", argument: str) -> None:
    """Show the own persona's sheet."""
    app.open(LifeScreen())


def show_asked(app: "StudentApp", argument: str) -> None:
    """Show what the phase asks, and what it gives to think about."""
    if asks_something(app.store):
        app.open(AskedScreen())
    else:
        app.say(NOTHING_ASKED)


def turn_to_phone(app: "StudentApp", argument: str) -> None:
    """Put the phone down, or pick it up."""
    person = app.store.my_person
    if person is None:
        app.say("You play nobody yet, and only a persona has a phone.")
    else:
        app.do(PutPhoneDown() if person.place == "phone" else PickUpPhone())


def signal_stop(app: "StudentApp", argument: str) -> None:
    """Tell the teacher privately, after one more key; where there is none, that nobody is told."""
    if app.ends_with_me:
        app.say(_NO_TEACHER, severe=True)
        return

    def answer(sure: bool | None) -> None:
        if sure:
            app.signal.give(app.now())
            app.do(SignalStop())
            app.show_stop()

    question = ConfirmScreen(_STOP, "tell the teacher", again=BY_NAME["stop"], undone=_NOT_TOLD)
    app.ask(question, answer)


def observe(app: "StudentApp", argument: str) -> None:
    """Stop playing and watch, after one more key."""

    def answer(sure: bool | None) -> None:
        if sure:
            app.do(Observe())

    app.ask(ConfirmScreen(_OBSERVE, "watch", destroys=True), answer)


def leave(app: "StudentApp", argument: str) -> None:
    """Leave, after one more key; when all is over there is nothing to ask."""

    async def answer(sure: bool | None) -> None:
        if sure:
            await app.action_quit()

    if app.store.world.session.stage == "ended":
        app.run_worker(app.action_quit())
    else:
        words = leave_question(app.store, app.closing, app.ends_with_me)
        app.ask(ConfirmScreen(words, "leave", again=BY_NAME["quit"]), answer)


APP_DEEDS: Final[Mapping[str, Callable[["StudentApp", str], None]]] = MappingProxyType(
    {
        "help": show_help,
        "briefing": show_briefing,
        "life": show_life,
        "prompts": show_asked,
        "phone": turn_to_phone,
        "stop": signal_stop,
        "observe": observe,
        "theme": lambda app, argument: change_theme(app),
        "quit": leave,
    }
)
"""What is done for each deed that is possible anywhere, with what follows its slash command."""
