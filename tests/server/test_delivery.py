"""Who is told what, and in how many writes."""

from goodpath_core.play.event import Event, people, seat_audience
from goodpath_core.play.messages import MessagePosted
from goodpath_core.play.seats import SeatChanged
from goodpath_core.play.sight import Scope, Viewer
from goodpath_core.wire.codec import decode_server
from goodpath_core.wire.frames import Done, Frame, News
from goodpath_server.archive import Kept, kept_of
from goodpath_server.audience import Audience, by_sight
from goodpath_server.delivery import Receipt, deliver
from goodpath_server.member import Member
from goodpath_server.outbox import Outbox
from hall import ListTransport, payloads
from town import playing

YUTING, MING = Viewer("student", 1, 1, "1/yuting"), Viewer("student", 3, 1, "1/ming")
CHUNMEI, TEACHER = Viewer("student", 2, 1, "1/chunmei"), Viewer("teacher")


def member(viewer: Viewer) -> tuple[Member, ListTransport]:
    transport = ListTransport()
    return Member(
        Outbox(transport, transport.push, lambda: 0.0), lambda closing: None, viewer, "x", None
    ), transport


def kept(seq: int, audience: str, room: str = "1/line3") -> Kept:
    event = Event(
        seq, 1_000, 64_800, 0, 1, "phone", "seat:1", "1/yuting", room, audience, MessagePosted(text="x")
    )
    return kept_of(event)


def frames(transport: ListTransport) -> list[Frame]:
    return [decode_server(payload) for payload in payloads(b"".join(transport.written))]


def told(transport: ListTransport) -> list[int]:
    return [event[0] for frame in frames(transport) if isinstance(frame, News) for event in frame.events]


def test_each_hears_what_it_may_see_in_order_and_in_one_write() -> None:
    audience = Audience()
    people_here = {viewer: member(viewer) for viewer in (YUTING, CHUNMEI, MING, TEACHER)}
    for someone, _ in people_here.values():
        audience.add(someone)
    items = [
        kept(1, "room"),
        kept(2, people("1/yuting", "1/chunmei"), "private:1/chunmei+1/yuting"),
        kept(3, "room"),
        kept(4, "cell", ""),
        kept(5, "teacher", ""),
        kept(6, seat_audience(3), ""),
    ]
    deliver(playing().world, audience, items, [])
    assert {viewer: told(transport) for viewer, (_, transport) in people_here.items()} == {
        YUTING: [1, 2, 3, 4],
        CHUNMEI: [2, 4],
        MING: [1, 3, 4, 6],
        TEACHER: [1, 2, 3, 4, 5, 6],
    }
    assert [len(transport.written) for _, transport in people_here.values()] == [1, 1, 1, 1]


def test_word_of_the_own_request_comes_first_and_in_the_same_write() -> None:
    audience, (someone, transport) = Audience(), member(YUTING)
    audience.add(someone)
    deliver(
        playing().world, audience, [kept(1, "room")], [Receipt(someone, "a", 1), Receipt(someone, "b", 1)]
    )
    assert [type(frame) for frame in frames(transport)] == [Done, Done, News]
    assert len(transport.written) == 1


def test_word_of_a_request_that_made_nothing_visible_comes_alone() -> None:
    audience, (someone, transport) = Audience(), member(CHUNMEI)
    audience.add(someone)
    deliver(playing().world, audience, [kept(1, "room")], [Receipt(someone, "a", 1)])
    assert frames(transport) == [Done(id="a", seq=1)]


def test_an_event_of_a_thousand_members_is_put_together_once() -> None:
    audience = Audience()
    transports = [member(YUTING) for _ in range(1000)]
    for someone, _ in transports:
        audience.add(someone)
    deliver(playing().world, audience, [kept(1, "room")], [])
    assert len({id(transport.written[0]) for _, transport in transports}) == 1


def test_the_audience_is_worked_out_anew_when_somebody_comes_goes_or_sees_with_other_eyes() -> None:
    world, audience = playing().world, Audience()
    scope = Scope("room", 1, "1/line3")
    (one, _), (other, _) = member(YUTING), member(CHUNMEI)
    audience.add(one)
    audience.add(other)
    assert audience.of(world, scope) == {one}
    audience.change_eyes(SeatChanged(seat=2, persona="1/ming"), 1)
    assert set(audience.of(world, scope)) == {one, other}
    audience.change_eyes(SeatChanged(seat=2, persona="2/ming"), 2)
    assert audience.of(world, scope) == {one}
    assert (set(audience.in_cell(1)), set(audience.in_cell(2))) == ({one}, {other})
    audience.change_eyes(SeatChanged(seat=2, persona="1/ming"), 1)
    audience.discard(one)
    assert audience.of(world, scope) == {other}
    assert by_sight(world, audience, (scope, scope._replace(audience="teacher"))) == {(scope,): {other}}


def test_a_seat_is_found_and_the_teacher_has_none() -> None:
    audience, (one, _), (teacher, _) = Audience(), member(YUTING), member(TEACHER)
    audience.add(one)
    audience.add(teacher)
    assert [audience.seat(number) for number in (1, 2, 0)] == [one, None, None]
