"""Cleaning removes what could harm a screen or an export and keeps what people mean."""

import unicodedata

import pytest
import wcwidth
from hypothesis import given, settings
from hypothesis import strategies as st

from goodpath_core.errors import Refused
from goodpath_core.text import (
    MESSAGE_LIMIT,
    NAME_LIMIT,
    check_length,
    clean_block,
    clean_fragment,
    clean_line,
    clean_name,
    clean_speech,
    is_reserved,
    name_key,
)

CLEANERS = (clean_line, clean_block, clean_fragment, clean_name)

LINES = [
    ("nothing to do", "hello, world", "hello, world"),
    ("Chinese stays", "今天加班到八点。", "今天加班到八点。"),
    ("full width and Martian script stay", "ｈｅｌｌｏ 吥媞莪dē楿", "ｈｅｌｌｏ 吥媞莪dē楿"),
    ("empty", "", ""),
    ("composed", "cafe\u0301", "caf\u00e9"),
    ("composed spaces", "a\u2000b\u2001c", "a\u2002b\u2003c"),
    ("lone surrogate", "a\ud800b", "a\ufffdb"),
    ("line feed", "hi\n[teacher] stop", "hi [teacher] stop"),
    ("carriage return and line feed are one", "a\r\nb", "a b"),
    ("next line", "a\x85b", "a b"),
    ("line separator", "a\u2028b", "a b"),
    ("paragraph separator", "a\u2029b", "a b"),
    ("vertical tab and form feed", "a\x0bb\x0cc", "a b c"),
    ("information separators", "a\x1cb\x1dc\x1ed\x1fe", "a b c d e"),
    ("tab", "a\tb", "a b"),
    ("clear the screen", "\x1b[2J", "\ufffd[2J"),
    ("write the clipboard", "\x1b]52;c;aGk=\x07", "\ufffd]52;c;aGk=\ufffd"),
    ("set the title", "\x1b]0;root\x1b\\", "\ufffd]0;root\ufffd\\"),
    ("eight-bit forms", "\x9b2J\x9d0;x\x9c", "\ufffd2J\ufffd0;x\ufffd"),
    ("null, backspace and delete", "a\x00b\x08c\x7fd", "a\ufffdb\ufffdc\ufffdd"),
    ("bidi override", "a\u202egnp.exe", "agnp.exe"),
    ("bidi isolates and marks", "a\u2066b\u2069c\u200fd\u061ce", "abcde"),
    ("zero-width signs", "a\u200bb\u200cc\u2060d\ufeffe\u00adf", "abcdef"),
    ("tag signs", "a\U000e0041\U000e007fb", "ab"),
    ("invisible letters", "a\u3164b\u115fc\uffa0d", "abcd"),
    ("joiner between letters", "a\u200db", "ab"),
    ("joiner between emoji stays", "\U0001f469\u200d\U0001f527", "\U0001f469\u200d\U0001f527"),
    (
        "joiner after a skin tone stays",
        "\U0001f469\U0001f3fd\u200d\U0001f527",
        "\U0001f469\U0001f3fd\u200d\U0001f527",
    ),
    ("emoji style behind an emoji stays", "\u2764\ufe0f", "\u2764\ufe0f"),
    ("emoji style behind a letter goes", "a\ufe0f", "a"),
    ("keycap stays", "1\ufe0f\u20e3", "1\ufe0f\u20e3"),
    ("flags stay", "\U0001f1e8\U0001f1f3", "\U0001f1e8\U0001f1f3"),
    ("forty marks become four", "x" + "\u0335" * 40, "x" + "\u0335" * 4),
    ("thirty marks are read", "e" + "\u0301" * 29 + "\u0327", "\u0229" + "\u0301" * 4),
    ("a mark behind thirty is not", "e" + "\u0301" * 30 + "\u0327", "\u00e9" + "\u0301" * 4),
    ("spaces at the end", "hi  \u3000 ", "hi"),
    ("spaces at the start stay", "  hi", "  hi"),
    ("noncharacter", "a\uffffb", "a\ufffdb"),
]

BLOCKS = [
    ("lines stay", "one\ntwo", "one\ntwo"),
    ("every kind of line end", "a\r\nb\rc\u2028d\x85e\x0bf", "a\nb\nc\nd\ne\nf"),
    ("three blank lines stay", "a\n\n\n\nb", "a\n\n\n\nb"),
    ("four blank lines become one", "a\n\n\n\n\nb", "a\n\nb"),
    ("blank lines made of spaces count", "a\n \n\u3000\n\t\n \nb", "a\n\nb"),
    ("spaces before a line end", "a  \nb", "a\nb"),
    ("blank lines at both ends", "\n\na\n\n", "a"),
    ("indentation stays", "a\n    b", "a\n    b"),
    ("escape", "a\n\x1b[31mb", "a\n\ufffd[31mb"),
]

