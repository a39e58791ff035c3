"""What is wrong with a field is said in words for a person: which field it is, and what belongs there."""

from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from goodpath_core.errors import ProtocolError
from goodpath_core.play.event import Model
from goodpath_core.play.registry import COMMANDS, EVENTS
from goodpath_core.wire.codec import decode_client, decode_command, decode_query, pack
from goodpath_core.wire.faults import WORDS
from goodpath_core.wire.frames import FROM_CLIENT, FROM_SERVER, QUERIES

LINE = {"kind": "post_message", "room": "1/line3", "text": "Hello."}
ODD: tuple[object, ...] = (
    *(None, True, 0, -1, 10**9, 0.5, "", "-", "x" * 10_000, b"x", {}, {"x": 1}, (), ("x",), (("x",),)),
    *(("x",) * 1000, (1, 2, 3), ((1, 2, 3),), ((),), ("x" * 10_000,)),
)
"""Values of every type, too small, too large and just odd."""


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ({**LINE, "text": ""}, "The field text needs 1 character at least."),
        ({**LINE, "text": 7}, "The field text must be text."),
        ({"kind": "post_message", "text": "x"}, "The field room is missing."),
        ({**LINE, "room": "x" * 201}, "The field room may have 200 characters at most."),
        ({**LINE, "reply_to": "12"}, "The field reply_to must be a whole number."),
        ({**LINE, "mentions": "1/ming"}, "The field mentions must be an array."),
        ({**LINE, "mentions": ("1/ming", 7)}, "The field mentions.1 must be text."),
        (
            {"kind": "publish_post", "cards": ("a", "b", "c", "d")},
            "The field cards may hold 3 at most, not 4.",
        ),
        ({"kind": "publish_post", "visible_to": "them"}, "The field visible_to must be 'all' or 'me'."),
        ({"kind": "reflect", "answers": ()}, "The field answers must hold 1 at least, not 0."),
        (
            {"kind": "arrange_album", "cards": (), "album": "My album"},
            "The field album has signs that may not stand there; it must match ^[a-z0-9-]+$.",
        ),
    ],
)
def test_a_command_is_told_which_field_is_wrong_and_what_belongs_there(
    command: dict[str, object], text: str
) -> None:
    with pytest.raises(ProtocolError) as fault:
        decode_command(command)
    assert (fault.value.code, fault.value.text) == ("bad_command", text)


def test_a_question_and_a_frame_are_told_the_same() -> None:
    with pytest.raises(ProtocolError) as question:
        decode_query({"kind": "history", "room": "1/line3", "before": 9, "limit": 201})
    with pytest.raises(ProtocolError) as frame:
        decode_client(pack({"t": "ask", "id": 0, "query": {}}))

    assert question.value.text == "The field limit must be 200 at most."
    assert frame.value.text == "The field id must be 1 at least."


def models() -> Iterator[type[Model]]:
    yield from (row.command for row in COMMANDS.values())
    yield from (row.fact for row in EVENTS.values())
    yield from (*QUERIES, *FROM_CLIENT, *FROM_SERVER)


@pytest.mark.parametrize("model", list(models()), ids=lambda model: model.__name__)
def test_whatever_stands_in_a_field_there_are_words_for_what_is_wrong(model: type[Model]) -> None:
    for field in model.model_fields:
        for value in ODD:
            try:
                model.model_validate({field: value})
            except ValidationError as fault:
                assert {one["type"] for one in fault.errors()} <= set(WORDS)
