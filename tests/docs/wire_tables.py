"""The tables of docs/wire.md, as the code has them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from docs import refusals, shapes, state_tables
from docs.pages import Table
from docs.shapes import first_line
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import WHY_LIMIT, PauseWorld
from goodpath_core.play.debrief import ANSWER_LIMIT, Reflect
from goodpath_core.play.event import Command
from goodpath_core.play.gates import GATES
from goodpath_core.play.messages import NOTICE_LIMIT, PostMessage, SetNotice
from goodpath_core.play.narration import WORDS_LIMIT, SpeakAsNarrator, SpeakAsNpc
from goodpath_core.play.offline import LINE_LIMIT, SayAloud, Think
from goodpath_core.play.posts import PublishPost, Repost
from goodpath_core.play.profile import FACE_LIMIT, MUSIC_LIMIT, EditPage
from goodpath_core.play.registry import COMMANDS, EVENTS
from goodpath_core.play.responses import WriteComment
from goodpath_core.play.safety import ASIDE_LIMIT, SpeakAside
from goodpath_core.text import MESSAGE_LIMIT, NAME_LIMIT, POST_LIMIT, SIGNATURE_LIMIT
from goodpath_core.wire import closing, limits
from goodpath_core.wire.frames import FROM_CLIENT, FROM_SERVER, QUERIES, Frame

FIELD_HEAD = ("field", "type", "default", "meaning")
PARTS_HEAD = ("of", *FIELD_HEAD)


def frames() -> Table:
    """Every frame and who sends it."""
    senders: dict[str, list[str]] = {}
    for sender, sent in (("client", FROM_CLIENT), ("server", FROM_SERVER)):
        for frame in sent:
            senders.setdefault(frame.t, []).append(sender)
    classes = {frame.t: frame for frame in (*FROM_CLIENT, *FROM_SERVER)}
    rows = [(f"`{t}`", " and ".join(senders[t]), first_line(frame)) for t, frame in classes.items()]
    return Table(("`t`", "sent by", "what it says"), tuple(rows))


def frame_fields(frame: type[Frame]) -> Table:
    """The fields of one frame."""
    return Table(FIELD_HEAD, tuple(shapes.fields(frame)))


def told_limits() -> Table:
    """What the welcome says about limits."""
    rows = [(f"`{name}`", f"{number:,}") for name, number in limits.ANNOUNCED.items()]
    return Table(("limit", "value", "meaning"), tuple(rows))


def text_limits() -> Table:
    """How long what somebody writes may be, for every command that carries such a text."""
    rows = [(f"`{command.kind}`", f"`{field}`", f"{limit:,}") for command, field, limit in WRITTEN]
    return Table(("command", "field", "characters"), tuple(rows))


WRITTEN: tuple[tuple[type[Command], str, int], ...] = (
    (PostMessage, "text", MESSAGE_LIMIT),
    (SetNotice, "text", NOTICE_LIMIT),
    (SpeakAside, "text", ASIDE_LIMIT),
    (SayAloud, "text", LINE_LIMIT),
    (Think, "text", LINE_LIMIT),
    (PublishPost, "text", POST_LIMIT),
    (Repost, "text", POST_LIMIT),
    (WriteComment, "text", POST_LIMIT),
    (GiveReason, "text", POST_LIMIT),
    (ArrangeAlbum, "name", NAME_LIMIT),
    (EditPage, "nickname", NAME_LIMIT),
    (EditPage, "signature", SIGNATURE_LIMIT),
    (EditPage, "face", FACE_LIMIT),
    (EditPage, "music", MUSIC_LIMIT),
    (Reflect, "answers", ANSWER_LIMIT),
    (SpeakAsNarrator, "text", WORDS_LIMIT),
    (SpeakAsNpc, "text", WORDS_LIMIT),
    (PauseWorld, "why", WHY_LIMIT),
)
"""Command, field and most characters of it after cleaning."""


def all_limits() -> Table:
    """Every constant of the wire."""
    constants = {name: found for name, found in vars(limits).items() if isinstance(found, int | float)}
    rows = [(f"`{name}`", f"{number:,}") for name, number in constants.items()]
    return Table(("limit", "value", "meaning"), tuple(rows))


def queries() -> Table:
    """Every query."""
    rows = [(f"`{query.kind}`", first_line(query)) for query in QUERIES]
    return Table(("`kind`", "asks for", "answer"), tuple(rows))


def query_fields() -> Table:
    """The fields of all queries."""
    return _parts({query.kind: query for query in QUERIES})


def commands() -> Table:
    """Every command, who may give it and what must hold."""
    rows = [
        (f"`{kind}`", first_line(row.command), ", ".join(row.roles), ", ".join(row.needs) or "none")
        for kind, row in COMMANDS.items()
    ]
    return Table(("`kind`", "asks", "roles", "gates"), tuple(rows))


def command_fields() -> Table:
    """The fields of all commands."""
    return _parts({kind: row.command for kind, row in COMMANDS.items()})


def gates() -> Table:
    """Every gate."""
    return Table(("gate", "what must hold"), tuple((f"`{gate}`",) for gate in GATES))


def events() -> Table:
    """Every kind of event."""
    rows = [(f"`{kind}`", str(row.fact.version), first_line(row.fact)) for kind, row in EVENTS.items()]
    return Table(("`kind`", "version", "what happened"), tuple(rows))


def event_fields() -> Table:
    """The fields of all facts."""
    return _parts({kind: row.fact for kind, row in EVENTS.items()})


def _parts(models: Mapping[str, type[Any]]) -> Table:
    rows = [(f"`{kind}`", *row) for kind, model in models.items() for row in shapes.fields(model)]
    return Table(PARTS_HEAD, tuple(rows), keys=2)


def refused() -> Table:
    """Every code of a refusal with what the person reads."""
    texts: dict[str, list[str]] = {}
    for one in refusals.said("Refused"):
        texts.setdefault(one.code, []).append(one.text)
    rows = [(f"`{code}`", " / ".join(said)) for code, said in texts.items()]
    return Table(("code", "what the person reads"), tuple(rows))


def broken_rules() -> Table:
    """Every code of a broken rule of the wire, with the close code."""
    found: dict[tuple[str, int], list[str]] = {}
    for one in refusals.said("ProtocolError"):
        found.setdefault((one.code, one.close), []).append(one.text)
    stays = refusals.answered()
    rows = [
        (f"`{code}`", "none" if code in stays else str(close), " / ".join(texts))
        for (code, close), texts in found.items()
    ]
    return Table(("code", "close code", "what is wrong"), tuple(rows))


def closings() -> Table:
    """Every close code, and whether to come back."""
    rows = [(str(one.code), "yes" if one.come_back else "no", one.text) for one in closing.ALL]
    return Table(("code", "come back", "what the person is told"), tuple(rows))


TABLES: Mapping[str, Callable[[], Table]] = {
    "frames": frames,
    **{
        f"frame {frame.t}": partial(frame_fields, frame)
        for frame in dict.fromkeys((*FROM_CLIENT, *FROM_SERVER))
    },
    "told limits": told_limits,
    "text limits": text_limits,
    "all limits": all_limits,
    "queries": queries,
    "query fields": query_fields,
    "commands": commands,
    "gates": gates,
    "command fields": command_fields,
    "events": events,
    "event fields": event_fields,
    "refusals": refused,
    "broken rules": broken_rules,
    "closings": closings,
    **state_tables.TABLES,
}
"""Name of a table -> what the code says."""
