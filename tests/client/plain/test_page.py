"""Pages in lines: the own one with all its parts, pictures in posts, and what is new on those of others."""

from dataclasses import replace

from client.line_terminal import Terminal, terminal, yuting
from client.little_server import until
from client.screens.stage import Stage
from goodpath_client.plain.table import Table
from goodpath_client.plain.talk import obey
from goodpath_client.plain.teller import Teller
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import NextPhase, PauseWorld, ResumeWorld
from goodpath_core.play.event import Command
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.moderation import HidePost
from goodpath_core.play.posts import PublishPost, RemovePost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.visits import VisitPage
from goodpath_core.scenario.actions import MoveTo
from town import OPEN, TEACHER, Town, at, phase, scenario

CLOSED = "Pages are closed to visits, likes and comments in this phase; what is posted can be read."


async def ming(me: Terminal, *commands: Command) -> None:
    """Ming does things that Yuting can see."""
    for command in commands:
        await me.server.do(command, me.server.town.player("1/ming"))
    done = max(event.seq for event in me.server.town.events if event.author == "seat:1")
    await until(lambda: me.store.world.seq >= done)


async def test_every_part_of_the_page_can_be_changed_heard_and_emptied() -> None:
    async with yuting() as me:
        await me.type(
            "/face", "Your face: none. Type /face and signs of your own, or one of these names: smile,"
        )
        await me.type("/face cat", "Your page has a new face “cat”.")
        await me.type("/music Rain Song", "Your page has a new music “Rain Song”.")
        await me.type("/skin", "Your page's colours: Plain. Type /skin and one of these names: Plain, Neon.")
        await me.type("/skin ne", "Your page has a new skin “Neon”.")
        await me.type("/sign Only online.", "Your page has a new signature “Only online.”.")
        await me.type("/page", "Face: cat")
        await me.hear("Page of Yuting, on the phone Rain, skin Neon.")
        await me.hear("Music: Rain Song")
        await me.type("/clear music", "Your page has no music any more.")
        await me.type("/clear face", "Your page has no face any more.")
        await me.type("/clear sign", "Your page has no signature any more.")
        await me.type("/clear nick", "Type one of these behind it: sign, face, music, notice.")
        assert me.server.town.world.pages["1/yuting"].versions[-5].face == "=^.^="


async def test_posts_hold_pictures_are_for_oneself_and_can_be_taken_down() -> None:
    async with yuting() as me:
        await me.type("/attach 2 1", "Your next post holds: Neon; Lamp. Type /post or /mine")
        await me.type("/post Two.", "You posted: Two. (with the picture Neon and the picture Lamp)")
        await me.type("/post", "Type a text behind it.")
        await me.type("/attach 3", "Your next post holds: Stove.")
        await me.type("/mine", "You posted, for nobody else to see: the picture Stove")
        await me.type("/mine Only I.", "You posted, for nobody else to see: Only I.")
        await me.type("/page", "2. the post “Only I.”, which only you see.")
        await me.hear("4. the post “Two.” with the picture Neon and the picture Lamp")
        await me.type("/remove 4", "You took a post down.")
        await me.type("/remove 1", "Read your own page with /page, and type the number of a post on it.")
        await me.type("/remove 2", "You took a post down.")
        left = [post for post in me.server.town.world.pages["1/yuting"].posts if not post.gone]
        assert [(post.text, post.cards, post.visible_to) for post in left] == [
            ("A lamp.", ("lamp",), "all"),
            ("", ("stove",), "me"),
        ]


