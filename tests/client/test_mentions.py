"""An @ names a persona by any name that is theirs alone in the chat, and is said to name nobody otherwise."""

import pytest

from client.screens.stage import TEACHER, Stage
from goodpath_client.mentions import (
    complete,
    mentions,
    named_by,
    named_first,
    persons_meant,
    say_unnamed,
)
from goodpath_client.plain.names import persona_named
from goodpath_core.play.messages import PostMessage
from goodpath_core.play.narration import SpeakAsNpc
from goodpath_core.play.profile import EditPage

ROOM = "1/page-makers"
WAY = "see the list."


@pytest.fixture
def stage() -> Stage:
    """Haibo looks at the chat; Yuting calls herself something else on her page."""
    found = Stage("ten-pictures", "haibo")
    found.start()
    found.play_persona("yuting", EditPage(nickname="City After Rain 雨后之城"))
    found.join()
    return found


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@Pan_Yuting look", ("1/yuting",)),
        ("@Yuting look", ("1/yuting",)),
        ("look @yuting.", ("1/yuting",)),
        ("@Yuting's page", ("1/yuting",)),
        ("@雨婷", ("1/yuting",)),
        ("@潘雨婷 看", ("1/yuting",)),
        ("你好@雨婷", ("1/yuting",)),
        ("@City_After_Rain_雨后之城", ("1/yuting",)),
        ("@Yuting, @Jun!", ("1/yuting", "1/jun")),
        ("@Pan Yuting look", ("1/yuting",)),
        ("look @pan yuting!", ("1/yuting",)),
        ("@Wei Jun, @Wei Chunmei", ("1/jun", "1/chunmei")),
        ("@Yuting,@Jun", ("1/yuting", "1/jun")),
        ("@City After Rain 雨后之城 is new", ("1/yuting",)),
        ("@雨婷你好", ("1/yuting",)),
        ("@潘雨婷看这里", ("1/yuting",)),
        ("@Yuting看这里", ("1/yuting",)),
        ("@Yutingly", ()),
        ("@City After", ()),
        ("@Pan", ()),
        ("@Haibo", ()),
        ("@Yuti", ()),
        ("pan@Yuting.cn", ()),
        ("post@Yuting", ()),
    ],
)
def test_a_whole_name_or_a_part_that_is_of_one_member_alone_names_them(
    stage: Stage, text: str, named: tuple[str, ...]
) -> None:
    assert set(mentions(stage.store, ROOM, text)) == set(named)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@Yuting and @Jun", ""),
        ("@Yutign", "Nobody here is called @Yutign; see the list."),
        ("@Nobody? @None", "Nobody here is called @Nobody, @None; see the list."),
        ("@Wei, look", "@Wei names nobody: write @Wei_Chunmei or @Wei_Jun."),
        ("@Wei Jun and @City After Rain 雨后之城.", ""),
        ("@雨婷你好", ""),
        ("@City hall", "Nobody here is called @City; see the list."),
        ("@Haibo is me", ""),
        ("@Long Haibo is me", ""),
        ("mail me at pan@home.cn", ""),
        ("@somebody@home.cn", ""),
        ("@_@ and @3", ""),
    ],
)
def test_a_word_that_names_nobody_is_said(stage: Stage, text: str, said: str) -> None:
    assert say_unnamed(stage.store, ROOM, text, WAY) == said


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("@Yu", ["@City_After_Rain_雨后之城"]),
        ("@雨", ["@City_After_Rain_雨后之城"]),
        ("@雨后", ["@City_After_Rain_雨后之城"]),
        ("@after", ["@City_After_Rain_雨后之城"]),
        ("@Ju", ["@Wei_Jun"]),
        ("@ting", []),
    ],
)
def test_any_part_of_a_name_may_begin_so(stage: Stage, word: str, names: list[str]) -> None:
    assert complete(stage.store, ROOM, word) == names


def test_orders_take_names_in_characters(stage: Stage) -> None:
    assert persons_meant(stage.store, "@雨婷") == ["1/yuting"]
    assert persona_named(stage.store, "雨婷") == "1/yuting"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("@Pan Yuting hello mum", ("1/yuting", "hello mum")),
        ("Pan_Yuting: hello, mum", ("1/yuting", "hello, mum")),
        ("@City After Rain 雨后之城 hello", ("1/yuting", "hello")),
        ("yuting\nhello\nmum", ("1/yuting", "hello\nmum")),
        ("@ Jun hello", ("1/jun", "hello")),
        ("Pan Yuting", ("1/yuting", "")),
        ("Wei hello", ("", "")),
        ("Long Haibo hello", ("", "")),
        ("hello mum", ("", "")),
        ("", ("", "")),
        ("@", ("", "")),
    ],
    ids=repr,
)
def test_a_text_may_begin_with_the_name_of_somebody_else(
    stage: Stage, typed: str, found: tuple[str, str]
) -> None:
    assert named_first(stage.store, typed) == found


def said_by(stage: Stage, voice: str, room: str = ROOM) -> int:
    """The number of a line that somebody says."""
    if voice in stage.world.persons:
        stage.play_persona(voice.removeprefix("1/"), PostMessage(room=room, text="who comes?"))
    else:
        stage.do(SpeakAsNpc(npc=voice.removeprefix("npc:"), room=room, text="who comes?"), TEACHER)
    return stage.world.seq


@pytest.mark.parametrize(
    ("voice", "text", "named"),
    [
        ("1/yuting", "me", ("1/yuting",)),
        ("1/yuting", "me, @Yuting", ("1/yuting",)),
        ("1/yuting", "@Jun and me", ("1/yuting", "1/jun")),
        ("1/haibo", "me", ()),
        ("1/haibo", "and @Jun", ("1/jun",)),
        ("npc:traveller", "me", ()),
    ],
    ids=["another", "named as well", "and somebody else", "oneself", "oneself and somebody else", "an NPC"],
)
def test_an_answer_names_whom_it_answers_before_those_whom_its_text_names(
    stage: Stage, voice: str, text: str, named: tuple[str, ...]
) -> None:
    assert named_by(stage.store, ROOM, text, said_by(stage, voice)) == named


def test_an_answer_names_nobody_where_its_line_is_not_known_or_by_somebody_who_is_not_in_the_chat(
    stage: Stage,
) -> None:
    asked = said_by(stage, "1/yuting")
    assert named_by(stage.store, ROOM, "me", asked + 99) == ()
    assert named_by(stage.store, ROOM, "@Jun", 0) == ("1/jun",)
    stage.store.world.rooms[ROOM].members = ("1/haibo", "1/jun")
    assert named_by(stage.store, ROOM, "me", asked) == ()
