"""Pages: editing one's own, choosing pictures, posting, looking at others, and answering them."""

import pytest
from textual.widgets import Input

from client.screens.stage import TEACHER, Stage, screen_text, settle, told, write
from goodpath_client.screens.page_view import PageViewScreen
from goodpath_client.screens.picture_picker import PicturePickerScreen
from goodpath_client.screens.picture_view import PictureViewScreen
from goodpath_client.stray_signs import FIRST_MS
from goodpath_client.widgets.composer import Composer
from goodpath_client.widgets.message_list import MessageList
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import NextPhase
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.visits import LookAtPicture, VisitPage

CLOSED = "Pages are closed to visits, likes and comments in this phase; what is posted can be read."


def playing(phases: int = 0) -> Stage:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    stage.play_persona("haibo", EditPage(nickname="Wave 长发", signature="孤独的浪", skin="neon"))
    stage.play_persona("haibo", ArrangeAlbum(name="My pictures", cards=("night-market", "motorbike")))
    stage.play_persona(
        "haibo", PublishPost(text="Tonight nobody sleeps 今晚谁也不睡", cards=("night-market",))
    )
    for _ in range(phases):
        stage.do(NextPhase(), TEACHER)
    return stage


async def test_pictures_are_chosen_ordered_explained_and_saved() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 34)) as pilot:
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        assert "A white palace lit gold at dusk" in screen_text(app)
        assert "only you know until the debrief: somebody else's picture" in screen_text(app)
        await pilot.press("space", "down", "space")
        screen = app.screen
        assert isinstance(screen, PicturePickerScreen)
        assert screen.chosen == ["palace-fountain", "white-wedding"]
        await pilot.press("comma", "w")
        await write(pilot, "for mum", "enter", "f2")
        await settle(pilot)
    assert stage.link.commands == [
        ArrangeAlbum(album="main", name="My pictures", cards=("white-wedding", "palace-fountain")),
        GiveReason(card="white-wedding", text="for mum"),
    ]


async def test_a_why_for_a_picture_that_is_not_chosen_is_refused_before_it_is_written() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("alt+c", "w")
        await settle(pilot)
        assert told(app) == ["Choose the picture first (Space): only a picture on your page has a why."]
        assert not app.screen.query_one("#why").has_focus


async def test_in_one_swap_somebody_exchanges_nothing_and_says_why() -> None:
    stage = playing()
    stage.do(ArrangeAlbum(name="My pictures", cards=("palace-fountain", "red-car")))
    stage.do(GiveReason(card="red-car", text="fast"))
    for _ in range(3):
        stage.do(NextPhase(), TEACHER)
    stage.link.answers = True
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        assert "E reason" in screen_text(app).splitlines()[-1]
        assert "1 to exchange in this phase" in screen_text(app)
        await pilot.press("e")
        await write(pilot, "it is home", "enter", "f2")
        await settle(pilot)
        assert stage.world.pages["1/yuting"].reasons == {"red-car": "fast", "*": "it is home"}
        await pilot.press("alt+c", "down", "space", "f2")
        await settle(pilot)
        assert told(app) == [
            "In this phase pictures are exchanged: put in as many as you take out; 1 missing."
        ]
        assert isinstance(app.screen, PicturePickerScreen)
        app.screen.chosen.append("snow-city")
        await pilot.press("f2")
        await settle(pilot)
        assert told(app) == [
            "Taken out: “Red sports car at the sea”; why you chose it is put away with it.",
            "Your pictures are on your page.",
        ]
    assert stage.link.commands == [
        GiveReason(card="*", text="it is home"),
        ArrangeAlbum(name="My pictures", cards=("palace-fountain", "snow-city")),
    ]


async def test_no_more_pictures_than_the_phase_allows() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 34)) as pilot:
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, PicturePickerScreen)
        screen.chosen = [f"c{n}" for n in range(stage.store.world.phase.allow.pictures)]
        screen.action_choose()
        assert len(screen.chosen) == stage.store.world.phase.allow.pictures


async def test_a_post_is_written_with_a_picture() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        await pilot.press("tab", "space", "shift+tab", *"new", "enter")
        await settle(pilot)
    assert stage.link.commands == [PublishPost(text="new", cards=("palace-fountain",))]


async def test_a_post_left_half_written_waits() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        await write(pilot, "half", "escape")
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == "half"


