"""A room's list follows the room, and only what has changed is made anew."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from client.screens.stage import TEACHER, Stage
from client.shipped import shipped
from goodpath_client.changes import Change
from goodpath_client.room_feed import RoomFeed
from goodpath_client.room_rows import UNWRITTEN, room_rows
from goodpath_client.widgets.message_list import MessageList
from goodpath_client.widgets.row_view import Anchor
from goodpath_client.widgets.rows import Row
from goodpath_core.play.bounds import WINDOW
from goodpath_core.play.event import Command, Draft
from goodpath_core.play.hidden_faces import HideFace
from goodpath_core.play.messages import HideMessage, MessagePosted, PostMessage, TakeBackMessage
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.profile import EditPage
from goodpath_core.scenario.durations import DAY_S

ROOM = "1/page-makers"


class CountingList(MessageList):
    """A list that counts how often it has put its rows in place."""

    settled = 0

    def _settle(self, anchor: Anchor) -> None:
        self.settled += 1
        super()._settle(anchor)


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield CountingList()


@dataclass
class Chat:
    """A room of pictures in a list, and of which rows pictures were asked for while rows were made."""

    stage: Stage
    lines: MessageList
    pilot: Pilot[None]
    changes: list[Change] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stage.store.on_change(self.changes.append)
        self.feed = RoomFeed(self.stage.store, ROOM, self.lines, self.png)
        self.feed.open()

    def png(self, file: str) -> bytes:
        self.asked.append(file)
        return b""

    def speakers(self, voice: str) -> set[str]:
        """As whom the lines of a voice show."""
        own = {line.seq for line in self.stage.world.rooms[ROOM].messages if line.voice == voice}
        return {row.speaker for row in self.lines.rows if row.key in own}

    async def write(self, text: str) -> None:
        """Seat 1 writes a line, which the server does not answer; the list shows it."""
        self.changes.clear()
        self.stage.link.do(PostMessage(room=ROOM, text=text))
        self.feed.sync(self.changes, looking=True)
        await self.pilot.pause()

    async def play(self, persona: str, command: Command) -> None:
        """Somebody does something; the list shows it."""
        self.changes.clear()
        self.asked.clear()
        if persona:
            self.stage.play_persona(persona, command)
        else:
            self.stage.do(command, TEACHER)
        self.feed.sync(self.changes, looking=True)
        await self.pilot.pause()


@asynccontextmanager
async def chat(pictures: int) -> AsyncIterator[Chat]:
    """Chunmei wrote a line, Haibo posted pictures, and Yuting answered Chunmei; the phase lasts for days."""
    loaded = shipped("ten-pictures")
    first, *later = loaded.scenario.phases
    phases = (replace(first, seconds=DAY_S), *later)
    stage = Stage(replace(loaded, scenario=replace(loaded.scenario, phases=phases)), "yuting")
    stage.start()
    asked = stage.world.seq + 1
    stage.play_persona("chunmei", PostMessage(room=ROOM, text="good evening"))
    for number in range(pictures):
        fact = MessagePosted(text=f"line {number}", card="red-car")
        stage.happen(Draft(fact, "room", 1, "1/haibo", ROOM))
    stage.play_persona("yuting", PostMessage(room=ROOM, text="answered", reply_to=asked))
    app = Bare()
    async with app.run_test(size=(80, 24)) as pilot:
        yield Chat(stage, app.query_one(MessageList), pilot)


async def test_a_new_nickname_makes_only_those_rows_anew_that_show_it() -> None:
    async with chat(pictures=30) as one:
        assert len(one.asked) == 30
        await one.play("chunmei", EditPage(nickname="第九站"))
        assert one.asked == []
        assert one.speakers("1/chunmei") == {"第九站"}
        assert one.lines.rows[-1].quote == "第九站: good evening"
        await one.play("haibo", EditPage(nickname="Wave 长发"))
        assert len(one.asked) == 30
        assert one.speakers("1/haibo") == {"Wave 长发"}


async def test_a_nickname_that_the_teacher_removed_leaves_the_lines_of_its_chats_too() -> None:
    async with chat(pictures=2) as one:
        await one.play("chunmei", EditPage(nickname="Rude Name", signature="rude"))
        assert one.speakers("1/chunmei") == {"Rude Name"}
        version = one.stage.world.pages["1/chunmei"].face.seq
        await one.play("", HideFace(page="1/chunmei", part="nickname", version=version))
        assert one.speakers("1/chunmei") == {"Wei Chunmei"}
        assert one.lines.rows[-1].quote == "Wei Chunmei: good evening"
        await one.play("", HideFace(page="1/chunmei", part="signature", version=version))
        assert one.asked == []


async def test_what_is_changed_of_a_page_besides_its_name_makes_no_row_anew() -> None:
    async with chat(pictures=2) as one:
        await one.play("haibo", EditPage(signature="Only online."))
        assert one.asked == []


async def test_a_line_that_goes_leaves_its_mark_and_goes_from_what_quotes_it() -> None:
    async with chat(pictures=2) as one:
        hidden = one.stage.world.rooms[ROOM].messages[-1].reply_to
        await one.play("", HideMessage(room=ROOM, message=hidden))
        assert one.asked == []
        row = one.lines.row(hidden)
        assert row is not None and row.text == "The teacher removed a line."
        assert one.lines.rows[-1].quote == "(gone)"


async def test_what_comes_later_stands_below() -> None:
    async with chat(pictures=2) as one:
        await one.play("haibo", PostMessage(room=ROOM, text="one more"))
        assert [row.text for row in one.lines.rows[-2:]] == ["answered", "one more"]
        assert one.asked == []


async def test_an_own_line_on_its_way_stays_below_what_comes_as_after_opening_the_chat_anew() -> None:
    async with chat(pictures=0) as one:
        await one.write("on its way")
        await one.play("haibo", PostMessage(room=ROOM, text="came later"))
        await one.write("behind it")
        await one.play("haibo", PostMessage(room=ROOM, text="came last"))
        shown = [row.text for row in one.lines.rows[-4:]]
        assert shown == ["came later", "came last", "on its way", "behind it"]
        assert one.lines.rows == tuple(room_rows(one.stage.store, ROOM, one.png))


async def test_an_own_line_on_its_way_keeps_the_cursor_while_others_come_above_it() -> None:
    async with chat(pictures=0) as one:
        await one.write("on its way")
        one.lines.choose("r1")
        await one.play("haibo", PostMessage(room=ROOM, text="came later"))
        chosen = one.lines.chosen
        assert chosen is not None and chosen.text == "on its way"


async def test_what_came_while_nobody_looked_stands_above_an_own_line_on_its_way() -> None:
    async with chat(pictures=0) as one:
        await one.write("on its way")
        one.stage.play_persona("haibo", PostMessage(room=ROOM, text="came later"))
        one.feed.reload()
        assert [row.text for row in one.lines.rows[-2:]] == ["came later", "on its way"]
        assert one.lines.rows == tuple(room_rows(one.stage.store, ROOM, one.png))


async def test_what_comes_above_an_own_line_on_its_way_counts_as_below_the_screen_of_a_reader() -> None:
    async with chat(pictures=30) as one:
        await one.write("on its way")
        one.lines.focus()
        await one.pilot.press("pageup", "pageup")
        await one.play("haibo", PostMessage(room=ROOM, text="came later"))
        assert one.lines.below == 1


async def test_below_the_screen_only_the_lines_of_others_count_and_those_only_while_they_stand() -> None:
    async with chat(pictures=30) as one:
        await one.write("on its way")
        one.lines.focus()
        await one.pilot.press("pageup", "pageup")
        one.stage.now_ms += int(DAY_S / one.stage.world.clock.speed * 1000)
        await one.play("haibo", PostMessage(room=ROOM, text="good morning"))
        assert [row.text for row in one.lines.rows[-3:]] == ["Monday 15 July", "good morning", "on its way"]
        assert one.lines.below == 1
        await one.play("", SpeakAsNarrator(text="The bell."))
        await one.play("yuting", PostMessage(room=ROOM, text="on its way"))
        assert one.lines.below == 1
        await one.play("chunmei", PostMessage(room=ROOM, text="oh no"))
        assert one.lines.below == 2
        await one.play("chunmei", TakeBackMessage(room=ROOM, message=one.stage.world.seq))
        assert one.lines.below == 1
        one.feed.reload()
        assert one.lines.below == 1
        await one.pilot.press("end")
        assert one.lines.below == 0


async def test_all_that_came_at_once_is_shown_however_much_it_was() -> None:
    async with chat(pictures=0) as one:
        for number in range(WINDOW + 50):
            fact = MessagePosted(text=f"missed {number}")
            one.stage.happen(Draft(fact, "room", 1, "1/haibo", ROOM))
        one.feed.sync(one.changes, looking=True)
        texts = [row.text for row in one.lines.rows if row.text.startswith("missed")]
        assert texts == [f"missed {number}" for number in range(WINDOW + 50)]


async def test_a_chat_of_which_every_line_shown_has_left_the_copy_is_shown_anew() -> None:
    async with chat(pictures=0) as one:
        await one.play("haibo", PostMessage(room=ROOM, text="before"))
        one.stage.seat = 0
        for number in range(WINDOW):
            one.stage.play_persona("haibo", PostMessage(room=ROOM, text=f"line {number}"))
        one.stage.seat = 1
        one.stage.join()
        one.feed.reload()
        assert [row.text for row in one.lines.rows][-1] == f"line {WINDOW - 1}"
        assert one.lines.rows == tuple(room_rows(one.stage.store, ROOM, one.png))


async def test_however_many_older_lines_a_copy_made_anew_has_not_they_go_in_one_step() -> None:
    async with chat(pictures=0) as one:
        lines = one.pilot.app.query_one(CountingList)
        known = [row.key for row in lines.rows]
        lines.prepend([Row(-number, text=f"older line {number}") for number in range(300, 0, -1)])
        lines.settled = 0
        one.feed.reload()
        assert [row.key for row in lines.rows] == known
        assert lines.settled <= 3


async def test_a_day_that_begins_while_the_room_is_open_has_its_divider_as_after_opening_it_anew() -> None:
    async with chat(pictures=0) as one:
        speed = one.stage.world.clock.speed
        for day, text in enumerate(("first", "second", "third")):
            one.stage.now_ms += int(DAY_S / speed * 1000) if day else 0
            await one.play("haibo", PostMessage(room=ROOM, text=text))
            await one.play("chunmei", PostMessage(room=ROOM, text=f"{text} too"))
            await one.play("", SpeakAsNarrator(text=f"The {text} day goes by."))
        shown = [row.text for row in one.lines.rows[-11:]]
        assert shown == [
            "first",
            "first too",
            "The first day goes by.",
            "Monday 15 July",
            "second",
            "second too",
            "The second day goes by.",
            "Tuesday 16 July",
            "third",
            "third too",
            "The third day goes by.",
        ]
        assert one.lines.rows == tuple(room_rows(one.stage.store, ROOM, one.png))


async def test_what_was_told_before_a_chat_began_does_not_stand_in_it_whenever_it_was_opened() -> None:
    private = "private:1/haibo+1/yuting"
    async with chat(pictures=0) as one:
        await one.play("", SpeakAsNarrator(text="It is Sunday."))
        feed = RoomFeed(one.stage.store, private, one.lines, one.png)
        feed.open()
        assert [row.key for row in one.lines.rows] == [UNWRITTEN]
        one.stage.now_ms += int(DAY_S / one.stage.world.clock.speed * 1000)
        one.changes.clear()
        one.stage.do(SpeakAsNarrator(text="It is Monday."), TEACHER)
        one.stage.play_persona("haibo", PostMessage(room=private, text="psst"))
        one.stage.do(SpeakAsNarrator(text="Somebody laughs."), TEACHER)
        feed.sync(one.changes, looking=True)
        assert [row.text for row in one.lines.rows] == ["Monday 15 July", "psst", "Somebody laughs."]
        assert one.lines.rows == tuple(room_rows(one.stage.store, private, one.png))


async def test_between_what_is_new_and_its_first_line_stands_no_day() -> None:
    async with chat(pictures=0) as one:
        await one.play("haibo", PostMessage(room=ROOM, text="good night"))
        one.stage.store.unread.seen(ROOM, one.stage.world.seq)
        one.stage.now_ms += int(DAY_S / one.stage.world.clock.speed * 1000)
        await one.play("haibo", PostMessage(room=ROOM, text="good morning"))
        one.feed.divide()
        shown = [row.text for row in one.lines._book]
        assert shown[-4:] == ["good night", "Monday 15 July", "1 new", "good morning"]


async def test_an_empty_private_chat_says_who_can_read_it_until_somebody_writes() -> None:
    private = "private:1/haibo+1/yuting"
    async with chat(pictures=0) as one:
        feed = RoomFeed(one.stage.store, private, one.lines, one.png)
        feed.open()
        said = "Nobody has written here yet. You two, the teacher, and later the reviewer can read it."
        assert [(row.text, row.is_stop) for row in one.lines.rows] == [(said, False)]
        one.changes.clear()
        one.stage.play_persona("haibo", PostMessage(room=private, text="psst"))
        feed.sync(one.changes, looking=True)
        assert said not in [row.text for row in one.lines.rows]


async def test_what_the_narrator_tells_first_on_a_day_stands_below_that_day() -> None:
    async with chat(pictures=0) as one:
        one.stage.now_ms += int(DAY_S / one.stage.world.clock.speed * 1000)
        await one.play("", SpeakAsNarrator(text="The bell."))
        await one.play("haibo", PostMessage(room=ROOM, text="late"))
        assert [row.text for row in one.lines.rows[-3:]] == ["Monday 15 July", "The bell.", "late"]
        assert one.lines.rows == tuple(room_rows(one.stage.store, ROOM, one.png))


async def test_a_long_line_is_quoted_whole_so_that_the_list_can_say_where_it_was_cut() -> None:
    async with chat(pictures=0) as one:
        long = "Payday is in four days. " * 8
        await one.play("haibo", PostMessage(room=ROOM, text=long))
        await one.play("chunmei", PostMessage(room=ROOM, text="so", reply_to=one.stage.world.seq))
        assert one.lines.rows[-1].quote == f"{one.lines.rows[-2].speaker}: {one.lines.rows[-2].text}"


async def test_the_first_line_of_an_empty_room_stands_below_its_day() -> None:
    private = "private:1/haibo+1/yuting"
    async with chat(pictures=0) as one:
        feed = RoomFeed(one.stage.store, private, one.lines, one.png)
        feed.open()
        one.changes.clear()
        one.stage.play_persona("haibo", PostMessage(room=private, text="psst"))
        feed.sync(one.changes, looking=True)
        assert [row.text for row in one.lines.rows] == ["Sunday 14 July", "psst"]
        assert one.lines.rows == tuple(room_rows(one.stage.store, private, one.png))


def test_every_persona_has_an_ink_of_their_own_and_voices_of_the_house_have_none() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    for persona in ("haibo", "jun", "haibo"):
        stage.play_persona(persona, PostMessage(room="1/page-makers", text="hi"))
    stage.do(SpeakAsNarrator(text="It rains."), TEACHER)
    rows = room_rows(stage.store, "1/page-makers", lambda file: b"")
    inks = [row.ink for row in rows if row.text in ("hi", "It rains.")]
    assert inks[0] == inks[2] != inks[1]
    assert min(inks[:3]) > 0 == inks[3]
