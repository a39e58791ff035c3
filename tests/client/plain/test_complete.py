"""Who plays in lines can do all that others can: every command of the rules, every deed of the screens."""

from pathlib import Path

from client.line_terminal import terminal, town_with_ming, typed
from client.screens.stage import Stage
from goodpath_client.keys import DEEDS, IN_LINES
from goodpath_client.plain.commands import NAMES, ORDERS, find_order, parted
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.play.registry import COMMANDS
from town import TEACHER

KEYS = (Path(__file__).parents[3] / "docs" / "keys.md").read_text("utf-8")
NOT_GIVEN: dict[str, str] = {}
"""Command of a student that cannot be given in lines -> why."""
NOT_HEARD = {
    "theme": "Colours are not heard; the terminal's own hold.",
    "chat list": "Nothing stands at the side of a line that could be gone to; /rooms lists the chats.",
    "chats": "Nothing stands at the side of a line that could be folded; /rooms lists the chats.",
    "card": "Nothing stands at the side of a line that could be folded; /page reads the page.",
}
"""Deed of the screens that has no order -> why."""
PLAY = (
    ("/take yuting", "You play Yuting."),
    ("hello", "You: hello"),
    ("/back", "You took a line back."),
    ("/room line", "You are in Line 3; 0 new."),
    ("/notice Be early.", "[Line 3] Notice by Rain: Be early."),
    ("/ooc I am new here.", "Out of character, seat 2: I am new here."),
    ("/sign Only online.", "signature “Only online.”"),
    ("/pictures 2", "You arranged the album “My pictures”: Neon"),
    ("/why 2 It shines.", "Your reason for the picture Neon is kept"),
    ("/post A new week.", "You posted: A new week."),
    ("/page", "2. the post “A new week.”."),
    ("/remove 2", "You took a post down."),
    ("/post An old week.", "You posted: An old week."),
    ("/visit ming", "You looked at the page of Ming."),
    ("/like 1", "You liked the page of Ming."),
    ("/comment 1 So plain!", "You wrote under the page of Ming: So plain!"),
    ("/open 2", "Picture Lamp. What is seen."),
    ("/repost 2 Look.", "You passed on, from Ming, the picture Lamp: Look."),
    ("/down", "You are in the room, the phone is down."),
    ("/say Who is there?", "You said aloud: Who is there?"),
    ("/think I am tired.", "You thought: I am tired."),
    ("/look", "You look around. Half of a room."),
    ("/plug", "At the sockets: You; 1 can charge at once."),
    ("/unplug", "At the sockets: nobody; 1 can charge at once."),
    ("/phone", "You are on the phone."),
    ("/stop", "You asked to stop; only your teacher has been told."),
)
"""What is typed while the world goes on, and what is heard of it."""


def students() -> set[str]:
    """Kinds of the commands that the rules let a student give."""
    return {kind for kind, row in COMMANDS.items() if "student" in row.roles}


async def test_every_command_of_a_student_can_be_given_in_lines() -> None:
    town = town_with_ming()
    async with terminal(town) as me:
        await me.type(*PLAY[0])
        await me.server.do(StartWorld(), TEACHER)
        await me.hear("You are on the phone.")
        await me.server.do(ArrangeAlbum(cards=("lamp",)), town.player("1/ming"))
        for typed, heard in PLAY[1:]:
            await me.type(typed, heard)
        await me.server.do(NextPhase(), TEACHER)
        await me.server.do(NextPhase(), TEACHER)
        await me.hear("The phones are dark")
        await me.type("/reflect I made up the dog.", "What you wrote is kept.")
        await me.type("/observe yes", "Seat 2. You watch.")
        given = {command.kind for command in (*me.way_in, *me.server.carried_out)}
    assert students() - given == NOT_GIVEN.keys()


def test_every_deed_of_the_screens_has_an_order() -> None:
    missing = {deed.name for deed in DEEDS if find_order(parted(deed.name)[0]) is None}
    assert missing == NOT_HEARD.keys()


def test_what_the_screens_call_an_order_is_an_order() -> None:
    assert {name: parted(f"{name} 3 x") for name in IN_LINES} == {
        "take back": ("back", "3 x"),
        "private": ("write", "3 x"),
        "contacts": ("who", "3 x"),
        "plug in": ("plug", "3 x"),
        "prompts": ("where", "3 x"),
    }
    assert set(IN_LINES.values()) <= {order.name for order in ORDERS}


def with_everything() -> Stage:
    """A scenario that has something for every order."""
    return Stage("apple-phone", "yuting")


def test_every_order_is_in_both_helps_and_in_the_paper() -> None:
    short = " ".join(typed(with_everything(), "/help")).replace(",", " ").replace(".", " ").split()
    whole = "\n".join(typed(with_everything(), "/help all"))
    assert [order.name for order in ORDERS if order.name not in short] == []
    assert [
        order.help
        for order in ORDERS
        if f"/{order.name} {order.what}".rstrip() + f": {order.help}" not in whole
    ] == []
    assert [name for name in NAMES if f"`{name}" not in KEYS] == []


def test_the_help_is_short_enough_to_be_heard_and_every_group_of_it_too() -> None:
    short = typed(with_everything(), "/help")
    assert len(short) <= 12
    assert sum(map(len, short)) < 1000


def test_a_beginning_that_means_one_order_is_enough_and_every_whole_name_means_its_own() -> None:
    assert [order.name for order in ORDERS if find_order(order.name) is not order] == []
    beginnings = {"the": None, "th": "think", "old": "older", "gu": "guests", "att": "attach", "mi": "mine"}
    found = {text: find_order(text) for text in beginnings}
    assert {text: order and order.name for text, order in found.items()} == beginnings
