"""The state stays small whatever a class does, and what leaves it leaves for everybody who could see it."""

import pytest

from goodpath_core.play.bounds import CLASS, ENDLESS, push_out
from goodpath_core.play.event import Event, Fact
from goodpath_core.play.messages import MessagePosted, NoticeSet
from goodpath_core.play.posts import PostPublished
from goodpath_core.play.profile import PageEdited
from goodpath_core.play.registry import reduce
from goodpath_core.play.responses import CommentWritten, ThingLiked
from goodpath_core.play.visits import PageVisited
from goodpath_core.wire.codec import pack, unpack
from goodpath_core.wire.limits import ANSWER_BYTES, ANSWER_KEY_CHARACTERS
from goodpath_core.wire.values import world_from, world_value
from hostile_class import full_world
from town import Town, playing

ROOM = "1/line3"
PRIVATE = "private:1/ming+1/yuting"
PAGE = "1/yuting"


def happen(town: Town, fact: Fact, voice: str = PAGE, room: str = PAGE) -> int:
    """Let something happen; its number."""
    seq = town.world.seq + 1
    event = Event(seq, town.wall_ms, 64_800, 0, 1, "phone", "seat:1", voice, room, "cell", fact)
    reduce(town.world, event)
    return seq


@pytest.mark.no_cover
def test_the_largest_state_a_class_can_make_is_well_below_what_a_client_takes() -> None:
    world = full_world()

    data = pack(world_value(world))

    assert len(data) < ANSWER_BYTES / 4 * 3
    assert world_from(unpack(data, ANSWER_BYTES, ANSWER_KEY_CHARACTERS)) == world


@pytest.mark.parametrize(
    ("room", "most"), [(ROOM, CLASS.group_fill), (PRIVATE, CLASS.private_fill)], ids=["group", "private"]
)
def test_the_longest_lines_leave_the_window_sooner(room: str, most: int) -> None:
    town = playing()
    seqs = [happen(town, MessagePosted(text="雨" * 4000), room=room) for _ in range(200)]

    found = town.world.rooms[room]
    kept = [line.seq for line in found.messages]
    assert 2 <= len(kept) <= most // 4000
    assert kept == seqs[-len(kept) :]
    assert (found.left, found.fill) == (seqs[-len(kept) - 1], len(kept) * 4040)


def test_many_mentions_fill_a_window_too() -> None:
    town = playing()
    for _ in range(200):
        happen(town, MessagePosted(text="x", mentions=20 * (PAGE,)), room=ROOM)
    assert len(town.world.rooms[ROOM].messages) == CLASS.group_fill // (1 + 20 * 12 + 40)


def test_a_page_keeps_its_first_face_and_the_newest() -> None:
    town = playing()
    first = town.world.pages[PAGE].versions[0]
    for number in range(100):
        happen(town, PageEdited(signature=f"mood {number}"))

    page = town.world.pages[PAGE]
    assert page.versions[0] == first
    assert [one.signature for one in page.versions[1:]] == [f"mood {n}" for n in range(81, 100)]
    assert page.face.signature == "mood 99"


def test_posts_for_oneself_push_out_none_for_all_and_a_post_takes_its_likes_along() -> None:
    town = playing()
    for number in range(CLASS.posts):
        post = happen(town, PostPublished(text=f"post {number}"))
        happen(town, ThingLiked(thing=f"post:{post}"), "1/ming")
    for number in range(CLASS.posts + 5):
        happen(town, PostPublished(text=f"own {number}", visible_to="me"))
    page = town.world.pages[PAGE]
    assert sum(post.visible_to == "all" for post in page.posts) == CLASS.posts
    assert sum(post.visible_to == "me" for post in page.posts) == CLASS.posts
    assert len(page.responses) == CLASS.posts

    happen(town, PostPublished(text="one more"))

    assert next(post.text for post in page.posts if post.visible_to == "all") == "post 1"
    assert len(page.responses) == CLASS.posts - 1


def test_whoever_writes_the_most_under_a_page_drowns_nobody_else() -> None:
    town = playing()
    happen(town, CommentWritten(thing="page", text="hello"), "1/chunmei")
    for number in range(CLASS.comments + 50):
        happen(town, CommentWritten(thing="page", text=f"word {number}"), "1/ming")

    responses = town.world.pages[PAGE].responses
    assert sum(len(response.comments) for response in responses.values()) == CLASS.comments
    assert [text for _, _, text in responses["page"].comments][:2] == ["hello", "word 52"]


def test_visits_of_one_push_out_none_of_another_and_are_counted_on() -> None:
    town = playing()
    happen(town, PageVisited(), "1/chunmei")
    for _ in range(CLASS.visits + 30):
        happen(town, PageVisited(), "1/ming")

    visits = town.world.pages[PAGE].visits
    assert [visit.by for visit in visits] == ["1/chunmei", *["1/ming"] * CLASS.visits]
    assert sum(1 + visit.before for visit in visits) == 1 + CLASS.visits + 30


def test_passing_on_again_is_told_once() -> None:
    town = playing()
    post = happen(town, PostPublished(text="look"))
    for _ in range(3):
        happen(town, PostPublished(text="so", of=f"{PAGE}#post:{post}"), "1/ming", "1/ming")
    assert town.world.pages[PAGE].responses[f"post:{post}"].reposts == ["1/ming"]


def test_a_review_keeps_everything() -> None:
    town = playing()
    town.world.bounds = ENDLESS
    for number in range(500):
        happen(town, MessagePosted(text="雨" * 4000), room=ROOM)
        happen(town, PageEdited(signature=f"mood {number}"))
        happen(town, PostPublished(text=f"post {number}"))
        happen(town, CommentWritten(thing="page", text="so"), "1/ming")
    page = town.world.pages[PAGE]
    assert (len(page.versions), page.posts[-500].text) == (501, "post 0")
    assert len(page.responses["page"].comments) == 500
    assert len(town.world.rooms[ROOM].messages) == 500


def test_a_notice_that_has_left_the_window_still_stands() -> None:
    town = playing()
    happen(town, NoticeSet(text="Rent is due."), room=ROOM)
    for _ in range(CLASS.lines):
        happen(town, MessagePosted(text="x"), room=ROOM)
    assert town.world.rooms[ROOM].notice == "Rent is due."


def test_the_oldest_of_its_kind_is_pushed_out_and_nothing_where_there_is_room() -> None:
    items = ["a1", "b1", "a2", "b2"]
    assert push_out(items, 4, lambda item: item[0] == "a") is None
    assert push_out(items, 2, lambda item: item[0] == "a") is None
    assert push_out(items, 1, lambda item: item[0] == "b") == "b1"
    assert items == ["a1", "a2", "b2"]
