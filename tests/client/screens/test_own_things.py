"""What is one's own: a group's notice, posts that are taken down, pictures that are closed to others."""

import pytest
from textual import events

from client.screens.stage import Stage, screen_text, seen, settle, told, write
from goodpath_client.widgets.composer import Composer
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.messages import SetNotice
from goodpath_core.play.posts import PublishPost, RemovePost


def playing(persona: str) -> Stage:
    stage = Stage("ten-pictures", persona)
    stage.start()
    stage.now_ms += 60_000
    stage.link.answers = True
    return stage


async def test_the_owner_of_a_group_changes_its_notice_beginning_with_the_words_it_has() -> None:
    stage = playing("xiaoyan")
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        room = app.screen_stack[-1].query_one(Composer).room
        stage.do(SetNotice(room=room, text="Rain today."))
        await settle(pilot)
        assert "/notice change it" in screen_text(app)
        await pilot.press("alt+n", "!", "enter")
        await settle(pilot)
        assert stage.world.rooms[room].notice == "Rain today.!"
        await write(pilot, "/notice", "space")
        app.screen.query_one(Composer).post_message(events.Paste("x" * 400))
        await pilot.press("x", "enter")
        await settle(pilot)
        assert told(app) == ["Make the notice shorter by 1: at most 400 characters fit."]
        assert app.screen.query_one(Composer).text == "/notice " + "x" * 401
    assert stage.link.commands == [SetNotice(room=room, text="Rain today.!")]


async def test_who_owns_no_group_is_not_offered_a_notice_and_keeps_what_was_written() -> None:
    stage = playing("yuting")
    app = stage.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "/notice change it" not in screen_text(app)
        await write(pilot, "/notice", "space")
        await write(pilot, "rain", "enter")
        await settle(pilot)
        assert told(app)[0].startswith("Only the owner of a group changes its notice")
        assert app.screen.query_one(Composer).text == "/notice rain"
    assert stage.link.commands == []


@pytest.mark.parametrize("way", ["key", "slash"])
async def test_an_own_post_is_taken_down_after_one_more_key(way: str) -> None:
    stage = playing("yuting")
    stage.play_persona("haibo", PublishPost(text="Tonight nobody sleeps"))
    stage.do(PublishPost(text="My first lamp"))
    post = stage.world.pages["1/yuting"].posts[-1]
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        if way == "key":
            await pilot.press("f5")
            await settle(pilot)
            assert "D take down" in screen_text(app).splitlines()[-1]
            await pilot.press("down")
            await settle(pilot)
            assert "D take down" not in screen_text(app).splitlines()[-1]
            await pilot.press("d")
            await settle(pilot)
            assert told(app) == ["Choose a post of your own first; only those can be taken down."]
            await pilot.press("up", "d")
        else:
            await write(pilot, "/remove", "enter")
        await seen(pilot, "“My first lamp”")
        await pilot.press("escape")
        await settle(pilot)
        assert stage.link.commands == []
        await pilot.press(*(["d"] if way == "key" else [*"/remove", "enter"]))
        await seen(pilot, "“My first lamp”")
        await pilot.press("enter")
        await settle(pilot)
        assert stage.link.commands == [], "an Enter may have been meant for something else"
        await pilot.press("y")
        await settle(pilot)
    assert stage.link.commands == [RemovePost(post=post.seq)] and post.gone == "removed"


async def test_the_pictures_are_closed_to_others_and_opened_again_with_one_key() -> None:
    stage = playing("yuting")
    stage.do(ArrangeAlbum(name="My pictures", cards=("red-car",)))
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("alt+c")
        await settle(pilot)
        assert "L lock" in screen_text(app).splitlines()[-1]
        await pilot.press("l")
        await settle(pilot)
        assert "locked: only you see them" in screen_text(app)
        assert "L open" in screen_text(app).splitlines()[-1]
        await pilot.press("f2")
        await settle(pilot)
        assert stage.world.pages["1/yuting"].albums["main"].visible_to == "me"
        await pilot.press("alt+c")
        await settle(pilot)
        await pilot.press("l", "f2")
        await settle(pilot)
    kept = [command for command in stage.link.commands if isinstance(command, ArrangeAlbum)]
    assert [(one.cards, one.visible_to) for one in kept] == [(("red-car",), "me"), (("red-car",), "all")]


async def test_a_post_and_pictures_that_are_stored_are_said_to_be() -> None:
    stage = playing("yuting")
    app = stage.app()
    async with app.run_test(size=(60, 24), notifications=True) as pilot:
        await settle(pilot)
        await write(pilot, "/post", "space")
        await write(pilot, "rain", "enter")
        await settle(pilot)
        assert told(app) == ["Posted; it stands on your page."]
        await pilot.press("f12")
        await settle(pilot)
        await pilot.press("space", "f2")
        await settle(pilot)
        assert told(app)[-1] == "Your pictures are on your page."


async def test_a_post_for_ones_own_eyes_is_said_to_be_for_them() -> None:
    stage = playing("yuting")
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        await pilot.press("f3")
        await write(pilot, "rain", "f2")
        await settle(pilot)
        assert told(app) == [
            "Posted for your own eyes: only you, the teacher, and later the reviewer can read it."
        ]
    assert stage.link.commands == [PublishPost(text="rain", visible_to="me")]
