"""The styles of an app are parsed once for each set of colours, and are those that Textual would find."""

import pytest
from textual.css.stylesheet import Stylesheet, StylesheetParseError

from client.screens.stage import Stage
from goodpath_client.style_book import StyleBook
from goodpath_client.themes import BLUE, DARK

SHEET = "Label { color: $ink; } #top:focus { background: $ink; }"
RED, GREEN = {"ink": "#ff0000"}, {"ink": "#00ff00"}


def book_in(colours: dict[str, str], sheet: str = SHEET) -> StyleBook:
    book = StyleBook(variables=colours)
    book.add_source(sheet, read_from=("sheet", ""))
    return book


def test_the_rules_are_those_of_textual() -> None:
    plain = Stylesheet(variables=RED)
    plain.add_source(SHEET, read_from=("sheet", ""))
    assert book_in(RED).css == plain.css
    assert "color: #FF0000" in plain.css


def test_other_colours_make_other_rules() -> None:
    book = book_in(RED)
    red = book.css
    book.set_variables(GREEN)
    book.reparse()
    assert book.css == red.replace("FF0000", "00FF00") != red


def test_colours_that_come_back_and_a_second_app_find_the_rules_that_were_parsed() -> None:
    book = book_in(RED)
    first = list(book.rules)
    book.set_variables(GREEN)
    book.reparse()
    book.set_variables(dict(RED))
    book.reparse()
    assert [*map(id, book.rules)] == [*map(id, book_in(dict(RED)).rules)] == [*map(id, first)]


def test_the_same_sheet_elsewhere_and_in_another_rank_is_another() -> None:
    book = book_in(RED)
    book.add_source(SHEET, read_from=("default", ""), is_default_css=True, tie_breaker=3, scope="Screen")
    user, default = book.rules[:2], book.rules[2:]
    assert [(rule.is_default_rules, rule.tie_breaker) for rule in user] == [(False, 0)] * 2
    assert [(rule.is_default_rules, rule.tie_breaker) for rule in default] == [(True, 3)] * 2
    assert default[0].css.startswith("Screen ") and user[0].css.startswith("Label ")


def test_a_wrong_sheet_is_said_every_time_and_harms_no_rule_that_was_there() -> None:
    book = book_in(RED)
    before = book.css
    for _ in range(2):
        with pytest.raises(StylesheetParseError):
            book_in(RED, "Label { color: nosuchcolour; }").parse()
    book.source.update(book_in(RED, "Label { width: wide; }").source)
    with pytest.raises(StylesheetParseError):
        book.reparse()
    assert book.css == before


async def test_a_theme_that_comes_back_on_a_screen_parses_nothing_and_looks_as_before() -> None:
    app = Stage().app()
    async with app.run_test(size=(80, 24)) as pilot:
        rules, ground = list(app.stylesheet.rules), app.screen.styles.background
        for theme in (DARK, BLUE):
            app.theme = theme
            await pilot.pause()
            assert (app.screen.styles.background == ground) == (theme == BLUE)
        assert [*map(id, app.stylesheet.rules)] == [*map(id, rules)]
