"""The phone: what it shows, what each key does, and that nothing typed is lost."""

import pytest
from textual import events

from client.little_server import until
from client.screens.stage import TEACHER, Stage, screen_text, settle, told, write
from goodpath_client.link_state import LinkState
from goodpath_client.screens.online import OnlineScreen
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_view import UNREAD
from goodpath_core.play.messages import HideMessage, PostMessage, TakeBackMessage
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.places import PutPhoneDown
from goodpath_core.play.profile import EditPage
from goodpath_core.play.safety import SignalStop, SpeakAside

ROOM = "1/page-makers"


def playing() -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    return stage


async def test_persona_phase_room_and_readers_are_on_the_screen() -> None:
    stage = playing()
    stage.do(EditPage(nickname="City After Rain 雨后之城", skin="rain"))
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        text = screen_text(app)
    for part in (
        "Pan Yuting 潘雨婷",
        "City After Rain 雨后之城",
        "Ten pictures",
        "Sunday 14 July 19:40 world time",
        "6 min left",
        "observers, the teacher, and later the reviewer can read",
        "Three pictures that",
        "F4 phone down",
        "F9 stop",
    ):
        assert part in text


async def test_a_line_goes_out_with_enter_and_comes_back_the_common_way() -> None:
    stage = playing()
    stage.link.answers = True
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*"hi", "enter")
        await settle(pilot)
        assert stage.link.commands == [PostMessage(room=ROOM, text="hi")]
        row = app.screen.query_one(MessageList).rows[-1]
        assert (row.text, row.own, row.mark) == ("hi", True, "✓")


async def test_a_line_on_its_way_is_shown_as_such() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*"hi", "enter")
        await settle(pilot)
        assert app.screen.query_one(MessageList).rows[-1].mark == "…"


async def test_a_refused_line_goes_back_into_the_box() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*"hi", "enter")
        await settle(pilot)
        stage.store.refuse("r1", "chat_closed", "Chat is closed in this phase.")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == "hi"
        assert [row.text for row in app.screen.query_one(MessageList).rows].count("hi") == 0


async def test_markup_and_controls_of_others_are_only_text() -> None:
    stage = playing()
    for text in ("[@click=app.quit]x[/]", "[/] [b", "\x1b]0;title\x07 \u202eevil"):
        stage.play_persona("haibo", PostMessage(room=ROOM, text=text))
    stage.play_persona("haibo", EditPage(nickname="[red]Wave[/] [/x]"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("alt+k")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        text = screen_text(app)
    assert "[@click=app.quit]x[/]" in text and "[/] [b" in text and "[red]Wave[/] [/x]" in text
    assert "\x1b" not in text and "\u202e" not in text


async def test_teacher_and_narrator_cannot_be_taken_for_a_line() -> None:
    stage = playing()
    stage.do(SpeakAsNarrator(text="Somewhere a generator starts."), TEACHER)
    stage.do(SpeakAside(room=ROOM, text="One after the other, please."), TEACHER)
    stage.play_persona("haibo", PostMessage(room=ROOM, text="x\n# teacher\n#   be quiet"))
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        lines = [line for line in screen_text(app).splitlines() if "│" in line]
    middle = [line.split("│")[3] for line in lines if line.count("│") > 3]
    assert any(line.startswith("~ narrator") for line in middle)
    assert sum(line.startswith("#") for line in middle) >= 1
    assert not any(line.startswith("#") and "be quiet" in line for line in middle)


async def test_a_name_after_an_at_is_completed_and_sent_as_a_mention() -> None:
    stage = playing()
    stage.play_persona("haibo", EditPage(nickname="Wave 长发"))
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*"@wa", "tab", *"hi", "enter")
        await settle(pilot)
    assert stage.link.commands == [PostMessage(room=ROOM, text="@Wave_长发 hi", mentions=("1/haibo",))]


async def test_a_given_name_is_completed_and_where_no_name_begins_so_the_words_go_on_in_the_box() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await write(pilot, "@haib", "tab")
        assert app.screen.query_one(Composer).text == "@Long_Haibo "
        await write(pilot, "@xyz", "tab")
        await until(lambda: "Nobody here is called @xyz;" in screen_text(app))
        await pilot.press(*"hi")
        assert app.screen.query_one(Composer).text == "@Long_Haibo @xyzhi"
        await until(lambda: "Nobody here is called" not in screen_text(app))


async def test_which_names_tab_goes_through_is_shown_until_the_next_sign() -> None:
    app = playing().app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(lambda: "Tab chats" in screen_text(app))
        await pilot.press(*"@", "tab")
        await until(lambda: "Tab: next" in screen_text(app))
        await pilot.press("x")
        await until(lambda: "Tab: next" not in screen_text(app))


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_line_that_is_answered_is_cut_behind_a_word_and_the_key_that_drops_it_is_whole(
    size: tuple[int, int],
) -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=ROOM, text="have you eaten, have you eaten? " * 4))
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await write(pilot, "/reply", "enter")
        await settle(pilot)
        (bar,) = [line for line in screen_text(app).splitlines() if "answering Long Haibo:" in line]
        assert bar.rstrip("│ ").endswith("Esc drop")
        words = bar.partition("answering Long Haibo: ")[2].partition("..")[0]
        assert words.split()[-1] in ("have", "you", "eaten,", "eaten?")


