"""Nothing a scenario says is without end, and it allows nothing that a command or a question refuses."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter

from docs.scenario_tables import shapes
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.event import persona_id
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.narration import SpeakAsNarrator
from goodpath_core.play.profile import EditPage
from goodpath_core.scenario import schema
from goodpath_core.scenario.limits import MOST_WIDE
from goodpath_core.wire.frames import AskPicture, Typing

KEY = 32 * "k"
"""The longest key."""


def fields() -> Iterator[tuple[str, Any]]:
    """Every field of every part of a scenario, with its whole type."""
    for shape in shapes():
        for name, field in shape.model_fields.items():
            yield f"{shape.__name__}.{name}", field.rebuild_annotation()


def most(shape: type[schema.Shape], name: str) -> int:
    """The most that a field of a scenario may hold: signs, entries, or the number itself."""
    marks = [
        mark for item in shape.model_fields[name].metadata for mark in (item, *getattr(item, "metadata", ()))
    ]
    (limit,) = [
        limit
        for mark in marks
        for limit in (getattr(mark, "le", None), getattr(mark, "max_length", None))
        if limit
    ]
    return int(limit)


def accepts(annotation: Any, value: object) -> bool:
    """Whether a field takes a value."""
    try:
        TypeAdapter(annotation).validate_python(value)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(("name", "annotation"), [*fields()])
def test_no_text_and_no_list_of_texts_is_without_end(name: str, annotation: Any) -> None:
    letter = 5_000 * "x"

    assert not accepts(annotation, letter), "a text has an end"
    assert not accepts(annotation, [letter]), "a text in a list has an end"
    assert not accepts(annotation, {"key": letter}), "a text under a key has an end"
    assert not accepts(annotation, [f"Line {number}." for number in range(MOST_WIDE)]), "a list has an end"


def test_what_a_scenario_allows_no_command_refuses() -> None:
    pictures = most(schema.AllowShape, "pictures")
    cast = tuple(persona_id(5, f"{number:032}") for number in range(most(schema.ScenarioShape, "personas")))

    ArrangeAlbum(cards=pictures * (KEY,))
    Reflect(answers=most(schema.DebriefShape, "step_out") * ("x",))
    for shape, name in ((schema.CardShape, "picture"), (schema.PersonaShape, "room_picture")):
        AskPicture(file=most(shape, name) * "x")
    EditPage(nickname=most(schema.PersonaShape, "nickname") * "x", skin=KEY)
    SpeakAsNarrator(text="x", to=cast)
    for room in (private_room(*cast[:2]), private_room(cast[0], f"npc:{KEY}"), persona_id(5, KEY)):
        PostMessage(room=room, text="x", mentions=cast[:20])
        Typing(room=room, voice=cast[0])
