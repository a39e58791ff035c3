"""The report: right numbers, nothing that runs, nothing from elsewhere, nobody told apart."""

import re
import sqlite3
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from goodpath.library import Loaded, load

from goodpath_core.errors import LogError
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import EndSession, StartWorld
from goodpath_core.play.event import Draft
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.profile import PageEdited
from goodpath_core.scenario.crowd import crowd
from goodpath_review.genres import genre_counts, never_chosen
from goodpath_review.lives import lives, read_session
from goodpath_review.report import COUNTER_QUESTIONS, report
from goodpath_review.session_file import SessionFile
from review.evening import DOWN, HAIBO, REMOVED, SECRET, XIAOYAN, YUTING, saved, two_cells
from review.played_class import TEACHER, PlayedClass
from review.two_days import two_days

LINKS = ("#picture-", "#life-", "#lives", "#together", "#talk", "data:image/png;base64,")
"""How everything begins that the page leads to or shows: all of it stands in the page."""


class Page(HTMLParser):
    """A page taken apart: tags with their attributes, and the text a reader sees."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


def html(path: Path, private: bool = False) -> str:
    with SessionFile(path) as file:
        return report(file, private)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return Page(html(saved(tmp_path_factory.mktemp("evening"))))


def place_time(path: Path) -> dict[tuple[str, str], int]:
    """The time lived as any SQLite tool reads it."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT persona, place, seconds FROM place_time").fetchall()
    connection.close()
    return {(persona, place): seconds for persona, place, seconds in rows if seconds}


def test_the_same_file_gives_the_same_page_byte_for_byte(tmp_path: Path) -> None:
    path = saved(tmp_path)

    assert html(path) == html(path)


@pytest.mark.parametrize("play", [two_days, two_cells])
def test_the_time_lived_is_that_of_the_view_place_time(
    tmp_path: Path, play: Callable[[], PlayedClass]
) -> None:
    path = play().save(tmp_path / "play.goodpath")

    with SessionFile(path) as file:
        found = lives(read_session(file))
    lived = {(life.id, place): s for life in found for place, s in life.lived.items() if s}
    viewed = place_time(path)

    assert len(found) >= 2
    assert lived == viewed, "nobody lives where nobody plays"


def test_two_days_are_lived_in_all_three_places(tmp_path: Path) -> None:
    path = two_days().save(tmp_path / "days.goodpath")

    with SessionFile(path) as file:
        chunmei = next(life for life in lives(read_session(file)) if life.id == "1/chunmei")

    assert all(chunmei.lived.values())
    assert "line <b>11 h 30 min</b>" in html(path)


def test_an_evening_shows_room_and_page_pictures_and_words(page: Page) -> None:
    for words in (
        "Half of a nine-square-metre room",
        "City After Rain",
        "“Send rain, not advice.”",
        "room 40 s",
        "phone 1 h 21 min",
        "The pictures at the end of “Ten pictures”",
        "went out later",
        "anti-mainstream · edited picture, taken in a room",
        "“it is the only one that is me”",
        "is it abroad?",
        "Came, and left something: Deng Xiaoyan, Stranger with a suitcase.",
        "Came, and said nothing: 1.",
        "Who earns money from the hours spent on these pages?",
        *COUNTER_QUESTIONS,
        "Xinyuan Wang, Social Media in Industrial China",
    ):
        assert words in page.text


def test_counts_of_kinds_are_those_of_the_pages(tmp_path: Path) -> None:
    with SessionFile(saved(tmp_path)) as file:
        session = read_session(file)
    scenario = session.scene.scenario
    assert scenario is not None
    found = lives(session)
    counts = {count.genre: count for count in genre_counts(session, scenario, found)}
    chosen = [scenario.cards[card].genre for card in (*YUTING, *HAIBO, *XIAOYAN)]
    never = {card.key for card in never_chosen(scenario, found)}

    assert {genre: count.chosen for genre, count in counts.items()} == {
        genre: chosen.count(genre) for genre in counts
    }
    # A like under the post with the bridge, four by strangers under the motorbike, one for the roses.
    assert (counts["street"].liked, counts["street"].liked_by_strangers) == (1, 4)
    assert (counts["anti-mainstream"].liked, counts["anti-mainstream"].liked_by_strangers) == (1, 0)
    assert never == set(scenario.cards) - {*YUTING, *HAIBO, *XIAOYAN}


def test_nothing_is_told_of_seats_students_or_what_was_taken_away(page: Page) -> None:
    assert [words for words in ("seat", "score", "rank", SECRET, REMOVED, DOWN) if words in page.text] == []


