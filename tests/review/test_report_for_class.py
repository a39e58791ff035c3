"""The class's copy of the report leaves out what no classmate was to read, and says how much there is."""

import re
from pathlib import Path

import pytest
from goodpath.library import load

from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import EndSession, NextPhase, StartWorld
from goodpath_core.play.event import Draft, people
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.places import PickUpPhone
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.responses import WriteComment
from goodpath_core.play.visits import StrangersCame
from goodpath_core.record import event_of
from goodpath_review.lives import lives, read_session
from goodpath_review.session_file import SessionFile
from review.evening import saved
from review.played_class import TEACHER, PlayedClass
from review.test_report import Page, html
from review.two_days import two_days

ALWAYS = "dreams, secrets, who came and said nothing, how many strangers passed"
"""What is never for the class, whatever was played."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The evening as the class reads it."""
    return Page(html(saved(tmp_path_factory.mktemp("evening"))))


def test_what_no_classmate_was_to_read_stands_only_in_the_copy_for_the_reviewer(tmp_path: Path) -> None:
    town = PlayedClass(load("apple-phone"))
    yuting, xiaoyan = town.seat("1/yuting"), town.seat("1/xiaoyan")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, Think(text="a thought of mine"), yuting)
    while not town.loaded.scenario.phases[town.world.phase.index].allow.chat:
        town.after(5, NextPhase(), TEACHER)
    for persona in (yuting, xiaoyan):
        if town.world.persons[persona.persona].place != "phone":
            town.after(2, PickUpPhone(), persona)
    town.after(5, PublishPost(text="a post of mine", visible_to="me"), yuting)
    town.after(5, PostMessage(room=private_room("1/yuting", "1/xiaoyan"), text="psst"), xiaoyan)
    town.after(5, EndSession(), TEACHER)
    path = town.save(tmp_path / "phone.goodpath")
    shared, alone = Page(html(path)).text, Page(html(path, private=True)).text
    count = f"{ALWAYS}, 1 thought, 1 line in private chats and 1 post for own eyes"

    for words in ("a thought of mine", "a post of mine", "psst"):
        assert words not in shared
        assert words in alone
    assert f"Left out, because no classmate was to read it: {count}." in shared
    assert (
        f"For the reviewer alone, not for the class. This copy holds what no classmate was to read: {count}."
        in alone
    )


def test_sentences_of_stepping_out_and_posts_for_own_eyes_are_counted_and_left_out(
    tmp_path: Path, page: Page
) -> None:
    path = saved(tmp_path)

    assert "a loud voice" not in page.text
    assert "only for my own eyes" not in page.text
    assert (
        f"Left out, because no classmate was to read it: {ALWAYS}, 1 line in private chats, "
        "1 post for own eyes and 3 sentences of stepping out." in page.text
    )
    assert "a loud voice" in Page(html(path, private=True)).text


def test_dreams_secrets_and_silent_visitors_stand_only_in_the_copy_for_the_reviewer(
    tmp_path: Path, page: Page
) -> None:
    alone = Page(html(saved(tmp_path), private=True)).text
    for words in (
        "To photograph weddings",
        "She has applied to a wedding studio",
        "Came, and said nothing: Wave (Long Haibo).",
        "Strangers who passed: 18.",
    ):
        assert words in alone
        assert words not in page.text


def test_what_became_of_a_room_stands_only_in_the_copy_for_the_reviewer(tmp_path: Path) -> None:
    path = two_days().save(tmp_path / "days.goodpath")
    shared, alone = Page(html(path)).text, Page(html(path, private=True)).text

    words = "Two rooms, four people, and from tonight a fifth."
    assert (words in shared, alone.count(words)) == (False, 2)
    assert "14 changes of rooms." in shared


def test_nothing_of_the_script_that_one_persona_alone_could_read_is_for_the_class(tmp_path: Path) -> None:
    shared = Page(html(two_days().save(tmp_path / "days.goodpath"))).text
    told = [event_of(record) for record in two_days().records if record.author == "script"]
    alone = [event for event in told if re.fullmatch(r"people:[^,]+", event.audience)]
    texts = {str(text) for event in alone if (text := getattr(event.fact, "text", ""))}

    assert {event.fact.kind for event in alone} >= {"room.changed", "strangers.came", "narrated"}
    assert len(texts) > 5
    assert [text for text in texts if " ".join(text.split()) in shared] == []


def test_of_a_page_that_strangers_alone_looked_at_the_class_does_not_read_that_nobody_came(
    tmp_path: Path,
) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.happen(Draft(StrangersCame(count=7), people("1/yuting"), 1, "", "1/yuting"))
    path = town.save(tmp_path / "strangers.goodpath")
    shared, alone = Page(html(path)).text, Page(html(path, private=True)).text

    assert "Who came Nobody known by name." in shared and "Strangers" not in shared.partition("Who came")[2]
    assert "Who came Nobody known by name. Strangers who passed: 7." in alone


