"""A post that passes another on tells its words, or how they went."""

from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.moderation import HidePost
from goodpath_core.play.passed_on import DEEP, LEFT, PassedOn, passed_on
from goodpath_core.play.posts import PublishPost, RemovePost, Repost
from goodpath_core.play.state import Page, Post, Version
from town import TEACHER, Town, one_phase, playing

SEA = "Today I saw the sea for the first time."


def quiet() -> Town:
    return playing(one_phase())


def post(town: Town, key: str, text: str) -> int:
    town.do(PublishPost(text=text), town.player(f"1/{key}"))
    return town.world.pages[f"1/{key}"].posts[-1].seq


def pass_on(town: Town, key: str, owner: str, thing: str, text: str = "") -> int:
    town.do(Repost(page=f"1/{owner}", thing=thing, text=text), town.player(f"1/{key}"))
    return town.world.pages[f"1/{key}"].posts[-1].seq


def told(town: Town, key: str) -> tuple[PassedOn, ...]:
    """What the newest post of a persona passes on."""
    pages = town.world.pages
    return passed_on(pages, pages[f"1/{key}"].posts[-1])


def test_an_own_post_passes_nothing_on() -> None:
    town = quiet()
    post(town, "yuting", SEA)
    assert told(town, "yuting") == ()


def test_words_are_told_as_they_stand_with_whose_they_are() -> None:
    town = quiet()
    first = post(town, "yuting", SEA)
    pass_on(town, "ming", "yuting", f"post:{first}", "Look!")
    assert told(town, "ming") == (PassedOn("1/yuting", first, SEA),)


def test_of_a_picture_it_is_told_whose_it_is() -> None:
    town = quiet()
    town.do(ArrangeAlbum(cards=("lamp",)), town.player("1/yuting"))
    pass_on(town, "ming", "yuting", "card:lamp", "Look!")
    assert told(town, "ming") == (PassedOn("1/yuting"),)


def test_what_the_teacher_removed_and_what_its_owner_took_down_is_told_as_gone() -> None:
    town = quiet()
    first, second = post(town, "yuting", SEA), post(town, "yuting", "Rain.")
    pass_on(town, "ming", "yuting", f"post:{first}")
    town.do(HidePost(page="1/yuting", post=first), TEACHER)
    assert told(town, "ming") == (PassedOn("1/yuting", first, gone="hidden"),)
    pass_on(town, "ming", "yuting", f"post:{second}")
    town.do(RemovePost(post=second), town.player("1/yuting"))
    assert told(town, "ming") == (PassedOn("1/yuting", second, gone="removed"),)


def test_a_post_passed_on_in_turn_is_told_with_what_it_passed_on() -> None:
    town = quiet()
    first = post(town, "yuting", SEA)
    second = pass_on(town, "ming", "yuting", f"post:{first}", "Look!")
    pass_on(town, "yuting", "ming", f"post:{second}")
    assert told(town, "yuting") == (PassedOn("1/ming", second, "Look!"), PassedOn("1/yuting", first, SEA))


def test_behind_what_is_gone_nothing_more_is_told() -> None:
    town = quiet()
    first = post(town, "yuting", SEA)
    second = pass_on(town, "ming", "yuting", f"post:{first}", "Look!")
    pass_on(town, "yuting", "ming", f"post:{second}")
    town.do(HidePost(page="1/ming", post=second), TEACHER)
    assert told(town, "yuting") == (PassedOn("1/ming", second, gone="hidden"),)
    assert passed_on(town.world.pages, town.world.pages["1/ming"].posts[-1]) == ()


def test_no_more_is_told_than_so_many_posts_of_a_chain() -> None:
    town = quiet()
    who = ("yuting", "ming")
    newest = post(town, "yuting", "0")
    for number in range(1, 6):
        newest = pass_on(town, who[number % 2], who[(number + 1) % 2], f"post:{newest}", str(number))
    assert [one.text for one in told(town, "ming")] == ["4", "3", "2"]
    assert DEEP == 3


def test_of_a_post_that_is_on_no_page_known_here_it_is_told_that_it_has_left() -> None:
    page = Page("1/yuting", "1", [Version(0, 0)])
    own = Post(9, 0, "Look!", of="1/yuting#post:4")
    assert passed_on({"1/yuting": page}, own) == passed_on({}, own) == (PassedOn("1/yuting", gone=LEFT),)
