"""What is new on a page of others since one looked."""

from goodpath_client.page_marks import NEVER, PageMarks
from goodpath_core.play.state import Album, Page, Post, Response, Version, Visit

ME, OTHER = "1/jun", "1/zhou"


def page() -> Page:
    """A page with a little of everything."""
    return Page(
        OTHER,
        "46218803",
        [Version(1, 0)],
        [Post(2, 0, "one")],
        {"main": Album("Mine", ("lamp",))},
        {"page": Response([ME], 1, [(3, "1/mei", "hm")])},
    )


def test_all_that_others_put_there_since_the_look_is_new_and_nothing_before() -> None:
    found, marks = page(), PageMarks()
    assert marks.fresh(found, ME) == NEVER
    marks.look(found, ME, 3)
    assert marks.fresh(found, ME) == "nothing new"
    found.posts.append(Post(4, 0, "two"))
    found.albums["main"] = Album("Mine", ("lamp", "bus", "neon"))
    found.responses["page"] = Response([ME, "1/mei"], 3, [(3, "1/mei", "hm"), (5, "1/mei", "so?")])
    found.versions.append(Version(6, 0, "another name"))
    assert marks.fresh(found, ME) == "new are 1 post, 2 pictures, 3 likes, 1 comment, another look"


def test_what_one_did_there_oneself_and_what_is_gone_is_not_new() -> None:
    found, marks = page(), PageMarks()
    marks.look(found, ME, 3)
    found.posts.append(Post(4, 0, "", gone="removed"))
    found.responses["post:2"] = Response([ME], 0, [(5, ME, "mine")])
    assert marks.fresh(found, ME) == "nothing new"


def test_a_visit_before_this_start_counts_as_a_look() -> None:
    found = page()
    found.visits.append(Visit(3, 0, ME))
    found.posts.append(Post(4, 0, "two"))
    assert PageMarks().fresh(found, ME) == "new are 1 post"
    assert PageMarks().fresh(found, "1/mei") == NEVER