async def test_pictures_of_a_refused_post_wait_for_the_next_one() -> None:
    async with yuting() as me:
        await me.type("/attach 1 2 3 4", "A post holds 3 pictures; type fewer numbers.")
        await me.type("/attach 1", "Your next post holds: Lamp.")
        await me.type(f"/post {'x' * 141}", "Not done: Make it shorter by 1")
        await me.type("/attach", "Your next post holds: Lamp.")
        await me.type("/attach none", "Your next post holds: no picture.")
        await me.type("/post Short.", "You posted: Short.")
        await me.type("/attach 1", "Your next post holds: Lamp.")
        await me.server.do(PauseWorld(why="Look."), TEACHER)
        await me.type("/post One.", "Not done: The world is paused")
        await me.server.do(ResumeWorld(), TEACHER)
        await me.type("/again", "Make it shorter by 1: at most 140 characters fit. Here it is: xxx")
        await me.type("/again", "You posted: One. (with the picture Lamp)")
        await me.type("/attach", "Your next post holds: no picture.")


def test_pictures_of_a_refused_post_take_no_place_of_those_attached_since() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    table = Table(stage.link, stage.store, [].append, lambda: stage.now_ms)  # type: ignore[arg-type]
    stage.store.on_change(Teller(table).tell)
    for line in ("/attach 1", "/post One.", "/attach 2"):
        obey(table, line)
    stage.store.refuse("r1", "paused", "The world is paused.")
    for line in ("/post Two.", "/post Three."):
        obey(table, line)
    cards = [one.cards for one in stage.link.commands if isinstance(one, PublishPost)]
    assert cards == [("palace-fountain",), ("white-wedding",), ()]


async def test_pictures_are_described_added_dropped_swapped_and_given_reasons() -> None:
    async with yuting() as me:
        await me.type("/pictures", "4. Bus (What is seen)")
        await me.hear("On your page, in order: nothing.")
        await me.type("/pictures 2", "You arranged the album “My pictures”: Neon.")
        await me.type("/add 3 1", "You arranged the album “My pictures”: Neon; Stove; Lamp.")
        await me.type("/describe 2", "Picture Neon. What is seen. Kind: street; style: cool.")
        await me.hear("Only you know until the debrief: own picture, taken on the street.")
        await me.hear("It is on your page.")
        await me.type("/why 2 It shines.", "Your reason for the picture Neon is kept; nobody else")
        await me.type("/why all Nothing else shines.", "Your reason for exchanging, or not, is kept")
        await me.type("/describe 2", "Why you chose it: It shines.")
        await me.type("/reasons", "You, on exchanging, or not: Nothing else shines.")
        await me.hear("You, on the picture Neon: It shines.")
        await me.type("/swap 2 4", "Why you chose Neon goes with it when it is taken out.")
        await me.hear("You arranged the album “My pictures”: Bus; Stove; Lamp.")
        await me.type("/swap 2 4", "Type the number of a picture on your page")
        await me.type("/why all none", "Your reason for exchanging, or not, is taken back.")
        await me.type("/drop 4 3", "You arranged the album “My pictures”: Lamp.")
        await me.type("/pictures none", "You arranged the album “My pictures”: nothing.")


async def test_a_phase_of_exchanges_says_so_and_how_to_say_why() -> None:
    async with yuting() as me:
        await me.type("/pictures 1", "You arranged the album")
        await me.server.do(NextPhase(), TEACHER)
        await me.hear("You may exchange 1 picture; say why, or why not, with /why all and your words.")
        await me.type("/pictures", "As many pictures come in as go out, 1 to exchange in this phase; say why")
        assert not [line for line in me.printed if "There is room for 2" in line]
        way = "Type /swap with two numbers, or /pictures and all numbers in your order."
        assert me.printed.count(way) == 1
        await me.type("/add 2", "take out as many as you put in; 1 too many.")
        await me.type("/drop 1", "put in as many as you take out; 1 missing.")
        await me.type("/swap 1 2", "You arranged the album")
        await me.type("/pictures", "As many pictures come in as go out, 0 to exchange in this phase; say why")
        assert me.printed.count(way) == 1


