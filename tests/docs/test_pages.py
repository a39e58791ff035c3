"""Tables of a page: the code's cells are made anew, the people's are kept."""

from docs.pages import Table, cells, empty_cells, filled

PAGE = """Before.
<!-- table: birds -->
| bird | legs | meaning |
|---|---|---|
| `hen` | 2 | lays \\| eggs |
| `auk` | 2 | is gone |

<!-- end -->
After."""


def birds(*rows: tuple[str, ...]) -> str:
    return filled(PAGE, {"birds": lambda: Table(("bird", "legs", "meaning"), rows)})


def test_a_page_that_says_what_the_code_says_stays_as_it_is() -> None:
    assert birds(("`hen`", "2"), ("`auk`", "2")) == PAGE


def test_what_people_wrote_stays_when_the_code_changes() -> None:
    assert cells(birds(("`hen`", "3"), ("`auk`", "2")), "birds") == [
        ("`hen`", "3", "lays | eggs"),
        ("`auk`", "2", "is gone"),
    ]


def test_a_new_row_waits_for_people_and_a_lost_one_goes() -> None:
    page = birds(("`owl`", "2"), ("`hen`", "2"))

    assert empty_cells(page) == [("birds", "`owl`")]
    assert "auk" not in page


def test_what_stands_around_a_table_is_not_touched() -> None:
    page = birds(("`owl`", "2"))

    assert page.startswith("Before.\n")
    assert page.endswith("\nAfter.")