def test_the_page_runs_nothing_and_fetches_nothing(page: Page) -> None:
    policy = [attrs.get("content") for tag, attrs in page.tags if attrs.get("http-equiv")]
    addresses = [attrs["href"] or "" for _, attrs in page.tags if "href" in attrs]

    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert {tag for tag, _ in page.tags} & {"script", "iframe", "object", "link", "form", "img"} == set()
    assert [href for href in addresses if not href.startswith(LINKS)] == []
    assert "src" not in {name for _, attrs in page.tags for name in attrs}


def test_each_picture_stands_in_the_page_once(page: Page) -> None:
    stored = [attrs["id"] for tag, attrs in page.tags if tag == "image"]
    shown = {(attrs["href"] or "")[1:] for tag, attrs in page.tags if tag == "use"}

    assert len(stored) == len(set(stored)) > 30
    assert shown == set(stored)


def test_every_picture_and_bar_has_words_for_those_who_do_not_see_it(page: Page) -> None:
    drawn = [attrs for _, attrs in page.tags if attrs.get("role") == "img"]

    assert len(drawn) > 40
    assert [attrs for attrs in drawn if not attrs.get("aria-label")] == []


def test_a_page_without_pictures_says_so_in_its_whole_width(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting, jun = town.seat("1/yuting"), town.seat("1/jun")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("terraces",)), jun)
    page = Page(html(town.save(tmp_path / "bare.goodpath")))
    classes = [attrs.get("class") for _, attrs in page.tags]

    assert yuting.persona == "1/yuting"
    assert (classes.count("blank"), classes.count("wall")) == (1, 1)
    assert "No picture stands here." in page.text


def test_several_cells_stand_together_under_their_persona(tmp_path: Path) -> None:
    page = Page(html(two_cells().save(tmp_path / "two.goodpath")))

    assert [tag for tag, _ in page.tags].count("article") == 2
    assert page.text.count("Half of a nine-square-metre room") == 1
    told = page.text[page.text.index("To argue about") :]
    assert told.index("Quiet Forklift") < told.index("Cell 2") < told.index("Neon Orchid")


def test_a_skin_that_only_the_scenario_knows_looks_as_on_the_screen(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    town.happen(Draft(PageEdited(skin="dark-rose"), "cell", 1, "1/yuting", "1/yuting"))
    page = Page(html(town.save(tmp_path / "rose.goodpath")))

    assert "page skin-rose" in [attrs.get("class") for _, attrs in page.tags]


def test_a_session_without_a_scenario_has_no_report(tmp_path: Path) -> None:
    path = PlayedClass(Loaded(crowd(3), {})).save(tmp_path / "crowd.goodpath")

    with pytest.raises(LogError, match="There is no scenario in this file"):
        html(path)


def test_a_picture_that_cannot_be_shown_leaves_its_title(tmp_path: Path) -> None:
    path = saved(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE picture SET png = x'89504e470d0a1a0a00' WHERE file = 'red-car.png'")
    connection.commit()
    connection.close()

    found = Page(html(path))

    assert [attrs["aria-label"] for tag, attrs in found.tags if attrs.get("class") == "pic nopic"][:1] == [
        "Red sports car at the sea"
    ]
    assert "(no picture) Red sports car at the sea" in found.text


def test_a_few_lines_of_each_stand_with_the_numbers_of_the_transcript(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    lines = ("first", "a longer zebra", "zebu", "as long as a zebra", "last")
    seqs = [town.after(5, PostMessage(room="1/page-makers", text=text), yuting) for text in lines]
    town.after(5, EndSession(), TEACHER)
    text = Page(html(town.save(tmp_path / "lines.goodpath"))).text

    assert "Written in groups: the first, the longest and the last of 5 lines" in text
    for at in (0, 3, 4):
        assert f"L{seqs[at]:03d}, Page makers {lines[at]}" in text
    assert lines[1] not in text and lines[2] not in text


def test_a_long_line_is_quoted_by_its_beginning_with_a_sign_that_it_goes_on(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting, haibo = town.seat("1/yuting"), town.seat("1/haibo")
    town.after(5, StartWorld(), TEACHER)
    long, fits = "zebra " * 500, "y" * 300
    seq = town.after(5, PostMessage(room="1/page-makers", text=long), yuting)
    town.after(5, PostMessage(room="1/page-makers", text=fits), haibo)
    town.after(5, PostMessage(room=private_room("1/yuting", "1/haibo"), text="hippo " * 100), yuting)
    town.after(5, EndSession(), TEACHER)
    path = town.save(tmp_path / "lines.goodpath")
    text = Page(html(path)).text

    start = ("zebra " * 50).strip()
    assert f"L{seq:03d}, Page makers {start} ... (goes on: L{seq:03d} of the transcript)" in text
    assert text.count("zebra") == 50
    assert fits in text and "y ..." not in text
    assert Page(html(path, private=True)).text.count("hippo") == 100