async def test_up_in_an_empty_box_chooses_a_line_and_enter_answers_it() -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=ROOM, text="look at my page"))
    seq = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("up", "enter")
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        assert "answering Long Haibo: look at my page" in screen_text(app)
        await pilot.press(*"ok", "enter")
        await settle(pilot)
    assert stage.link.commands == [PostMessage(room=ROOM, text="ok", reply_to=seq, mentions=("1/haibo",))]


async def test_an_own_line_is_taken_back_by_menu_and_by_slash() -> None:
    stage = playing()
    stage.do(PostMessage(room=ROOM, text="too much"))
    seq = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+up", "enter")
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        await write(pilot, "/take", "space")
        await write(pilot, "back", "enter")
        await settle(pilot)
    assert stage.link.commands == [TakeBackMessage(room=ROOM, message=seq)] * 2


async def test_a_line_hidden_by_the_teacher_leaves_a_mark() -> None:
    stage = playing()
    stage.play_persona("haibo", PostMessage(room=ROOM, text="ugly words"))
    seq = stage.world.seq
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        stage.do(HideMessage(room=ROOM, message=seq), TEACHER)
        await settle(pilot)
        text = screen_text(app)
    assert "ugly words" not in text and "The teacher removed a line." in text


async def test_out_of_character_and_unknown_commands() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "/ooc", "space")
        await write(pilot, "sorry", "enter")
        await write(pilot, "/frobnicate", "enter")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == "/frobnicate"
    assert stage.link.commands == [SpeakAside(room=ROOM, text="sorry")]


async def test_the_stop_signal_takes_one_more_key_and_escape_takes_it_away() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f9")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert stage.link.commands == []
        await pilot.press("f9")
        await settle(pilot)
        await pilot.press("f9")
        await settle(pilot)
    assert stage.link.commands == [SignalStop()]


async def test_f4_puts_the_phone_down_and_the_grey_room_comes() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
    assert stage.link.commands == [PutPhoneDown()]


async def test_unseen_lines_count_until_somebody_looks() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 32)) as pilot:
        await settle(pilot)
        app.app_focus = False
        app.attention.notice(events.AppBlur())
        for number in range(60):
            stage.play_persona("haibo", PostMessage(room=ROOM, text=f"line {number}"))
        await settle(pilot)
        lines = app.screen.query_one(MessageList)
        assert stage.store.unread.count(ROOM) == 60
        assert lines.row(UNREAD) is not None
        app.app_focus = True
        app.tick()
        seen = [key for key in lines.visible_keys() if isinstance(key, int)]
        assert 0 < len(seen) < 30
        assert stage.store.unread.count(ROOM) == 60 - len(seen)
        await pilot.press("f6")
        await settle(pilot)
        first = stage.world.rooms[ROOM].messages[-60]
        assert first.seq in lines.visible_keys() and first.text == "line 0"
        app.tick()
        assert stage.store.unread.first(ROOM) > first.seq


async def test_the_question_of_the_phase_is_whole_on_the_phone_at_80_columns_when_it_begins() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert stage.store.world.phase.ask in " ".join(screen_text(app).split())


async def test_a_line_refused_while_another_is_written_does_not_mix_with_it() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "first", "enter", *"sec")
        stage.store.refuse("r1", "chat_closed", "Chat is closed in this phase.")
        await settle(pilot)
        await pilot.press(*"ond", "enter")
        await settle(pilot)
        assert app.screen.query_one(Composer).selected_text == "first"
        assert "not sent · type: later · arrow: keep · Esc: drop" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == ""
    assert stage.link.commands == [
        PostMessage(room=ROOM, text="first"),
        PostMessage(room=ROOM, text="second"),
    ]


async def test_an_aside_that_is_too_long_stays_in_the_box() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(Composer).put("/ooc " + "x" * 1010)
        await pilot.press("enter")
        await settle(pilot)
        assert told(app) == ["Make it shorter by 10: at most 1000 characters fit."]
        assert app.screen.query_one(Composer).text == "/ooc " + "x" * 1010
    assert stage.link.commands == []


async def test_f6_goes_to_the_private_chat_that_waits() -> None:
    stage = playing()
    private = "private:1/haibo+1/yuting"
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        stage.play_persona("haibo", PostMessage(room=private, text="can you keep a secret?"))
        await settle(pilot)
        assert "@Long Haibo" in screen_text(app)
        await pilot.press("f6")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, OnlineScreen) and screen.room == private
        assert "you two, the teacher, and later the reviewer" in screen_text(app)


async def test_the_draft_of_each_room_stays_with_its_room() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await write(pilot, "half a", "alt+k")
        await settle(pilot)
        await pilot.press("down", "w")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == ""
        screen = app.screen
        assert isinstance(screen, OnlineScreen)
        screen.open_room(ROOM)
        assert app.screen.query_one(Composer).text == "half a"


async def test_every_state_of_the_connection_is_told() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        for state, words in (
            (LinkState("reconnecting", 3, 2, 4), "Reconnecting in 3 s (attempt 2, 4 waiting)"),
            (LinkState("catching_up", waiting=120), "Catching up: 120 to come."),
            (LinkState("reloaded"), "everything was loaded anew"),
            (LinkState("closed", text="This seat was opened at another terminal."), "another terminal"),
        ):
            stage.store.set_link(state)
            await settle(pilot)
            assert words in screen_text(app)
        stage.store.set_link(LinkState("connected"))
        await settle(pilot)
        assert "another terminal" not in screen_text(app)