def test_what_was_said_aloud_where_nobody_heard_it_is_left_out(tmp_path: Path) -> None:
    town = PlayedClass(load("apple-phone"))
    yuting, chunmei, xiaoyan = (town.seat(f"1/{key}") for key in ("yuting", "chunmei", "xiaoyan"))
    town.after(5, StartWorld(), TEACHER)
    town.after(5, SayAloud(text="the fan turns on three"), yuting)
    town.after(5, SayAloud(text="anybody up there?"), xiaoyan)
    town.after(5, SayAloud(text="who has the scissors?"), chunmei)
    town.after(5, EndSession(), TEACHER)
    path = town.save(tmp_path / "aloud.goodpath")
    shared, alone = Page(html(path)).text, Page(html(path, private=True)).text

    assert "the fan turns on three" in shared and "who has the scissors?" in shared
    assert "anybody up there?" not in shared and "anybody up there?" in alone
    assert f"{ALWAYS} and 1 line said with nobody there." in shared


def test_where_the_pictures_come_from_is_open_once_the_debrief_has_begun(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("blue-face",)), yuting)
    during = html(town.save(tmp_path / "during.goodpath"))
    alone = html(tmp_path / "during.goodpath", private=True)
    for _ in town.loaded.scenario.phases:
        town.after(5, NextPhase(), TEACHER)
    after = html(town.save(tmp_path / "after.goodpath"))

    for words in ("anti-mainstream · edited picture, taken in a room", "1 edited"):
        assert words not in Page(during).text
        assert words in Page(alone).text and words in Page(after).text


def test_pictures_of_a_closed_album_are_left_out(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city",), visible_to="me"), yuting)
    town.after(5, EndSession(), TEACHER)
    path = town.save(tmp_path / "closed.goodpath")

    with SessionFile(path) as file:
        session = read_session(file)
    assert [life.last.cards for life in lives(session)] == [()]
    assert [life.last.cards for life in lives(session, private=True)] == [("snow-city",)]
    assert "1 picture in a closed album" in Page(html(path)).text


def test_what_was_shown_once_and_is_closed_now_is_left_out_with_its_reason_and_what_was_said_to_it(
    tmp_path: Path,
) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting, haibo = town.seat("1/yuting"), town.seat("1/haibo")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("bridge-rain",)), yuting)
    town.after(5, ArrangeAlbum(album="own", cards=("snow-city",)), yuting)
    town.after(5, GiveReason(card="snow-city", text="only I know why"), yuting)
    town.after(5, GiveReason(card="bridge-rain", text="too much like here"), yuting)
    town.after(5, NextPhase(), TEACHER)
    town.after(5, WriteComment(page="1/yuting", thing="card:snow-city", text="where is that?"), haibo)
    for _ in range(2):
        town.after(5, NextPhase(), TEACHER)
    town.after(5, ArrangeAlbum(album="own", cards=("snow-city",), visible_to="me"), yuting)
    town.after(5, NextPhase(), TEACHER)
    path = town.save(tmp_path / "closed.goodpath")

    with SessionFile(path) as file:
        session = read_session(file)
    for private, cards in ((False, ("bridge-rain",)), (True, ("bridge-rain", "snow-city"))):
        first = lives(session, private)[0].first
        assert first is not None and first.cards == cards
        text = Page(html(path, private)).text
        assert "too much like here" in text
        assert ("only I know why" in text) is private
        assert ("where is that?" in text) is private


def ended(town: PlayedClass, path: Path) -> tuple[str, str]:
    """What the class and the reviewer read once the session is over."""
    town.after(5, EndSession(), TEACHER)
    town.save(path)
    return Page(html(path)).text, Page(html(path, private=True)).text


def test_of_a_page_that_was_closed_late_it_is_said_that_it_is_closed_and_not_that_nothing_was_chosen(
    tmp_path: Path,
) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city",)), yuting)
    for _ in range(3):
        town.after(5, NextPhase(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city",), visible_to="me"), yuting)
    shared, alone = ended(town, tmp_path / "late.goodpath")

    assert (
        "The pictures Album “My pictures”: closed to others at the end. What it holds is left out." in shared
    )
    assert "No picture stands here for others to see." in shared
    assert "None were chosen" not in shared and "No picture stands here. " not in shared
    assert "Pictures that stood on no page for others to see at the end" in shared
    assert "kind on a page for others to see at the end" in shared
    assert "Of the pictures that others could see on a page at the end: 0 own" in shared
    assert "Pictures that stood on no page at the end" in alone
    assert "left out" not in alone


def test_of_a_page_whose_other_pictures_were_closed_the_class_is_not_told_that_all_were_taken_away(
    tmp_path: Path,
) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city", "neon-hair")), yuting)
    for _ in range(3):
        town.after(5, NextPhase(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city", "bridge-rain"), visible_to="me"), yuting)
    shared, _ = ended(town, tmp_path / "other.goodpath")

    assert "The pictures at the end Album “My pictures”: closed to others at the end." in shared
    assert "all were taken away" not in shared


def test_pictures_that_were_opened_to_others_only_later_stand_among_those_at_the_end(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city",), visible_to="me"), yuting)
    for _ in range(3):
        town.after(5, NextPhase(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city",)), yuting)
    shared, _ = ended(town, tmp_path / "opened.goodpath")

    assert "The pictures at the end Snow on a city I cannot spell" in shared
    assert "None were chosen" not in shared


def test_of_a_page_from_which_the_pictures_went_at_once_it_is_not_said_that_none_were_chosen(
    tmp_path: Path,
) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city",)), yuting)
    town.after(5, ArrangeAlbum(cards=()), yuting)

    for text in ended(town, tmp_path / "gone.goodpath"):
        assert "The pictures None stand here at the end." in text
