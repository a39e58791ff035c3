"""Signs that people take for one another, as small tables for name keys.

Every table is read after NFKC, casefolding and the removal of accents, so full-width, mathematical, circled
and accented letters are plain by then and need no rows here. Left stands what people write, right what it is
counted as.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


def _paired(*rows: tuple[str, str]) -> Mapping[int, str]:
    """Map every sign of the left strings to the right string of its row."""
    return MappingProxyType({ord(sign): target for signs, target in rows for sign in signs})


_CYRILLIC = _paired(
    ("а", "a"), ("в", "b"), ("ьъ", "b"), ("с", "c"), ("ԁ", "d"), ("еєҽ", "e"), ("ғ", "f"), ("ԍ", "g"),
    ("нһԧ", "h"), ("іӏ", "l"), ("ј", "j"), ("кқҝ", "k"), ("м", "m"), ("п", "n"), ("оө", "o"), ("р", "p"),
    ("ԛ", "q"), ("гѓ", "r"), ("ѕ", "s"), ("т", "t"), ("ц", "u"), ("ѵ", "v"), ("ѡԝ", "w"), ("хҳ", "x"),
    ("уүұў", "y"), ("з", "3"), ("б", "6"),
)  # fmt: skip
_GREEK = _paired(
    ("α", "a"), ("βϐ", "b"), ("ϲ", "c"), ("δ", "d"), ("εϵ", "e"), ("ϝ", "f"), ("η", "n"), ("ι", "l"),
    ("ϳ", "j"), ("κ", "k"), ("μ", "m"), ("ν", "v"), ("οσθ", "o"), ("ρ", "p"), ("τ", "t"), ("υ", "u"),
    ("χ", "x"), ("γ", "y"), ("ζ", "z"), ("ω", "w"),
)  # fmt: skip
_LATIN = _paired(
    ("ɑ", "a"), ("ƅʙ", "b"), ("ƈᴄɔ", "c"), ("ɗđ", "d"), ("ǝəɛᴇ", "e"), ("ƒ", "f"), ("ɡɢ", "g"), ("ɦʜħ", "h"),
    ("iıɩɪ1|lƖłɫ!", "l"), ("ȷ", "j"), ("ĸᴋƙ", "k"), ("ᴍɱ", "m"), ("ɴŋɲ", "n"), ("0øᴏɵ", "o"), ("ᴘƥ", "p"),
    ("ʀɾ", "r"), ("ꜱʂ", "s"), ("ᴛŧƭ", "t"), ("ᴜʊ", "u"), ("ᴠʋ", "v"), ("ᴡɯ", "w"), ("ʏƴ", "y"), ("ᴢƶ", "z"),
    ("\u2018\u2019\u02bc\u00b4`", "'"), ("\u2010\u2011\u2012\u2013\u2014\u2212\u30fc", "-"),
    ("\u2502\u01c0", "l"),
)  # fmt: skip
_TRADITIONAL = _paired(
    *zip(
        "師統係導員長張陳劉楊趙黃吳馬許鄧馮蕭葉蘇盧賈閻陸華龍鳳蘭萬錢廠線東門電車飛風雲愛夢麗紅綠藍銀靜雙親",
        "师统系导员长张陈刘杨赵黄吴马许邓冯萧叶苏卢贾阎陆华龙凤兰万钱厂线东门电车飞风云爱梦丽红绿蓝银静双亲",
        strict=True,
    )
)

LOOK_ALIKE: Final = MappingProxyType({**_CYRILLIC, **_GREEK, **_LATIN, **_TRADITIONAL})
"""Code point to the sign it is counted as, for `str.translate`."""
PAIRS: Final = (("rn", "m"), ("vv", "w"))
"""Two signs that read as one, applied after `LOOK_ALIKE`."""
LEET: Final = _paired(("3", "e"), ("4@", "a"), ("5$", "s"), ("7+", "t"), ("8", "b"), ("9", "g"))
"""Digits used as letters, for reserved words only: `teach3r`."""
