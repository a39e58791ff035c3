"""How the report is laid out: ways in at its head, paper as wide as a page, small screens, upright words."""

import re
from pathlib import Path

import pytest
from goodpath.library import Loaded, load

from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import NextPhase, StartWorld
from goodpath_core.scenario.reader import read
from goodpath_review.report import __file__ as REPORT
from review.evening import saved, two_cells
from review.played_class import TEACHER, PlayedClass
from review.test_report import Page, html
from review.two_days import two_days


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return Page(html(saved(tmp_path_factory.mktemp("evening"))))


def ways_in(page: Page) -> list[str]:
    """Where the links of a page lead, in order, and only to what is there."""
    names = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    ways = [(attrs["href"] or "").removeprefix("#") for tag, attrs in page.tags if tag == "a"]
    assert set(ways) <= names
    return ways


def test_cards_at_the_head_lead_to_each_life_and_on_to_what_is_for_all(page: Page) -> None:
    lives, on = ["life-1-yuting", "life-1-xiaoyan", "life-1-haibo"], ["together", "talk"]

    assert ways_in(page) == [*lives, *on, *["lives"] * 5]
    assert page.text.index("All together To argue about") < page.text.index("The room Half of a nine")


def test_cells_have_a_card_for_each_life_that_says_which(tmp_path: Path) -> None:
    page = Page(html(two_cells().save(tmp_path / "two.goodpath")))

    assert ways_in(page)[:2] == ["life-1-yuting", "life-2-yuting"]
    assert "Pan Yuting, cell 1 Quiet Forklift Pan Yuting, cell 2 Neon Orchid" in page.text


def test_a_life_played_in_one_cell_only_names_its_cell_where_there_are_several(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"), cells=2)
    for persona in ("1/yuting", "2/yuting", "2/haibo"):
        town.seat(persona)
    town.after(5, StartWorld(), TEACHER)
    several, one = Page(html(town.save(tmp_path / "two.goodpath"))), Page(html(saved(tmp_path)))

    assert "Long Haibo 龙海波 20, cell 2 The room" in several.text
    assert "Pan Yuting 潘雨婷 19 The room" in several.text
    assert "Long Haibo 龙海波 20 The room" in one.text


def test_a_card_at_the_head_shows_no_picture_of_a_closed_album_but_to_the_reviewer(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city",), visible_to="me"), yuting)
    path = town.save(tmp_path / "closed.goodpath")

    def head(private: bool) -> str:
        return html(path, private).partition('id="lives"')[2].partition("</nav>")[0]

    assert "no picture" in head(private=False) and "Snow on a city" not in head(private=False)
    assert "Snow on a city" in head(private=True)


def test_no_column_is_wider_than_the_screen_of_a_phone() -> None:
    css = (Path(REPORT).parent / "templates" / "report.css").read_text("utf-8")
    least = [int(pixels) for pixels in re.findall(r"minmax\((\d+)px", css)]
    assert max(least) <= 300
    narrow = css[css.index("(max-width: 760px)") :]
    assert ".genres tr { display: grid; grid-template-columns: 7rem minmax(0, 1fr); }" in narrow


def test_paper_is_no_small_screen_and_keeps_room_and_page_side_by_side() -> None:
    css = (Path(REPORT).parent / "templates" / "report.css").read_text("utf-8")

    assert re.findall(r"@media (.*?) \{", css) == ["screen and (max-width: 760px)", "print"]
    assert ".sides { grid" not in css[css.index("@media print") :]


def test_what_people_wrote_is_not_slanted() -> None:
    css = (Path(REPORT).parent / "templates" / "report.css").read_text("utf-8")
    slanted = re.findall(r"^(\S.*?) \{.*font-style: italic", css, re.MULTILINE)

    assert slanted == [".question", ".blank", ".empty"]


def test_on_paper_a_picture_that_stays_stands_once_in_full(tmp_path: Path) -> None:
    """Of two lists, the first shows on paper only what went out, and names the others."""
    town = PlayedClass(load("ten-pictures"))
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city", "red-car")), yuting)
    town.after(5, NextPhase(), TEACHER)
    town.after(5, NextPhase(), TEACHER)
    town.after(5, NextPhase(), TEACHER)
    town.after(5, ArrangeAlbum(cards=("snow-city", "bridge-rain")), yuting)
    found = Page(html(town.save(tmp_path / "swap.goodpath")))

    assert [attrs.get("class") for tag, attrs in found.tags if tag == "li"].count("stays") == 1


def test_a_card_at_the_head_has_no_empty_half_where_the_room_has_no_picture(tmp_path: Path) -> None:
    loaded = load("ten-pictures")
    text = re.sub(r"(?m)^ *room_picture: .*\n", "", loaded.scenario.text)
    scenario = read(text, key="ten-pictures", pictures=loaded.pictures)
    town = PlayedClass(Loaded(scenario, loaded.pictures))
    town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)

    head = html(town.save(tmp_path / "plain.goodpath")).partition('id="lives"')[2].partition("</nav>")[0]
    css = (Path(REPORT).parent / "templates" / "report.css").read_text("utf-8")

    assert re.findall(r'<span class="half[^>]*>\s*(.*?)</span>', head) == ['<span class="none">no picture']
    assert ".ways .halves { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr);" in css


def test_the_legend_names_only_the_places_in_which_somebody_lived(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(60, NextPhase(), TEACHER)

    assert legend(town.save(tmp_path / "begun.goodpath")) == ["on the phone", "not played: 19:40 to 20:40"]
    assert legend(saved(tmp_path)) == [
        "in the room",
        "on the phone",
        "not played: 20:08 to 20:40 and 21:22 to 21:30",
    ]
    assert legend(two_days().save(tmp_path / "days.goodpath")) == [
        "in the room",
        "on the phone",
        "on the line",
        "not played: 22:00 to 08:00, 20:00 to 20:15 and 22:30 to 23:00",
    ]


def test_where_nobody_has_lived_yet_there_is_no_legend(tmp_path: Path) -> None:
    town = PlayedClass(load("ten-pictures"))
    town.seat("1/yuting")

    assert legend(town.save(tmp_path / "early.goodpath")) == []
    assert 'class="legend' not in html(tmp_path / "early.goodpath")


def legend(path: Path) -> list[str]:
    """The words of the patterns, at the end of the head."""
    words = html(path).partition('class="legend')[2].partition("</p>")[0]
    return re.findall("</i>(.*?)</span>", words)
