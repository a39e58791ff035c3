"""What a scenario has none of is offered nowhere: not at the foot, not in help and palette, not in lines."""

import pytest
from goodpath.library import Loaded

from client.line_terminal import typed
from client.screens.stage import Stage, screen_text, settle, told
from goodpath_client.allowed import is_shown, why_not
from goodpath_client.keys import BY_NAME
from goodpath_client.lacking import nothing_for
from goodpath_core.play.places import PutPhoneDown
from odd_scenarios import PICTURE, Plan, made_of, night, phase, pictured, town

NO_PICTURES = "There are no pictures here for you to choose from."
NO_SOCKET = "There is no socket in this house."


def playing(plan: Plan) -> Stage:
    """The first persona of a scenario plays; nothing it has is a picture that can be drawn."""
    stage = Stage(Loaded(made_of(plan), {PICTURE: b""}), "p1")
    stage.start()
    return stage


def test_without_pictures_nothing_about_pictures_is_offered() -> None:
    stage = playing(town())
    assert not is_shown(stage.store, BY_NAME["pictures"])
    assert why_not(stage.store, BY_NAME["pictures"], stage.now_ms) == NO_PICTURES

    stage = playing(pictured())
    assert is_shown(stage.store, BY_NAME["pictures"])
    assert why_not(stage.store, BY_NAME["pictures"], stage.now_ms) == ""


def test_where_a_page_has_room_for_no_picture_none_is_offered_now() -> None:
    stage = playing(pictured(phases=[phase(allow={"page": "on"}), night()]))
    assert is_shown(stage.store, BY_NAME["pictures"])
    assert why_not(stage.store, BY_NAME["pictures"], stage.now_ms) == (
        "There is no room for pictures on a page in this phase."
    )


def test_a_house_without_sockets_offers_none() -> None:
    stage = playing(town(houses={"row": {"name": "The row", "sockets": "0"}}))
    stage.do(PutPhoneDown())
    for name in ("plug in", "unplug"):
        assert not is_shown(stage.store, BY_NAME[name])
        assert why_not(stage.store, BY_NAME[name], stage.now_ms) == NO_SOCKET
    assert typed(stage, "/help room")[0].startswith("/phone")
    assert not [line for line in typed(stage, "/help room", "/help all") if "plug" in line]


def test_before_a_persona_is_chosen_nobody_knows_what_it_lacks() -> None:
    stage = Stage(Loaded(made_of(town()), {}), "")
    assert nothing_for(stage.store, "pictures") == ""


@pytest.mark.parametrize(
    "line",
    ["/pictures", "/pictures 1", "/add 1", "/drop 1", "/swap 1 2", "/describe 1", "/why 1 It shines."],
)
def test_in_lines_the_answer_says_that_there_are_none(line: str) -> None:
    stage = playing(town())
    assert typed(stage, line) == [NO_PICTURES]
    assert stage.link.commands == []


def test_in_lines_the_help_names_no_order_that_leads_nowhere() -> None:
    stage = playing(town())
    short, whole = " ".join(typed(stage, "/help")), " ".join(typed(stage, "/help all"))
    assert "Your pictures: reasons." in short
    assert "/pictures" not in whole and "/reasons" in whole and "/plug" in whole
    assert "/pictures" in " ".join(typed(playing(pictured()), "/help all"))


async def test_the_foot_the_help_and_the_palette_offer_no_pictures_and_the_key_says_why() -> None:
    stage = playing(town())
    app = stage.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "Alt+C" not in screen_text(app) and "F2 post" in screen_text(app)
        assert "/pictures" not in {
            command.title.partition(" · ")[0] for command in app.get_system_commands(app.screen)
        }
        for keys in (["alt+c"], [*"/pictures", "enter"]):
            await pilot.press(*keys)
            await settle(pilot)
            assert type(app.screen).__name__ == "OnlineScreen"
            assert NO_PICTURES in told(app)
        await pilot.press("f1")
        await settle(pilot)
        assert "/post" in screen_text(app) and "/pictures" not in screen_text(app)
        await pilot.press("escape", "f2")
        await settle(pilot)
        assert "F2 post" in screen_text(app) and "pictures, up to" not in screen_text(app)
        assert "Tab pictures" not in screen_text(app)


async def test_a_deck_may_have_any_key_and_its_cards_are_chosen_all_the_same() -> None:
    plan = pictured()
    plan["decks"] = {"chosen": plan["decks"]["street"]}
    stage = playing(plan)
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("alt+c", "space")
        await settle(pilot)
        assert "1 of 3 chosen" in screen_text(app)
