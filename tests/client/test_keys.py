"""Every deed can be reached, and no key is one that terminals keep for themselves."""

from pathlib import Path

import pytest

from goodpath_client.keys import (
    DEEDS,
    TOPICS,
    bindings,
    deeds_at,
    hints,
    is_slash,
    key_label,
    parse_slash,
    place_of,
)
from goodpath_client.own_keys import PICTURES
from goodpath_client.screens.help import help_parts
from goodpath_client.watched_deeds import WATCHED_DEEDS

EATEN = {"ctrl+s", "ctrl+q", "ctrl+z", "ctrl+m", "ctrl+i", "ctrl+h", "f11"}


def test_no_key_is_eaten_by_a_terminal() -> None:
    assert not {key for deed in DEEDS for key in deed.keys} & EATEN


def test_no_screen_binds_a_key_that_is_eaten() -> None:
    screens = Path(__file__).parents[2] / "client" / "goodpath_client" / "screens"
    texts = "".join(path.read_text(encoding="utf-8") for path in screens.glob("*.py"))
    assert [key for key in EATEN if f'Binding("{key}' in texts or f",{key}" in texts] == []


def test_every_deed_is_reached_by_its_slash_or_its_key() -> None:
    assert [deed.name for deed in DEEDS if not deed.palette and not deed.keys] == []


def test_every_deed_has_a_way_without_alt_and_the_footer_names_it() -> None:
    without = {deed.name for deed in DEEDS if any(not key.startswith("alt+") for key in deed.keys)}
    assert [deed.name for deed in DEEDS if deed.name not in without and not deed.palette] == []
    assert [key for key, _ in hints("online", "offline", "page", "debrief") if key.startswith("Alt")] == []
    assert ("F12", "pictures") in hints("online")


def test_no_two_deeds_of_one_place_share_a_key() -> None:
    for place in ("online", "offline", "page", "feed", "debrief"):
        keys = [key for deed in deeds_at(place) for key in deed.keys]
        assert sorted(set(keys)) == sorted(keys)


def test_function_keys_have_a_second_way() -> None:
    for deed in DEEDS:
        if deed.keys and deed.keys[0].startswith("f"):
            assert deed.palette or len(deed.keys) > 1, deed.name


def test_help_names_every_deed_and_every_key() -> None:
    paras = [para for part in help_parts(("online",)) for para in part]
    text = "\n".join(f"{para.lead} {para.text} {para.end}" for para in paras)
    for deed in DEEDS:
        assert deed.help in text
        for key in deed.keys:
            assert key_label(key) in text


def test_of_the_phone_s_own_keys_those_for_the_phone_the_chats_and_the_pictures_are_most_wanted() -> None:
    assert [key for key, _ in hints("online") if key not in ("F1", "F9")][:3] == ["F4", "Tab", "F12"]


def test_one_key_is_called_by_what_it_does_at_each_place() -> None:
    assert [dict(hints(place))["F4"] for place in ("online", "offline", "page")] == [
        "phone down",
        "pick up phone",
        "phone down",
    ]


def test_keys_have_one_order_signs_function_keys_by_number_held_keys_commands() -> None:
    keys = ("F12", "/notice", "Tab", "F2", "Alt+Q", "L", "F", "F9")
    assert sorted(keys, key=place_of) == ["Tab", "L", "F", "F2", "F9", "F12", "Alt+Q", "/notice"]


def test_every_deed_has_its_topic_in_the_help() -> None:
    assert [deed.name for deed in DEEDS if deed.topic not in TOPICS] == []
    assert [topic for topic in TOPICS if topic not in [deed.topic for deed in DEEDS]] == []


def test_bindings_run_the_deed_of_their_row() -> None:
    assert {one.key: one.action for one in bindings("online")}["f6"] == "app.deed('next')"


def test_a_slash_command_is_read_with_what_follows() -> None:
    found = parse_slash("/take back")
    assert found is not None and found[0].name == "take back"
    found = parse_slash("/reply yes, [b]both[/b]")
    assert found is not None and (found[0].name, found[1]) == ("reply", "yes, [b]both[/b]")
    assert parse_slash("/nothing of this kind") is None
    assert parse_slash("/oocx") is None


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("/plug", "plug in", ""),
        ("/PLUG in", "plug in", ""),
        ("/back", "take back", ""),
        ("/write @Haibo", "private", "@Haibo"),
        ("/who", "contacts", ""),
        ("/where", "prompts", ""),
    ],
)
def test_what_is_typed_in_lines_of_text_is_understood_on_the_screens_too(
    line: str, name: str, rest: str
) -> None:
    found = parse_slash(line)
    assert found is not None and (found[0].name, found[1]) == (name, rest)


def test_a_path_or_a_face_is_no_command() -> None:
    assert is_slash("/stop") and not is_slash("/") and not is_slash("//x") and not is_slash("/微笑")


def test_help_names_the_keys_of_one_screen_alone_before_all_others() -> None:
    parts = help_parts((), own=PICTURES)
    heads = [part[0].text for part in parts]
    assert heads[:3] == ["Who can read what", "On this screen", "Talk"]
    leads = [para.lead for para in parts[1]]
    for key in ("F2", "Esc", "Space or Enter", ", or [", ". or ]", "W", "E", "L", "O"):
        assert key in leads


@pytest.mark.parametrize("watches", [False, True], ids=["plays", "watches"])
def test_whoever_watches_is_told_of_no_visit_no_answer_and_no_page_of_their_own(watches: bool) -> None:
    told = " ".join(para.text for part in help_parts(("online",), watches=watches) for para in part)
    for words in ("they will see that you came", "to answer it", "your own page in", "if the group is yours"):
        assert (words in told) is not watches
    assert ("leaves no visit there" in told) is watches


def test_what_the_help_says_to_whoever_watches_is_said_of_deeds_that_there_are() -> None:
    assert set(WATCHED_DEEDS) <= {deed.name for deed in DEEDS}
