"""The client's copy is the visible part of the whole, in whatever order snapshot and news arrive."""

from dataclasses import replace
from typing import Any, Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from goodpath_client.changes import Change
from goodpath_client.read_marks import ReadMarks
from goodpath_client.store import Store
from goodpath_core.play.bounds import WINDOW
from goodpath_core.play.event import Event
from goodpath_core.play.messages import HideMessage, MessagePosted, NoticeSet, PostMessage, TakeBackMessage
from goodpath_core.play.profile import EditPage
from goodpath_core.play.safety import SpeakAside
from goodpath_core.play.seats import HandOver, Observe
from goodpath_core.play.sight import Viewer, scope_of, sees, visible
from goodpath_core.play.state import World
from goodpath_core.scenario.view import view
from goodpath_core.wire.codec import event_blob, pack, unpack
from goodpath_core.wire.frames import Welcome
from goodpath_core.wire.limits import ANSWER_BYTES, PROTOCOL
from goodpath_core.wire.values import view_from, view_value, world_from, world_value
from random_play import STEPS, Step, take, two_cells
from town import TEACHER, Town, lobby, playing


class Connection:
    """One seat's store, and what a server would tell it of a town."""

    def __init__(self, town: Town, seat: int, marks: ReadMarks | None = None) -> None:
        self.town, self.seat = town, seat
        self.store = Store(marks)
        self.told = 0
        """Number of the last event that went out as news."""
        self.on_the_way: list[Any] = []
        """News sent and not arrived."""
        self.snapshot: World | None = None
        """A state asked for and not arrived."""

    @property
    def viewer(self) -> Viewer:
        seat = self.town.world.seats[self.seat]
        return Viewer(seat.role, seat.number, seat.cell, seat.persona)

    def join(self, epoch: str = "first") -> None:
        """Connect, with what was on the way lost."""
        known, seq = self.store.position()
        self.on_the_way.clear()
        self.snapshot = None
        resumed = known == epoch
        self.told = seq if resumed else self.town.world.seq
        viewer = self.viewer
        self.store.greet(welcome_of(self.town, viewer, epoch, "resumed" if resumed else "fresh"), now_ms=0)

    def send(self) -> None:
        """Put the events that happened on the way."""
        fresh = [event for event in self.town.events if event.seq > self.told]
        self.on_the_way += [blob(e) for e in fresh if sees(self.town.world, self.viewer, scope_of(e))]
        self.told = self.town.world.seq

    def arrive(self, count: int) -> None:
        """Let some of the news arrive."""
        self.store.take_news(self.on_the_way[:count], 0)
        del self.on_the_way[:count]

    def ask(self) -> None:
        """The server reads the state for an answer."""
        self.snapshot = world_from(
            unpack(pack(world_value(visible(self.town.world, self.viewer))), ANSWER_BYTES)
        )

    def answer(self) -> None:
        """The answer arrives."""
        assert self.snapshot is not None and self.town.world.scenario is not None
        known = view_from(unpack(pack(view_value(view(self.town.world.scenario, self.viewer))), ANSWER_BYTES))
        self.store.reload(self.snapshot, known)
        self.snapshot = None

    def catch_up(self) -> None:
        """Let everything arrive, and ask as long as the copy is stale."""
        self.send()
        self.arrive(len(self.on_the_way))
        while self.store.stale:
            self.ask()
            self.answer()


def welcome_of(
    town: Town, viewer: Viewer, epoch: str = "first", mode: Literal["resumed", "fresh"] = "fresh"
) -> Welcome:
    return Welcome(
        version=PROTOCOL,
        session="town",
        epoch=epoch,
        seq=town.world.seq,
        mode=mode,
        role=viewer.role,
        seat=viewer.seat,
        cell=viewer.cell,
        persona=viewer.persona,
        token="",
        now_ms=town.wall_ms,
        rate=1.0,
        limits={},
    )


def blob(event: Event) -> Any:
    return unpack(event_blob(event))


def connected(town: Town, seat: int, marks: ReadMarks | None = None) -> Connection:
    one = Connection(town, seat, marks)
    one.join()
    one.catch_up()
    return one


def same(store: Store, town: Town, viewer: Viewer) -> bool:
    """Whether a copy is what its viewer may see; events that are not for it leave holes in the count."""
    whole = world_from(unpack(pack(world_value(visible(town.world, viewer))), ANSWER_BYTES))
    return replace(store.world, seq=0) == replace(whole, seq=0)


NETWORK = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=60)
"""What the network does between two steps of play, and how much of it."""


@settings(max_examples=60, deadline=None)
@given(STEPS, NETWORK, st.integers(1, 8))
def test_any_order_of_snapshot_news_and_resume_gives_the_visible_whole(
    steps: list[Step], network: list[tuple[int, int]], seat: int
) -> None:
    town = two_cells()
    one = Connection(town, seat)
    one.join()
    for number, step in enumerate(steps):
        take(town, step)
        what, much = network[number] if number < len(network) else (0, 0)
        one.send()
        if what == 1:
            one.join()
        elif what == 2:
            one.join(epoch=f"after {number}")
        elif what == 3:
            one.ask()
        elif what == 4 and one.snapshot is not None and one.store.stale:
            one.answer()
        else:
            one.arrive(much)
    one.catch_up()
    assert same(one.store, town, one.viewer)


