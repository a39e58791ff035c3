"""Where a text names a key, who plays in lines hears what to type; and no shipped text names one in vain."""

import re

import pytest

from client.screens.stage import TEACHER, Stage
from client.shipped import shipped
from goodpath_client.keys import DEEDS, key_label
from goodpath_client.plain.commands import find_order, parted
from goodpath_client.plain.keys import orders_beside, why_refused
from goodpath_core.play.control import PauseWorld
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.places import PickUpPhone, PutPhoneDown

KEY = re.compile(r"\b(?:F\d{1,2}|Alt\+\w|Ctrl\+\w+|E, where)\b")
HELD = re.compile(r"\((?:here|type) /\w+")


@pytest.mark.parametrize(
    ("text", "debrief", "heard"),
    [
        ("F4 puts it down.", False, "F4 (here /phone or /down) puts it down."),
        ("F5 shows all.", False, "F5 (here /feed) shows all."),
        ("F5 shows all.", True, "F5 (here /pages) shows all."),
        ("Press Alt+K.", False, "Press Alt+K (here /who)."),
        ("F9 tells, and so does /stop.", False, "F9 tells, and so does /stop."),
        ("Alt+T changes colours, F20 nothing.", False, "Alt+T changes colours, F20 nothing."),
        ("Say why (E, where you choose pictures).", False, "Say why (type /why all and your words)."),
        ("Factory F45 and A4F4.", False, "Factory F45 and A4F4."),
    ],
)
def test_the_order_stands_beside_its_key(text: str, debrief: bool, heard: str) -> None:
    assert orders_beside(text, debrief) == heard


def test_every_order_named_beside_a_key_is_one() -> None:
    heard = [orders_beside(key_label(key)) for deed in DEEDS for key in deed.keys if len(key) > 1]
    named = [order for text in heard for order in re.findall(r"/(\w+)", text)]
    assert len(named) > 15
    assert [order for order in named if find_order(parted(order)[0]) is None] == []


@pytest.mark.parametrize("name", ["apple-phone", "ten-pictures"])
def test_no_shipped_text_leaves_a_key_unexplained(name: str) -> None:
    told = shipped(name).scenario
    during = [told.briefing.text, *told.briefing.do, *told.briefing.dont]
    during += [line for phase in told.phases for line in (phase.ask, *phase.prompts)]
    spoken = [orders_beside(text) for text in during]
    spoken += [orders_beside(question, debrief=True) for question in told.debrief.questions]
    keys = [text for text in spoken if KEY.search(text)]
    assert keys and [text for text in keys if not HELD.search(text) and "/" not in text] == []
    assert [
        text for text in spoken if re.search(r"\b(?:one key|another) (?:tells|makes|puts)", text, re.I)
    ] == []


def test_a_refusal_that_was_not_asked_for_names_the_order_too() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    assert why_refused(stage.store, PostMessage, stage.now_ms) == ""
    assert why_refused(stage.store, PickUpPhone, stage.now_ms) == "You already have the phone in your hand."
    stage.do(PutPhoneDown())
    words = "Your phone is down; pick it up first (/phone)."
    assert why_refused(stage.store, PostMessage, stage.now_ms) == words
    stage.do(PauseWorld(why="Look here."), TEACHER)
    assert why_refused(stage.store, PickUpPhone, stage.now_ms).startswith("The world is paused")
