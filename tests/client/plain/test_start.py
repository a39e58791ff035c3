"""Coming in by lines: the briefing once, its stop signal only tried, whom one plays read whole."""

import asyncio

from client.line_terminal import BRIEFED, Terminal, terminal, town_with_ming, yuting
from client.little_server import LittleServer, until
from client.screens.stage import TEACHER as STAGE_TEACHER
from client.screens.stage import Stage
from goodpath_client.plain.start import come
from goodpath_client.plain.table import Table
from goodpath_client.plain.talk import obey, talk
from goodpath_core.play.briefing import ReadBriefing
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.offline import SayAloud
from goodpath_core.play.seats import HandOver, Observe, TakePersona
from goodpath_core.scenario.actions import MoveTo
from town import OPEN, TEACHER, Town, at, one_phase, playing

SHEET = (
    "You are Yuting, 19. Work: packs boxes",
    "Home: the terraces",
    "The dream of Yuting: to photograph weddings",
    "Wishes for today: one picture",
    "Kept quiet (an offer, not a duty to reveal): has applied to a studio",
)


def seated(scenario: str, play: str = "") -> tuple[Stage, Table, list[str]]:
    """Somebody has come, and what they hear."""
    stage, heard = Stage(scenario, play), list[str]()
    return stage, Table(stage.link, stage.store, heard.append, lambda: stage.now_ms), heard  # type: ignore[arg-type]


def test_each_paragraph_of_a_briefing_is_a_line_and_none_has_a_slash_to_be_read_out() -> None:
    stage, table, heard = seated("apple-phone")
    come(table)
    text = stage.scenario.briefing.text
    assert text.count("\n\n") == 4
    assert [line for line in text.split("\n\n")[:3] if line not in heard] == []
    assert [line for line in heard if " / " in line or "\n" in line] == []
    assert "Do not: Write broken speech or funny accents, or joke about smell, hair or being poor." in heard
    assert "Do: Let them be proud of something, and careful about something." in heard
    assert any("F9, tells your teacher" in line and "/stop" in line for line in heard)
    assert heard[-2:] == [
        "Try the stop order now: type /stop. This time it tells nobody.",
        "Type /go when you have heard the briefing, or /briefing to hear it again.",
    ]


def test_who_watches_hears_what_that_is_and_then_what_the_players_are_told() -> None:
    stage, table, heard = seated("ten-pictures")
    stage.do(Observe())
    stage.join()
    come(table)
    players = heard.index("What those who play are told:")
    assert [at for at, line in enumerate(heard) if line.startswith("You watch and play nobody.")] < [players]
    assert heard[players + 1].startswith("You are going to play somebody")
    assert not any("/observe" in line for line in heard[:players])
    assert "Know that they play roles, not themselves." in heard
    assert "When you want it to stop, type /stop: it tells your teacher, and nobody else." in heard


def test_a_briefing_is_not_read_again_by_itself_when_the_copy_is_made_anew() -> None:
    _, table, heard = seated("ten-pictures")
    come(table)
    many = len(heard)
    come(table)
    assert len(heard) == many
    obey(table, "/briefing")
    assert len(heard) == 2 * many


async def test_the_stop_signal_is_only_tried_while_one_is_briefed() -> None:
    town = town_with_ming()
    async with LittleServer(town) as server:
        link, store = server.link()
        me = Terminal(server, store)
        talking = asyncio.create_task(
            talk(link, store, read=me.typed.get, write=me.printed.append, now=lambda: 0)
        )
        await me.hear(BRIEFED)
        await me.type("/stop", "That is all it takes. This time nobody was told")
        await me.type("/go", "Seat 2.")
        assert server.carried_out == [ReadBriefing()]
        await me.type("/stop", "You asked to stop; only your teacher has been told.")
        me.typed.put_nowait(None)
        await talking