FRAGMENTS = [
    ("nothing to do", "hello", "hello"),
    ("empty", "", ""),
    ("a space at the end stays", "hello ", "hello "),
    ("spaces alone stay", " \u3000 ", " \u3000 "),
    ("a newline at the end stays", "hello\n", "hello\n"),
    ("newlines at both ends stay", "\n\na\n\n", "\n\na\n\n"),
    ("spaces before a line end stay", "a  \nb", "a  \nb"),
    ("blank lines stay", "a\n\n\n\n\n\nb", "a\n\n\n\n\n\nb"),
    ("every kind of line end", "a\r\nb\rc\u2028d\x85", "a\nb\nc\nd\n"),
    ("a tab at the end", "a\t", "a "),
    ("escape", "\x1b[31mb ", "\ufffd[31mb "),
    ("bidi override at the end", "a \u202e", "a "),
    ("zero width alone", "\u200b", ""),
]

NAMES = [
    ("ordinary", "Pan Yuting", "Pan Yuting"),
    ("Chinese", "雨后之城", "雨后之城"),
    ("spaces collapse", "  a \u3000  b  ", "a b"),
    ("newline", "a\nteacher", "a teacher"),
    ("zero width", "te\u200bacher\u200d", "teacher"),
    ("tags and bidi", "a\U000e0041\u202eb", "ab"),
    ("emoji style", "\u2764\ufe0f", "\u2764"),
    ("of joined emoji the first stays", "\U0001f469\u200d\U0001f527!", "\U0001f469!"),
    ("only unseen", "\u200b\u3164\u2800 \u00ad", ""),
    ("only marks", "\u0301\u0302", ""),
]


@pytest.mark.parametrize(("rule", "raw", "cleaned"), LINES, ids=[row[0] for row in LINES])
def test_a_line_follows_each_rule(rule: str, raw: str, cleaned: str) -> None:
    assert clean_line(raw) == cleaned


@pytest.mark.parametrize(("rule", "raw", "cleaned"), BLOCKS, ids=[row[0] for row in BLOCKS])
def test_a_block_follows_each_rule(rule: str, raw: str, cleaned: str) -> None:
    assert clean_block(raw) == cleaned


@pytest.mark.parametrize(("rule", "raw", "cleaned"), FRAGMENTS, ids=[row[0] for row in FRAGMENTS])
def test_a_fragment_keeps_its_ends_and_follows_each_other_rule(rule: str, raw: str, cleaned: str) -> None:
    assert clean_fragment(raw) == cleaned


@pytest.mark.parametrize(("rule", "raw", "cleaned"), NAMES, ids=[row[0] for row in NAMES])
def test_a_name_follows_each_rule(rule: str, raw: str, cleaned: str) -> None:
    assert clean_name(raw) == cleaned


def test_a_block_of_one_line_is_cleaned_like_a_line() -> None:
    for rule, raw, cleaned in LINES:
        if not set(raw) & set("\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"):
            assert clean_block(raw) == cleaned, rule


nasty = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\u200d\ufe0f\U0001f469\u263a1\u20e3\U0001f3fd\U0001f1e8\U0001f1f3a \u00e9\u0301\u0338\u2194中，"
            "\n\r\t\x1b\u200b\u202e\ud800\ud55c\u1112\u1161\u11ab\u00a9\U0001d160\u3164"
        ),
    ),
    max_size=20,
)
CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0x2028, 0x2029], " ")


def cells(text: str) -> int:
    """Width with each control counted as one cell."""
    return wcwidth.width(text.translate(CONTROLS))


@given(nasty)
@settings(max_examples=150, deadline=None)
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    for clean in CLEANERS:
        once = clean(raw)
        assert clean(once) == once


@given(nasty)
@settings(max_examples=150, deadline=None)
def test_cleaning_never_makes_a_text_wider(raw: str) -> None:
    for clean in CLEANERS:
        assert cells(clean(raw)) <= cells(raw)