async def test_the_feed_shows_posts_with_their_words_and_lets_one_answer() -> None:
    stage = playing(1)
    post = f"post:{stage.world.pages['1/haibo'].posts[0].seq}"
    app = stage.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        text = screen_text(app)
        assert "Tonight nobody sleeps 今晚谁也不睡" in text and "Strings of bare bulbs" in text
        assert "taken:" not in text
        await pilot.press("down", "l", "c")
        await write(pilot, "is it far?", "enter")
        await settle(pilot)
        await pilot.press("f24", "r", *"mine", "enter")
        await settle(pilot)
        await pilot.press("f24", "o")
        await settle(pilot)
        assert isinstance(app.screen, PictureViewScreen)
        assert "Night market bulbs" in screen_text(app) and "only you know" not in screen_text(app)
    assert stage.link.commands == [
        LikeThing(page="1/haibo", thing=post),
        WriteComment(page="1/haibo", thing=post, text="is it far?"),
        Repost(page="1/haibo", thing=post, text="mine"),
        LookAtPicture(page="1/haibo", thing=post),
    ]


async def test_visiting_a_page_is_a_fact_and_shows_its_pictures() -> None:
    stage = playing(1)
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await write(pilot, "/visit @wave_长发", "enter")
        await settle(pilot)
        assert isinstance(app.screen, PageViewScreen)
        text = screen_text(app)
        assert "孤独的浪" in text and "Night market bulbs" in text and "They will see that you came" in text
        assert "visitors" not in text
        await pilot.press("p")
    assert stage.link.commands == [VisitPage(page="1/haibo"), LikeThing(page="1/haibo", thing="page")]


async def test_likes_and_words_come_in_while_one_looks() -> None:
    stage = playing(1)
    app = stage.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        thing = f"post:{stage.world.pages['1/haibo'].posts[0].seq}"
        await pilot.press("down")
        stage.play_persona("jun", WriteComment(page="1/haibo", thing=thing, text="is it abroad?"))
        stage.play_persona("jun", LikeThing(page="1/haibo", thing=thing))
        await settle(pilot)
        assert "is it abroad?" in screen_text(app) and "1 like" in screen_text(app)
        assert app.screen.query_one(MessageList).chosen is not None


async def test_the_cursor_stops_only_where_something_can_be_done() -> None:
    stage = playing()
    thing = f"post:{stage.world.pages['1/haibo'].posts[0].seq}"
    stage.play_persona("jun", PublishPost(text="newer"))
    stage.do(NextPhase(), TEACHER)
    for number in range(3):
        stage.play_persona("jun", WriteComment(page="1/haibo", thing=thing, text=f"word {number}"))
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        things = app.screen.query_one(MessageList)
        stops = []
        for key in ("", "down", "down", "down", "up", "up", "up"):
            if key:
                await pilot.press(key)
            stops.append(things.chosen.speaker if things.chosen else "")
        assert stops == ["Wei Jun", "Wave 长发", "Wave 长发", "Wave 长发", "Wei Jun", "Wei Jun", "Wei Jun"]
        assert "word 2" in screen_text(app)


async def test_all_keys_of_feed_and_page_stand_in_the_footer_at_80_columns() -> None:
    stage = playing(1)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        footer = screen_text(app).splitlines()[-1]
        for hint in ("L like", "C comment", "R repost", "O open", "V visit", "Esc back", "F9 stop"):
            assert hint in footer
        await pilot.press("v")
        await settle(pilot)
        footer = screen_text(app).splitlines()[-1]
        for hint in ("L like", "C comment", "R repost", "O open", "P like page", "Esc back", "F9 stop"):
            assert hint in footer


async def test_a_letter_that_acts_at_once_says_what_it_has_done() -> None:
    stage = playing(1)
    stage.link.answers = True
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        for keys, words in (
            (["l"], "You like Wave 长发's post."),
            (["l"], "You have liked that already."),
            (["c", *"far?", "enter"], "Your word stands under Wave 长发's post."),
            (["r", "enter"], "You passed on Wave 长发's post; it stands on your page."),
        ):
            await pilot.press("f24", *keys)  # a key that means nothing: what was written is done with
            await settle(pilot)
            assert told(app) == [words]


async def test_a_refused_word_goes_back_into_its_box() -> None:
    stage = playing(1)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("c", *"far?", "enter")
        stage.store.refuse("r1", "pages_closed", CLOSED)
        await settle(pilot)
        box = app.screen.query_one("#word", Input)
        assert (box.value, box.has_focus) == ("far?", True)
        assert "a word under “Tonight nobody" in screen_text(app)


