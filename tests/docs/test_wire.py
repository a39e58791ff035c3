"""docs/wire.md says what travels: its tables are the code's, its bytes are what a server sends."""

import re
from pathlib import Path

import pytest

from docs.exchange import ASKED, as_page, exchange, from_page, kind_of
from docs.pages import empty_cells, filled, names
from docs.refusals import answered, close_codes
from docs.wire_tables import TABLES
from goodpath_core.play.event import Event
from goodpath_core.play.messages import MessagePosted, PostMessage
from goodpath_core.wire import limits
from goodpath_core.wire.closing import ALL
from goodpath_core.wire.codec import (
    command_value,
    decode_client,
    decode_server,
    encode,
    event_blob,
    event_from,
    news_frames,
    pack,
    unpack,
)
from goodpath_core.wire.frames import Do, Done, Hello, News, Part, Welcome
from goodpath_core.wire.port import PORT
from goodpath_server.gateway import CONNECTIONS, PER_ADDRESS
from goodpath_server.lobby import TOKEN_DIGITS, new_token

PAGE = (Path(__file__).parents[2] / "docs" / "wire.md").read_text("utf-8")
MEND = "run: PYTHONPATH=tests python -m docs.write"


def test_every_table_says_what_the_code_says() -> None:
    assert filled(PAGE, TABLES) == PAGE, MEND


def test_every_table_of_the_code_stands_on_the_page() -> None:
    assert sorted(names(PAGE)) == sorted(TABLES)


def test_every_close_code_that_can_be_sent_has_a_meaning_and_every_one_with_a_meaning_can_be_sent() -> None:
    assert close_codes() == {closing.code for closing in ALL}


def test_what_cannot_be_read_in_a_request_or_a_question_ends_no_connection() -> None:
    assert answered() == {"unknown_command", "bad_command", "unknown_query", "bad_query"}


def test_nothing_in_the_tables_is_left_without_a_meaning() -> None:
    assert empty_cells(PAGE) == []


@pytest.mark.parametrize(
    "number",
    [PORT, limits.FRAME_BYTES, limits.PART_BYTES, CONNECTIONS, PER_ADDRESS, limits.BURST, limits.ASK_BURST],
)
def test_numbers_in_the_sentences_are_those_of_the_code(number: int) -> None:
    prose = filled(PAGE, dict.fromkeys(TABLES, lambda: TABLES["frame news"]()))
    assert f" {number:,}" in prose or f":{number}" in prose


def test_a_line_of_the_tokens_file_on_the_page_is_as_one_of_a_load_test() -> None:
    shown = re.findall(r"(?m)^    (1/crowd 1/m1 .*)$", PAGE)
    real = f"1/crowd 1/m1 {new_token()}"
    assert [re.sub("[0-9a-f]", "0", line) for line in shown] == [re.sub("[0-9a-f]", "0", real)]


async def test_the_exchange_on_the_page_is_what_goes_over_a_socket() -> None:
    written = from_page(PAGE)
    asked = [one.data for one in written if one.sender == "client"]

    said = await exchange(asked)

    assert said == written, MEND
    assert as_page(said) in PAGE, MEND


def test_the_bytes_on_the_page_are_the_frames_they_are_said_to_be() -> None:
    said = from_page(PAGE)
    frames = [(decode_client if one.sender == "client" else decode_server)(one.data) for one in said]

    assert [kind_of(one.data) for one in said] == ["hello", "welcome", "do", "done", "news", "ask", "part"]
    assert [one.data for one in said if one.sender == "client"] == [pack(frame) for frame in ASKED]
    hello, welcome, _, done, news, _, part = frames
    assert isinstance(hello, Hello)
    assert isinstance(welcome, Welcome)
    assert welcome.token == hello.token
    assert isinstance(done, Done)
    assert isinstance(news, News)
    assert isinstance(part, Part)
    event = event_from(news.events[0])
    assert event is not None
    assert (event.seq, event.voice) == (done.seq, welcome.persona)
    assert unpack(part.data) == news.events


def test_a_text_stands_unchanged_in_the_news() -> None:
    news = next(one.data for one in from_page(PAGE) if kind_of(one.data) == "news")

    assert b"where is this?" in news


@pytest.mark.parametrize("text", ["汉字", "雨 🌧", "👩🏽‍🏭"])
def test_a_text_of_any_script_stands_unchanged_in_what_is_asked_for_and_in_the_news(text: str) -> None:
    command = PostMessage(room="1/crowd", text=text)
    asked = encode(Do(id="a", command=command_value(command)))
    event = Event(7, 0, 0, 0, 1, "phone", "seat:1", "1/m1", "1/crowd", "room", MessagePosted(text=text))
    (news,) = news_frames([event_blob(event)])

    assert text.encode() in asked
    assert text.encode() in news


def test_the_page_says_how_many_digits_the_teacher_s_secret_has() -> None:
    assert f"as it stands there: {TOKEN_DIGITS} hexadecimal digits" in PAGE
    assert re.fullmatch(f"[0-9a-f]{{{TOKEN_DIGITS}}}", new_token())