@given(nasty)
@settings(max_examples=150, deadline=None)
def test_nothing_that_steers_a_terminal_is_left(raw: str) -> None:
    for clean in CLEANERS:
        for sign in clean(raw).replace("\n", "" if clean in (clean_block, clean_fragment) else "\n"):
            assert unicodedata.category(sign) not in ("Cc", "Cs")
            assert unicodedata.bidirectional(sign) not in (
                "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
            )  # fmt: skip


@given(nasty)
@settings(max_examples=150, deadline=None)
def test_what_is_cleaned_is_in_composed_form(raw: str) -> None:
    for clean in CLEANERS:
        assert unicodedata.is_normalized("NFC", clean(raw))


@given(nasty)
@settings(max_examples=150, deadline=None)
def test_a_fragment_has_lost_nothing_that_a_block_would_keep(raw: str) -> None:
    assert clean_block(clean_fragment(raw)) == clean_block(raw)


@given(st.lists(st.text(st.sampled_from("a字,. \u3000\n\x1b\t"), max_size=5), max_size=5))
@settings(max_examples=150, deadline=None)
def test_fragments_put_together_are_the_text_that_they_are_cut_from(pieces: list[str]) -> None:
    assert "".join(clean_fragment(piece) for piece in pieces) == clean_fragment("".join(pieces))


def test_every_single_control_becomes_harmless() -> None:
    for code in [*range(0x20), *range(0x7F, 0xA0)]:
        assert clean_line(f"a{chr(code)}b") in ("a b", "a\ufffdb")


def test_text_at_the_limit_passes_and_one_more_is_refused() -> None:
    check_length("字" * MESSAGE_LIMIT, MESSAGE_LIMIT)
    with pytest.raises(Refused, match="shorter by 1: at most 32") as refusal:
        check_length("n" * 33, NAME_LIMIT)
    assert refusal.value.code == "too_long"


LOOK_ALIKES = {
    "teacher": [
        "Teacher", "TEACHER", "Тeacher", "tеacher", "teаcher", "teaсher", "teacһer", "teachеr",
        "Теасһег", "ТЕАСНЕR", "τeacher", "teαcher", "teacheг", "ｔｅａｃｈｅｒ", "ＴＥＡＣＨＥＲ",
        "ⓣⓔⓐⓒⓗⓔⓡ", "𝐭𝐞𝐚𝐜𝐡𝐞𝐫", "𝑡𝑒𝑎𝑐ℎ𝑒𝑟", "𝓽𝓮𝓪𝓬𝓱𝓮𝓻", "𝕥𝕖𝕒𝕔𝕙𝕖𝕣", "𝗍𝖾𝖺𝖼𝗁𝖾𝗋", "𝚝𝚎𝚊𝚌𝚑𝚎𝚛", "𝔱𝔢𝔞𝔠𝔥𝔢𝔯",
        "téacher", "teâcher", "teacḧer", "tèàcher", "t\u200beacher", "te\u200cacher", "tea\u200dcher",
        "teac\u2060her", "teach\ufeffer", "teache\u00adr", "teacher\u200b", "\u200eteacher",
        "\u202ateacher\u202c", "\u2066teacher\u2069", "tea\U000e0061cher", "teacher\u3164",
        "teach\u034fer", "t e a c h e r", " teacher ", "tea\u3000cher", "tea\u00a0cher",
        "ᴛᴇᴀᴄʜᴇʀ".replace("ᴀ", "a"), "teacher\ufe0f", "teacher\u0335", "tɛacher", "teɑcher", "ŧeacher",
    ],
    "system": [
        "ѕystem", "syѕtem", "sуstem", "ѕуѕтем", "SYSTEM", "ｓｙｓｔｅｍ", "𝐬𝐲𝐬𝐭𝐞𝐦", "𝚜𝚢𝚜𝚝𝚎𝚖",
        "sys\u200btem", "syste\u00adm", "systern", "ѕуstеrn", "sγstem", "systεm", "sýstem", "ⓢⓨⓢⓣⓔⓜ",
        "s y s t e m", "syst\u202eem", "ꜱystem", "ʂystem", "ｓystem", "systeｍ", "sysτem", "sүstem",
        "ŝystem", "şystem", "systéṁ", "systęm", "sỹstem", "ṡystem",
    ],
    "narrator": [
        "Narrator", "nаrrator", "narrаtor", "narratоr", "narrat0r", "narratοr", "пarrator", "ηarrator",
        "naггator", "narraтor", "ｎａｒｒａｔｏｒ", "𝓷𝓪𝓻𝓻𝓪𝓽𝓸𝓻", "narr\u200bator", "nárrator",
        "narratør", "NАRRATOR",
    ],
    "lili": [
        "LiLi", "Iili", "1ili", "l1l1", "lı1i", "|ili", "ⅼili", "lіlі", "ӏiӏi", "lιlι", "!ili", "łili",
        "ｌｉｌｉ", "𝗅𝗂𝗅𝗂", "l\u2060ili", "lílí", "ľili", "lɩlɩ", "ǀili", "LILI",
    ],
    "moon": [
        "Moon", "m00n", "mооn", "mοοn", "mσσn", "мoon", "rnoon", "moоn", "møøn", "ｍｏｏｎ", "𝐦𝐨𝐨𝐧",
        "mᴏᴏn", "mөөn", "moo\u200bn", "möön", "mθθn", "MOON", "μoon", "ʍoon".replace("ʍ", "ᴍ"),
        "moоո".replace("ո", "n"),
    ],
    "wave": [
        "Wave", "vvave", "ԝave", "ѡave", "ωave", "wаve", "waѵe", "waνe", "wavе", "ｗａｖｅ", "𝔀𝓪𝓿𝓮",
        "ᴡaᴠe", "wavǝ", "wavə", "ŵave", "wăve", "w\u200bave", "WAVE", "wɑve", "wáve",
    ],
    "boxy": [
        "Boxy", "ьoxy", "βoxy", "ƅoxy", "b0xy", "bохy", "boχy", "boxу", "boxγ", "boxү", "ｂｏｘｙ",
        "ʙoxy", "boxy\u200b", "böxy", "BОХУ", "В0XY", "boxў",
    ],
    "老师": ["老師", "老\u200b师", "老 师", "\u2f7c师", "老师\ufe0e", "老\u3164師"],
    "系统": ["系統", "係统", "系\u2060统", "系 統"],
    "张丽": ["張丽", "张麗", "張麗", "张\u200b丽"],
    "陈凤": ["陳凤", "陈鳳", "陳 鳳", "陳\u00ad鳳"],
    "don't": ["don’t", "don‘t", "don`t", "d0nʼt", "ԁon't", "doɴ't"],
    "line-3": ["line–3", "line—3", "line−3", "line‐3", "Ііne-3", "line-З", "lіnе-3"],
}  # fmt: skip
PAIRS = [(name, twin) for name, twins in LOOK_ALIKES.items() for twin in twins]


