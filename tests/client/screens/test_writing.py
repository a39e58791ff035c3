"""What is written on the phone: an @ that names nobody is said first, and a chosen line is answered."""

from client.screens.stage import screen_text, settle, told, write
from client.screens.test_online import ROOM, playing
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.safety import SpeakAside

NOBODY = "Nobody here is called @Haibp; an @ and Tab show whom you can name."


async def test_a_name_that_is_none_is_said_before_the_line_is_sent_and_a_second_enter_sends_it() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "@Haibp hi", "enter")
        await settle(pilot)
        assert told(app) == [f"{NOBODY} Enter again sends it as it is."]
        assert stage.link.commands == [] and app.screen.query_one(Composer).text == "@Haibp hi"
        await pilot.press("enter")
        await settle(pilot)
        assert stage.link.commands == [PostMessage(room=ROOM, text="@Haibp hi")]
        await write(pilot, "/reply @Haibp no", "enter")
        await settle(pilot)
        assert len(stage.link.commands) == 1 and app.screen.query_one(Composer).text == "/reply @Haibp no"
        app.screen.query_one(Composer).put("")
        await write(pilot, "@Haibo hi", "enter")
    said = stage.link.commands[-1]
    assert isinstance(said, PostMessage) and said.mentions == ("1/haibo",)


async def test_a_sign_typed_while_a_line_is_chosen_begins_its_answer_and_a_command_does_not() -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=ROOM, text="Who is up?"))
    seq = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up")
        await settle(pilot)
        assert "type: answer it · Enter: menu" in screen_text(app)
        await pilot.press(*"me")
        await settle(pilot)
        assert "answering Long Haibo: Who is up?" in screen_text(app)
        await pilot.press("enter")
        await write(pilot, "and you", "enter", "ctrl+up")
        await write(pilot, "/ooc hm", "enter")
        await settle(pilot)
    assert stage.link.commands == [
        PostMessage(room=ROOM, text="me", reply_to=seq, mentions=("1/haibo",)),
        PostMessage(room=ROOM, text="and you"),
        SpeakAside(room=ROOM, text="hm"),
    ]