async def test_nobody_goes_on_before_the_stop_signal_was_tried_so_that_the_trial_is_never_a_real_one() -> (
    None
):
    town = town_with_ming()
    async with LittleServer(town) as server:
        link, store = server.link()
        me = Terminal(server, store)
        talking = asyncio.create_task(
            talk(link, store, read=me.typed.get, write=me.printed.append, now=lambda: 0)
        )
        await me.hear(BRIEFED)
        await me.type(
            "/go", "First try the stop order: type /stop. This time it tells nobody. Then type /go."
        )
        await me.type("/stop", "That is all it takes. This time nobody was told")
        await me.type("/go", "Seat 2.")
        assert server.carried_out == [ReadBriefing()]
        me.typed.put_nowait(None)
        await talking


async def test_without_a_connection_nobody_believes_that_the_stop_signal_has_arrived() -> None:
    async with yuting() as me:
        await me.server.__aexit__()
        await me.hear("The connection is gone")
        await me.type("/stop", "Your teacher may not know: raise your hand, or go to them.")


async def test_coming_in_says_nothing_of_a_connection_that_simply_is_there() -> None:
    async with terminal(town_with_ming()) as me:
        assert [line for line in me.printed if line in ("Loading what you missed.", "Connected.")] == []
        me.server.cut()
        await me.hear("The connection is gone")
        await me.hear("Connected.")


async def test_whom_one_takes_is_read_whole_once_and_never_doubled() -> None:
    async with terminal(town_with_ming()) as me:
        before = len(me.printed)
        await me.type("/take yuting", SHEET[-1])
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("You are on the phone.")
        heard = me.printed[before:]
        assert [line for line in SHEET if heard.count(line) != 1] == []
        assert len([line for line in heard if "You play Yuting" in line]) == 1
        assert len([line for line in heard if line.endswith("You are on the phone.")]) == 1


async def test_whom_the_teacher_hands_over_is_read_whole_too_and_whom_one_has_is_not() -> None:
    town = Town()
    town.play("1/ming")
    async with terminal(town) as me:
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("A new phase begins: Evening, 5 minutes.")
        await me.server.do(HandOver(persona="1/yuting", seat=2), TEACHER)
        await me.hear(SHEET[-1])
    async with terminal(playing()) as me:
        await me.type("/take any", "Not done")
        assert [line for line in me.printed if line in SHEET] == []


async def test_who_is_given_somebody_of_another_cell_is_read_whom_they_play_and_writes_there() -> None:
    town = Town(2)
    town.play("1/ming", "2/ming")
    async with terminal(town) as me:
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("A new phase begins: Evening, 5 minutes.")
        await me.server.do(HandOver(persona="2/yuting", seat=3), TEACHER)
        await me.hear(SHEET[-1])
        await me.type("Hello there", "Hello there")
        await until(lambda: [one.text for one in town.world.rooms["2/line3"].messages] == ["Hello there"])


def test_a_phase_that_leaves_one_where_one_is_does_not_say_so_again() -> None:
    stage, table, heard = seated("ten-pictures", "yuting")
    obey(table, "/where")
    assert heard == ["The world has not started yet; your teacher will start it."]
    stage.start()
    stage.do(NextPhase(), STAGE_TEACHER)
    obey(table, "/where")
    assert heard[-1].startswith("What you type goes to Page makers: ")


async def test_whoever_waits_for_the_start_is_told_how_to_watch_and_how_to_play_somebody_else() -> None:
    async with terminal(town_with_ming()) as me:
        await me.type("/take yuting", "To watch instead, type /observe; after it, /take plays somebody else.")
        await me.type(
            "/take chunmei",
            "Not done: You already play somebody; watch first if you want to change (/observe).",
        )
        await me.type("/observe yes", "You watch.")
        await me.type("/take chunmei", "You play Chunmei.")


async def test_a_line_before_the_first_answer_waits_and_is_then_done_in_its_order() -> None:
    async with LittleServer(town_with_ming()) as server:
        link, store = server.link()
        me = Terminal(server, store)
        for line in ("/help start", "/stop", "/go", "/take yuting", "/who", None):
            me.typed.put_nowait(line)
        await talk(link, store, read=me.typed.get, write=me.printed.append, now=lambda: 0)
        order = [
            "/go: Go on",
            "Briefing. A small town.",
            "Seat 2. You play nobody",
            "Seat 2. You play Yuting",
        ]
        order += ["Chunmei, on the phone Spring Plum: not played.", "You have left; your seat is kept."]
        places = [next(n for n, line in enumerate(me.printed) if words in line) for words in order]
        assert places == sorted(places)