async def test_where_pages_are_closed_no_box_for_a_word_opens() -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)
        for key in ("c", "r"):
            await pilot.press(key)
            await settle(pilot)
            assert told(app) == [CLOSED]
            assert not app.screen.query_one("#word", Input).display
            app.clear_notifications()
            stage.now_ms += FIRST_MS


@pytest.mark.parametrize(
    "ways",
    [("f5", "v"), ("alt+k", "enter"), (*"/visit", "space", *"@wave_长发", "enter")],
    ids=("feed", "contacts", "slash"),
)
async def test_where_pages_are_closed_none_is_opened_and_the_footer_offers_none(
    ways: tuple[str, ...],
) -> None:
    stage = playing()
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        for key in ways:
            await pilot.press(key)
            if len(key) > 1:
                await settle(pilot)
        await settle(pilot)
        assert told(app) == [CLOSED]
        assert not isinstance(app.screen, PageViewScreen)
        footer = screen_text(app).splitlines()[-1]
        assert "V visit" not in footer and "visit the page" not in footer
    assert stage.link.commands == []


async def test_a_word_goes_under_the_picture_that_is_read() -> None:
    stage = playing()
    cards = ("night-market", "motorbike", "bridge-rain", "county-bus")
    stage.play_persona("haibo", ArrangeAlbum(name="My pictures", cards=cards))
    stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await write(pilot, "/visit @hai", "enter")
        await settle(pilot)
        things = app.screen.query_one(MessageList)
        while "Bridge after rain" not in screen_text(app):
            await pilot.press("pagedown")
            await settle(pilot)
        assert things.chosen is not None and things.chosen.key in things.visible_keys()
        await pilot.press("pagedown", "c")
        await settle(pilot)
        title = things.chosen.picture.title if things.chosen.picture else ""
        assert title and f"a word under “{title}”" in screen_text(app)
        await pilot.press(*"oh", "enter")
    assert stage.link.commands[-1] == WriteComment(
        page="1/haibo", thing=str(things.chosen.key).split("#")[1], text="oh"
    )


async def test_one_like_and_one_visitor_are_said_in_the_singular() -> None:
    stage = playing(1)
    stage.play_persona("haibo", VisitPage(page="1/yuting"))
    stage.play_persona("haibo", LikeThing(page="1/yuting", thing="page"))
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "1 visitor · 1 like " in screen_text(app)


async def test_a_part_of_a_name_is_enough_for_a_visit_if_it_means_one_person() -> None:
    stage = playing(1)
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await write(pilot, "/visit @hai", "enter")
        await settle(pilot)
        assert isinstance(app.screen, PageViewScreen) and app.screen.owner == "1/haibo"
        await pilot.press("escape")
        await write(pilot, "/visit", "space", *"wei", "enter")
        await settle(pilot)
        assert told(app) == ["That may be @Wei_Chunmei, @Wei_Jun; write one of them."]
        assert app.screen.query_one(Composer).selected_text == "/visit wei"
        await write(pilot, "/visit", "space", *"zzz", "enter")
        await settle(pilot)
        assert told(app) == ["Nobody here is called zzz; /contacts shows everybody."]
    assert stage.link.commands == [VisitPage(page="1/haibo")]


async def test_the_debrief_puts_room_beside_page_and_takes_the_sentences() -> None:
    stage = playing()
    stage.do(ArrangeAlbum(name="My pictures", cards=("palace-fountain",)))
    stage.do(GiveReason(card="palace-fountain", text="because of the water"))
    for _ in range(4):
        stage.now_ms += 60_000
        stage.do(NextPhase(), TEACHER)
    app = stage.app()
    async with app.run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        text = screen_text(app)
        for part in ("You played Pan Yuting 潘雨婷. You sit in seat 1.", "the room", "the page"):
            assert part in text
        assert "Half of a nine-square-metre room" in text
        await pilot.press("tab")
        await write(pilot, "the sea", "enter")
        await write(pilot, "her name", "f2")
        await settle(pilot)
        app.screen.query_one("#all").scroll_end(animate=False)
        await settle(pilot)
        assert "Palace with fountain: because of the water" in screen_text(app)
        assert "on the phone" in screen_text(app)
    assert stage.link.commands == [
        Reflect(answers=("the sea", "")),
        Reflect(answers=("the sea", "her name")),
    ]