def test_holes_in_the_numbers_are_normal_because_others_live_too() -> None:
    town = playing()
    one = connected(town, 3)
    town.do(PostMessage(room="1/kitchen", text="Not for Ming."), town.player("1/yuting"))
    town.do(PostMessage(room="1/line3", text="For Ming."), town.player("1/yuting"))
    one.catch_up()

    assert [m.text for m in one.store.lines("1/line3")] == ["For Ming."]
    assert not one.store.stale
    assert one.store.position() == ("first", one.store.lines("1/line3")[-1].seq)


def test_an_event_that_does_not_fit_makes_the_copy_stale_and_nothing_is_guessed() -> None:
    town = playing()
    one = connected(town, 3)
    stranger = Event(
        town.world.seq + 1,
        0,
        0,
        0,
        1,
        "",
        "",
        "1/ming",
        "1/nowhere",
        "",
        NoticeSet(text="?"),
    )
    one.store.take_event(stranger)

    assert one.store.stale
    assert one.store.position() == ("", 0)
    one.catch_up()
    assert same(one.store, town, one.viewer)


def test_the_welcome_alone_decides_whether_a_copy_is_carried_on() -> None:
    town = playing()
    one = connected(town, 1)
    one.join()
    assert not one.store.stale
    one.join(epoch="restored from a backup")
    assert one.store.stale


def test_another_persona_needs_another_copy() -> None:
    town = lobby()
    one = connected(town, 5)
    changes: list[Change] = []
    one.store.on_change(changes.append)
    town.do(Observe(), town.player("1/ming"))
    town.do(HandOver(persona="1/ming", seat=5), TEACHER)
    one.send()
    one.arrive(len(one.on_the_way))
    assert one.store.stale
    one.catch_up()

    assert one.store.me == "1/ming"
    assert one.store.persona is not None and one.store.persona.keeps_quiet == "has applied to a studio"
    assert one.store.my_page is not None and one.store.my_page.owner == "1/ming"
    assert [change.kind for change in changes][-1] == "state"


def test_a_line_scrolled_out_of_the_window_stays_and_is_taken_back_there_too() -> None:
    town = playing()
    one = connected(town, 1)
    ming = town.player("1/ming")
    town.do(PostMessage(room="1/line3", text="The first."), ming)
    for number in range(WINDOW):
        town.do(PostMessage(room="1/line3", text=f"Line {number}."), ming)
        one.send()
        one.arrive(1)
    one.catch_up()
    lines = one.store.lines("1/line3")
    assert len(lines) == WINDOW + 1 and lines[0].text == "The first."
    assert [line.seq for line in lines] == sorted({line.seq for line in lines})

    town.do(HideMessage(room="1/line3", message=lines[0].seq), TEACHER)
    one.catch_up()
    assert (one.store.lines("1/line3")[0].text, one.store.lines("1/line3")[0].gone) == ("", "hidden")


def test_all_lines_that_a_long_one_pushes_out_stay_too() -> None:
    town = playing()
    one = connected(town, 1)
    ming = town.player("1/ming")
    for number in range(60):
        town.do(PostMessage(room="1/line3", text=f"Line {number}."), ming)
    for _ in range(10):
        town.do(PostMessage(room="1/line3", text="雨" * 4000), ming)
        one.catch_up()
    assert [line.text for line in one.store.lines("1/line3")[:60]] == [f"Line {n}." for n in range(60)]
    assert len(one.store.lines("1/line3")) == 70


def test_a_page_of_the_longest_lines_is_put_before_what_is_known_whole() -> None:
    town = playing()
    for _ in range(60):
        town.do(PostMessage(room="1/line3", text="雨" * 4000), town.player("1/ming"))
    one = connected(town, 1)
    said = [e for e in town.events if isinstance(e.fact, MessagePosted) and e.room == "1/line3"]
    known = len(one.store.lines("1/line3"))
    assert one.store.take_history("1/line3", [blob(e) for e in said[10 - known : -known]]) == 50
    assert len(one.store.lines("1/line3")) == 50 + known > 55


def test_an_older_page_is_put_before_what_is_known_and_overlaps_are_harmless() -> None:
    town = playing()
    for number in range(WINDOW + 20):
        town.do(PostMessage(room="1/line3", text=f"Line {number}."), town.player("1/ming"))
    one = connected(town, 1)
    said = [e for e in town.events if isinstance(e.fact, MessagePosted) and e.room == "1/line3"]
    one.store.take_history("1/line3", [blob(e) for e in said[10:25]])
    one.store.take_history("1/line3", [blob(e) for e in said[:15]])
    assert [line.text for line in one.store.lines("1/line3")] == [f"Line {n}." for n in range(WINDOW + 20)]