async def test_whose_page_is_empty_hears_that_a_phase_of_exchanges_takes_a_whole_choice() -> None:
    async with yuting() as me:
        await me.server.do(NextPhase(), TEACHER)
        await me.hear("Your page has no picture yet: choose up to 2 pictures at once, which exchanges none.")
        await me.type(
            "/pictures", "Choose all of them at once: that exchanges none. Afterwards 1 to exchange"
        )
        await me.type("/pictures 1 2", "You arranged the album")
        await me.type("/pictures", "1 to exchange in this phase; say why, or why not, with /why all")


async def test_what_may_be_chosen_is_said_once_and_only_with_the_phone_in_the_hand() -> None:
    back = at("night-1", 10, MoveTo(("yuting",), "free", ""))
    night = replace(
        phase("night", (back,), replace(OPEN, pictures=2, swaps=1)), places=(("yuting", "shift"),)
    )
    town = Town(1, replace(scenario(), phases=(phase("evening"), night)))
    town.play("1/ming")
    async with yuting(town) as me:
        before = len(me.printed)
        await me.server.do(NextPhase(), TEACHER)
        await me.hear("You are on the line, at work.", before)
        assert not any("picture" in line for line in me.printed[before:])
        await me.server.pass_time(10)
        await me.hear("You may exchange 1 picture", before)
        await me.type("/down", "You are in the room, the phone is down.")
        await me.type("/phone", "You are on the phone.")
    told = [line for line in me.printed[before:] if "no picture yet" in line or "You may exchange" in line]
    assert len(told) == 2


async def test_all_pages_say_what_is_new_on_them_and_looking_makes_it_old() -> None:
    async with yuting() as me:
        await me.type("/pages", "Ming: 0 pictures, 0 posts, 0 likes; you have not looked at it yet.")
        await me.type("/visit ming", "You looked at the page of Ming.")
        await me.type("/pages", "Ming: 0 pictures, 0 posts, 0 likes; nothing new.")
        await ming(
            me,
            EditPage(nickname="City"),
            ArrangeAlbum(cards=("lamp", "neon")),
            PublishPost(text="New!"),
            LikeThing(page="1/ming", thing="page"),
        )
        await me.type("/pages", "new are 1 post, 2 pictures, 1 like, another look.")
        await me.type("/visit ming", "You looked at the page of City.")
        await me.type("/like 2", "You liked the post “New!” on the page of City.")
        await me.type("/pages", "Ming, on the phone City: 2 pictures, 1 post, 2 likes; nothing new.")


async def test_what_came_to_the_own_page_is_counted_and_its_guests_are_named() -> None:
    async with yuting() as me:
        await me.type("/guests", "Nobody has looked at your page yet.")
        await me.type("/page", "0 visits by people with names, 0 strangers.")
        await ming(me, VisitPage(page="1/yuting"), WriteComment(page="1/yuting", thing="page", text="Hm."))
        await me.type("/pages", "Your page: 0 pictures, 1 post, 1 like; new from others are 2.")
        await me.type("/guests", "Ming at 18:00.")
        await me.hear("No strangers.")
        await me.type("/pages", "Your page: 0 pictures, 1 post, 1 like; nothing new.")


async def test_numbers_of_the_feed_stay_true_while_more_is_posted() -> None:
    async with yuting() as me:
        await ming(me, PublishPost(text="First.", cards=("lamp",)))
        await me.type("/feed", "1. Ming on Sunday at 18:00: the post “First.” with the picture Lamp.")
        await me.hear("2. Rain on Sunday at 17:00: the post “A lamp.” with the picture Lamp; 1 like")
        await ming(me, PublishPost(text="Second."))
        await me.hear("Ming posted: Second.")
        await me.type("/comment", "Type the number of a thing, as it was read, and your words behind it.")
        await me.type("/comment 1", "Type your words behind it.")
        await me.type("/comment 1 Good.", "You wrote under the post “First.” on the page of Ming: Good.")
        await me.type("/open 1", "Ming on Sunday at 18:00: the post “First.”")
        await me.hear("Picture Lamp. What is seen. Kind: street; style: cool.")
        await me.hear("Rain: Good.")
        await me.did("write_comment", "look_at_picture")
        await me.type("/like 9", "Type a number from 1 to 2, as they were read.")


