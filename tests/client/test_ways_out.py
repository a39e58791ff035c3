"""What a refusal asks for is said with the key or the order by which it is done here."""

import pytest

from client.screens.stage import Stage, settle, told
from docs.refusals import said
from goodpath_client.allowed import why_not
from goodpath_client.keys import BY_NAME
from goodpath_client.plain.commands import ORDERS
from goodpath_client.teacher import keys as teacher
from goodpath_client.ways_out import WAYS, with_keys, with_orders, with_teacher_keys
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.places import PickUpPhone, PutPhoneDown

DOWN = "Your phone is down; pick it up first."
ENDS = "The phase ends before that; put it off by at most 5 s, or let it happen now."


@pytest.mark.parametrize(
    ("way", "code", "text", "shown"),
    [
        (with_keys, "phone_down", DOWN, "Your phone is down; pick it up first (F4)."),
        (with_orders, "phone_down", DOWN, "Your phone is down; pick it up first (/phone)."),
        (with_orders, "on_phone", "Put it down first.", "Put it down first (/down)."),
        (with_orders, "no_credit", "Say it aloud.", "Say it aloud (/down, /say)."),
        (with_orders, "battery_empty", "Plug the phone in.", "Plug the phone in (/plug)."),
        (with_teacher_keys, "phone_down", DOWN, DOWN),
        (with_keys, "phase_ends", ENDS, ENDS),
        (with_teacher_keys, "phase_ends", ENDS, f"{ENDS[:-1]} (F fire, S skip)."),
        (with_keys, "nobody knows this", "No.", "No."),
    ],
)
def test_a_refusal_says_how_what_it_asks_for_is_done_here(
    way: object, code: str, text: str, shown: str
) -> None:
    assert callable(way)
    assert way(code, text) == shown


def test_every_way_is_there_and_belongs_to_something_that_is_refused() -> None:
    assert set(WAYS) <= {one.code for one in said("Refused")}
    assert all(BY_NAME[deed].keys for way in WAYS.values() for deed in way.deeds)
    assert {order for way in WAYS.values() for order in way.orders} <= {order.name for order in ORDERS}
    assert {deed for way in WAYS.values() for deed in way.teaching} <= set(teacher.BY_NAME)


async def test_a_screen_names_its_key_in_what_is_refused_and_in_what_would_be() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    assert why_not(stage.store, BY_NAME["say"], stage.now_ms) == (
        "You are looking at your phone; put it down first (F4)."
    )
    stage.do(PutPhoneDown())
    stage.link.answers = True
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.do(PostMessage(room="1/page-makers", text="hello"))
        await settle(pilot)
        assert told(app) == ["Your phone is down; pick it up first (F4)."]
        app.do(PutPhoneDown())
        await settle(pilot)
        assert told(app) == ["The phone is not in your hand."]
        stage.do(PickUpPhone())
        app.do(PickUpPhone())
        await settle(pilot)
        assert told(app) == ["You already have the phone in your hand."]