def test_a_taken_back_line_is_a_tombstone() -> None:
    town = playing()
    one = connected(town, 1)
    town.do(PostMessage(room="1/line3", text="Oh no."), town.player("1/ming"))
    one.catch_up()
    town.do(TakeBackMessage(room="1/line3", message=one.store.lines("1/line3")[0].seq), town.player("1/ming"))
    one.catch_up()
    assert [(line.text, line.gone) for line in one.store.lines("1/line3")] == [("", "taken back")]


def shown(store: Store, room: str) -> list[str]:
    """What a screen shows: lines, then own lines on their way."""
    return [line.text for line in store.lines(room)] + [line.text for line in store.pending(room)]


def test_an_own_line_shows_once_whether_news_or_acknowledgement_comes_first() -> None:
    for news_first in (True, False):
        town = playing()
        one = connected(town, 1)
        command = PostMessage(room="1/line3", text="Hello. ")
        one.store.expect("r1", command)
        assert shown(one.store, "1/line3") == ["Hello. "]
        first = town.world.seq + 1
        town.do(command, town.player("1/yuting"))
        if not news_first:
            one.store.settle("r1", first)
            assert shown(one.store, "1/line3") == ["Hello. "]
        one.catch_up()
        assert shown(one.store, "1/line3") == ["Hello."]
        if news_first:
            one.store.settle("r1", first)
        assert shown(one.store, "1/line3") == ["Hello."]


def test_the_same_text_twice_is_two_lines() -> None:
    town = playing()
    one = connected(town, 1)
    for request in ("r1", "r2"):
        one.store.expect(request, PostMessage(room="1/line3", text="Ha."))
    town.do(PostMessage(room="1/line3", text="Ha."), town.player("1/yuting"))
    one.catch_up()
    assert shown(one.store, "1/line3") == ["Ha.", "Ha."]
    assert [line.id for line in one.store.pending("1/line3")] == ["r2"]


def test_another_voice_with_the_same_text_does_not_take_the_place_of_an_own_line() -> None:
    town = playing()
    one = connected(town, 1)
    one.store.expect("r1", PostMessage(room="1/line3", text="Yes."))
    town.do(PostMessage(room="1/line3", text="Yes."), town.player("1/ming"))
    one.catch_up()
    assert [line.id for line in one.store.pending("1/line3")] == ["r1"]


def test_a_word_out_of_character_lands_like_any_own_line() -> None:
    town = playing()
    one = connected(town, 1)
    one.store.expect("r1", SpeakAside(room="1/line3", text="Are you well?"))
    town.do(SpeakAside(room="1/line3", text="Are you well?"), town.player("1/yuting"))
    one.catch_up()
    assert one.store.pending("1/line3") == []


def test_voices_show_as_nickname_then_name_then_what_they_are() -> None:
    town = playing()
    store = connected(town, 1).store
    assert [store.name(v) for v in ("1/yuting", "1/ming", "npc:lele", "narrator", "stranger", "seat 4")] == [
        "Rain",
        "Ming",
        "Lele",
        "narrator",
        "a stranger",
        "seat 4",
    ]
    assert store.room_name("private:1/ming+1/yuting") == "Ming"
    assert store.room_name("1/line3") == "Line 3"


def test_a_new_nickname_shows_at_once() -> None:
    town = playing()
    one = connected(town, 1)
    town.do(EditPage(nickname="月亮 Moon"), town.player("1/ming"))
    one.catch_up()
    assert one.store.name("1/ming") == "月亮 Moon"


def test_typing_holds_six_seconds_and_ends_with_the_line() -> None:
    town = playing()
    one = connected(town, 1)
    one.store.note_typing("1/line3", "1/ming", now_ms=1000)
    assert one.store.typing("1/line3", 6999) == ["Ming"]
    assert one.store.typing("1/line3", 7001) == []
    assert one.store.typing("1/kitchen", 1000) == []
    town.do(PostMessage(room="1/line3", text="There."), town.player("1/ming"))
    one.catch_up()
    assert one.store.typing("1/line3", 2000) == []


def test_the_servers_clock_is_reckoned_from_the_welcome_and_its_rate() -> None:
    town = playing()
    one = connected(town, 1)
    assert one.store.server_ms(0) == town.wall_ms
    assert one.store.welcome is not None
    one.store.greet(one.store.welcome.model_copy(update={"rate": 60.0}), now_ms=5000)
    assert one.store.server_ms(6000) == town.wall_ms + 60_000


def test_listeners_hear_every_kind_of_change_until_they_end() -> None:
    one = connected(town := playing(), 1)
    heard: list[Change] = []
    end = one.store.on_change(heard.append)
    one.store.expect("r1", PostMessage(room="1/line3", text="x"))
    one.store.refuse("r1", "phone_down", "Your phone is down; pick it up first.")
    one.store.set_here(["1/ming"])
    town.do(PostMessage(room="1/line3", text="y"), town.player("1/ming"))
    one.catch_up()
    end()
    one.store.set_here([])

    first = [("pending", "1/line3"), ("refused", "1/line3"), ("here", "")]
    assert [(change.kind, change.room) for change in heard[:3]] == first
    assert heard[3].event and heard[3].event.fact.kind == "message.posted"
    assert len([change for change in heard if change.kind == "here"]) == 1