async def test_a_long_feed_is_read_ten_posts_at_a_time() -> None:
    async with yuting() as me:
        await ming(me, *(PublishPost(text=f"Post {number}.") for number in range(1, 13)))
        await me.type("/feed", "3 more; type /more to hear them.")
        await me.type("/more", "13. Rain on Sunday at 17:00: the post “A lamp.”")
        await me.type("/more", "There is nothing more to read.")


async def test_the_own_page_is_looked_at_by_name_without_a_visit() -> None:
    async with yuting() as me:
        await me.type("/visit @rain", "Page of Yuting, on the phone Rain, skin Plain.")
        await me.type("/visit yut", "Page of Yuting, on the phone Rain, skin Plain.")
        assert [one.kind for one in me.server.carried_out] == ["take_persona"]


async def test_pictures_on_the_page_are_told_with_their_numbers_and_each_deck_can_be_heard_alone() -> None:
    async with yuting() as me:
        await me.type("/pictures 3 2", "You arranged the album “My pictures”: Stove; Neon.")
        await me.type("/pictures", "On your page, in order: 3, Stove; 2, Neon.")
        await me.hear("There is room for 3.")
        await me.hear("/pictures and the name of a deck reads that one: Street; Home.")
        await me.hear("Home: 3. Stove (What is seen)")
        before = len(me.printed)
        await me.type("/pictures home", "4. Bus (What is seen)")
        assert me.printed[before:] == ["3. Stove (What is seen)", "4. Bus (What is seen)"]
        assert len(me.server.carried_out) == 2


async def test_where_nothing_may_be_chosen_the_list_says_so_and_no_number_of_places() -> None:
    async with terminal(Town()) as me:
        await me.type("/take yuting", "Seat 1. You play Yuting.")
        before = len(me.printed)
        await me.type("/pictures", "Street: 1. Lamp (What is seen)")
        assert me.printed[before:][:2] == [
            "On your page, in order: nothing.",
            "You cannot choose now. The world has not started yet; wait for the teacher.",
        ]
        assert not [line for line in me.printed[before:] if "room for" in line or "to exchange" in line]


async def test_what_others_do_on_pages_is_told_short_and_the_own_pictures_by_their_titles() -> None:
    async with yuting() as me:
        await ming(me, ArrangeAlbum(cards=("lamp", "neon")))
        await me.hear("Ming arranged the album “My pictures”: 2 pictures.")
        await ming(me, EditPage(nickname="City", signature="It's late"))
        await me.hear("The page of Ming has a new nickname “City”, signature “It's late”.")
        await me.type("/visit ming", "2. the picture Lamp (What is seen).")
        await me.type("/repost 2 Mine too.", "You passed on, from City, the picture Lamp: Mine too.")
        await me.type("/pictures 1", "You arranged")
        await me.type("/page", "2. the post “Mine too.” with the picture Lamp, passed on from City.")
        await me.hear("4. the picture Lamp.")
        await ming(me, LikeThing(page="1/yuting", thing="card:lamp"))
        await me.hear("City liked the picture Lamp on your page.")
        await ming(me, Repost(page="1/yuting", thing="card:lamp", text="Back."))
        await me.hear("City passed on, from you, the picture Lamp: Back.")
        await me.type("/post Only words.", "You posted: Only words.")
        words = me.server.town.world.pages["1/yuting"].posts[-1].seq
        await ming(me, Repost(page="1/yuting", thing=f"post:{words}", text="Ha."))
        await me.hear("City passed on, from you, the post “Only words.”: Ha.")