def test_two_hundred_pairs_of_look_alike_names_share_their_key() -> None:
    assert len(PAIRS) >= 200
    assert [pair for pair in PAIRS if name_key(pair[0]) != name_key(pair[1])] == []


def test_names_that_differ_keep_different_keys() -> None:
    names = [
        "Swallow",
        "Wave",
        "小燕",
        "潘雨婷",
        "雨后之城",
        "周明",
        "阿强",
        "阿勇",
        "Line 2",
        "Line 3",
        "yuting",
    ]
    assert len({name_key(name) for name in names}) == len(names)


@given(nasty)
@settings(max_examples=200, deadline=None)
def test_the_key_of_a_key_is_itself(raw: str) -> None:
    assert name_key(name_key(raw)) == name_key(raw)


@pytest.mark.parametrize(
    "name",
    [
        "teacher", "Teacher", "Тeacher", "teach3r", "t.e.a.c.h.e.r", "the teacher", "Teacher Li",
        "[teacher]", "teacher1", "t e a c h e r", "System", "ѕуѕtеm", "$ystem", "narrator", "N4RRATOR",
        "admin", "老师", "老師", "王老师", "系统", "系統消息", "旁白", "管理员", "te\u200bacher",
        "teacher_", "~system~", "goodpath",
    ],
)  # fmt: skip
def test_names_that_pass_for_the_teacher_or_the_system_are_reserved(name: str) -> None:
    assert is_reserved(name)


@pytest.mark.parametrize(
    "name", ["Swallow", "小燕", "雨后之城", "steam", "Lisa", "老张", "师傅", "-", "", "teach"]
)
def test_other_names_are_free(name: str) -> None:
    assert not is_reserved(name)


def test_speech_is_cleaned_and_has_words_but_not_too_many() -> None:
    assert clean_speech(" a\x07 bell \n", 8) == "a\ufffd bell"
    for raw, code in ((" \u200b", "empty"), ("x" * 9, "too_long")):
        with pytest.raises(Refused) as no:
            clean_speech(raw, 8)
        assert no.value.code == code