async def test_a_script_that_ends_with_quit_is_done_to_its_end() -> None:
    town = town_with_ming()
    town.do(StartWorld(), TEACHER)
    async with LittleServer(town) as server:
        link, store = server.link()
        me = Terminal(server, store)
        for line in ("/stop", "/go", "/take chunmei", "hello", "/quit"):
            me.typed.put_nowait(line)
        await talk(link, store, read=me.typed.get, write=me.printed.append, now=lambda: 0)
        said = [one for one in server.carried_out if isinstance(one, PostMessage)]
        assert [one.text for one in said] == ["hello"]
        assert any(isinstance(one, TakePersona) for one in server.carried_out)


async def test_who_gives_up_the_persona_leaves_its_private_chat_and_hears_why_nothing_can_be_written() -> (
    None
):
    async with yuting() as me:
        await me.type("/write ming", "You are in the private chat with Ming")
        await me.type("/observe yes", "You can read every chat that is not private, and all pages.")
        before = len(me.printed)
        await me.type("/where", "It is Sunday 14 July 18:00.")
        await me.type("hello", "Not done: You are watching; only those who play can do that.")
        assert [line for line in me.printed[before:] if "private chat" in line] == []


async def test_who_types_that_they_watch_is_asked_first_and_a_typed_yes_is_the_answer() -> None:
    async with yuting() as me:
        await me.type("/observe", "Type yes to watch; anything else changes nothing.")
        assert me.store.me == "1/yuting"
        await me.type("Yes", "Seat 2. You watch.")
        assert not me.server.town.world.rooms["1/line3"].messages


async def test_any_other_answer_changes_nothing_and_is_said_to_nobody_before_one_wants_it() -> None:
    async with yuting() as me:
        await me.type("/observe", "Type yes to watch; anything else changes nothing.")
        me.typed.put_nowait("\n")
        await me.type(
            "no, never",
            "You play on; nothing is changed. It is not sent: /again sends it as it is, /forget drops it.",
        )
        await me.type("hello", "[Line 3] You: hello")
        assert me.store.me == "1/yuting"
        await me.type("/again", "[Line 3] You: no, never")


async def test_an_order_ends_the_question_and_a_later_yes_is_a_line_like_any_other() -> None:
    async with yuting() as me:
        await me.type("/observe", "Type yes to watch; anything else changes nothing.")
        await me.type("/where", "It is Sunday 14 July 18:00.")
        await me.type("yes", "[Line 3] You: yes")
        assert me.store.me == "1/yuting"
        await me.type("/observe yes", "Seat 2. You watch.")


async def test_of_those_who_are_offered_by_name_all_are_free() -> None:
    async with terminal(town_with_ming()) as me:
        await me.hear("You play nobody yet; type /take.")
        await me.type("/take nonsense", "Type one of these names: Yuting, Chunmei.")


async def test_in_the_room_an_answer_is_not_said_aloud() -> None:
    async with yuting() as me:
        await me.type("/down", "You are in the room")
        await me.type("/observe", "Type yes to watch; anything else changes nothing.")
        await me.type("no", "It is not sent: /again sends it as it is, /forget drops it.")
        assert not [one for one in me.server.carried_out if isinstance(one, SayAloud)]
        await me.type("/again", "You said aloud: no")


async def test_on_the_line_and_without_any_room_an_answer_is_said_to_nobody_either() -> None:
    town = Town(1, one_phase(OPEN, at("only-1", 10, MoveTo(("yuting",), "shift", ""))))
    town.play("1/ming")
    async with yuting(town) as me:
        await me.server.pass_time(10)
        await me.hear("You are on the line, at work.")
        await me.type("/observe", "Type yes to watch; anything else changes nothing.")
        before = len(me.printed)
        await me.type("no", "You play on; nothing is changed.")
        await me.hear("Type /think alone to think it.", before)
        await me.type("/think", "You thought: no")
    async with terminal(town_with_ming()) as me:
        await me.type("/write nobody", "Type one of these names: ")
        await me.type("ming", "If you mean that for /write, type it behind /write.")
        assert me.server.carried_out == []