async def test_closed_pages_are_not_read_out_before_they_are_refused() -> None:
    stage, heard = Stage("ten-pictures", "yuting"), list[str]()
    stage.start()
    table = Table(stage.link, stage.store, heard.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    obey(table, "/visit haibo")
    assert heard == [CLOSED]
    assert stage.link.commands == []


async def test_a_line_of_several_lines_is_heard_as_one_with_pauses_and_without_a_slash() -> None:
    async with yuting() as me:
        await ming(me, PublishPost(text="red\ngreen"), PostMessage(room="1/line3", text="One\nTwo.\nThree"))
        await me.hear("Ming posted: red; green")
        await me.hear("18:00 [Line 3] Ming: One; Two. Three")
        await me.type("/lines", "1. Ming: One; Two. Three")


async def test_the_pictures_are_closed_to_others_and_stay_so_until_they_are_opened_again() -> None:
    async with yuting() as me:
        await me.type("/pictures 1", "You arranged the album")
        await me.type("/lock", "You closed the album “My pictures” to others.")
        await me.type("/add 2", "You arranged the album “My pictures”: Lamp; Neon.")
        assert me.server.town.world.pages["1/yuting"].albums["main"].visible_to == "me"
        await me.type("/lock", "You opened the album “My pictures” to others.")
        told = [line for line in me.printed if "the album" in line]
        assert told == [
            "You arranged the album “My pictures”: Lamp.",
            "You closed the album “My pictures” to others.",
            "You arranged the album “My pictures”: Lamp; Neon.",
            "You opened the album “My pictures” to others.",
        ]
        assert me.server.town.world.pages["1/yuting"].albums["main"].visible_to == "all"


def test_whoever_comes_back_hears_of_the_lock_alone_too() -> None:
    stage, heard = Stage("ten-pictures", "yuting"), list[str]()
    stage.start()
    stage.do(ArrangeAlbum(cards=("palace-fountain",)))
    table = Table(stage.link, stage.store, heard.append, lambda: stage.now_ms)  # type: ignore[arg-type]
    stage.store.on_change(Teller(table).tell)
    stage.join()
    heard.clear()
    stage.do(ArrangeAlbum(cards=("palace-fountain",), visible_to="me"))
    assert heard == ["You closed the album “My pictures” to others."]


async def test_taking_down_without_numbers_asks_for_the_own_page() -> None:
    async with yuting() as me:
        own = "Read your own page with /page, and type the number of a post on it."
        await me.type("/remove 2", own)
        await me.type("/visit ming", "You looked at the page of Ming.")
        await me.type("/remove 1", own)
        await me.type("/like 9", "Type a number from 1 to")


async def test_what_has_left_a_page_is_not_read_out_under_its_old_number() -> None:
    async with yuting() as me:
        await ming(me, PublishPost(text="First.", cards=("lamp",)), PublishPost(text="Second."))
        first, second = (post.seq for post in me.server.town.world.pages["1/ming"].posts)
        await me.type("/feed", "1. Ming on Sunday at 18:00: the post “Second.”.")
        await me.type("/comment 1 Good.", "You wrote under the post “Second.” on the page of Ming: Good.")
        await me.server.do(HidePost(page="1/ming", post=second), TEACHER)
        await me.server.do(RemovePost(post=first), me.server.town.player("1/ming"))
        posts = me.store.world.pages["1/ming"].posts
        await until(lambda: [post.gone for post in posts] == ["removed", "hidden"])
        me.server.carried_out.clear()
        gone = "Read a page again with /page, /visit or /feed."
        await me.type("/open 1", f"The teacher removed a post of Ming. {gone}")
        await me.type("/open 2", f"That is not on the page, or not any more. {gone}")
        assert not [line for line in me.printed if "Nobody has liked" in line or line.endswith(": Good.")][1:]
        assert me.server.carried_out == []


async def test_a_picture_that_was_taken_off_a_page_is_not_described_under_its_old_number() -> None:
    async with yuting() as me:
        await ming(me, ArrangeAlbum(cards=("neon",)))
        await me.type("/visit ming", "2. the picture Neon")
        await ming(me, ArrangeAlbum(cards=("lamp",)))
        await me.type("/open 2", "That is not on the page, or not any more.")
        await me.did("visit_page")
