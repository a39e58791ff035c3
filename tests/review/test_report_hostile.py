"""Whatever somebody wrote into any field, the report shows it as text and as nothing else."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from goodpath.library import Loaded

from core.scenario.small import SMALL
from goodpath_core.play.albums import AlbumArranged, ReasonGiven
from goodpath_core.play.control import EndSession, StartWorld
from goodpath_core.play.debrief import DebriefBegan, ReasonsOpened, ReflectionWritten
from goodpath_core.play.event import Draft
from goodpath_core.play.offline import RoomChanged, SaidAloud, Thought
from goodpath_core.play.posts import PostPublished
from goodpath_core.play.profile import EditPage, PageEdited
from goodpath_core.play.responses import CommentWritten, ThingLiked
from goodpath_core.play.visits import PageVisited
from goodpath_core.scenario.reader import read
from goodpath_core.scenario.syntax import parse_yaml
from goodpath_core.scenario.tree import to_plain
from goodpath_core.text import clean_block
from goodpath_review.report import report
from goodpath_review.session_file import SessionFile
from review.played_class import TEACHER, PlayedClass
from review.test_report import LINKS, Page

pytestmark = pytest.mark.no_cover

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><use href=data:image/svg+xml;base64,PHN2Zz4=#x></svg>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "` onerror=`alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<iframe src=//evil></iframe>",
    "<object data=x>",
    "<embed src=x>",
    "<form action=x><input autofocus onfocus=alert(1)>",
    "<base href=//evil/>",
    "<link rel=stylesheet href=//evil>",
    "<meta http-equiv=refresh content='0;url=//evil'>",
    "<style>*{background:url(//evil)}</style>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<!--<script>alert(1)</script>-->",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "]]><script>alert(1)</script>",
    "<?xml version='1.0'?><x onclick=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;lt;b&amp;gt;",
    "&",
    "&copy",
    "<",
    "<<script>alert(1)//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<ScRiPt\n>alert(1)</sCrIpT>",
    "<x contenteditable onblur=alert(1)>lose focus</x>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<p style='background:url(javascript:alert(1))'>",
    "expression(alert(1))",
    "url(#picture-1)",
    "#picture-1",
    "{{ 7 * 7 }}",
    "{{ reader.session.__class__.__mro__ }}",
    "{% include 'report.css' %}",
    "{# gone #}",
    "${alert(1)}",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\\u003cscript\\u003e",
    "\ufeff<script>alert(1)</script>",
    "＜script＞alert(1)＜/script＞",
    "\x00<script>alert(1)</script>",
    "a\u2028<b>b</b>",
    "\u202e<b>evil</b>",
    "line one\n</li></ul><h1>line two</h1>",
)
LONG = (
    *(("about",), ("debrief", "questions"), ("debrief", "step_out")),
    *(("personas", "yuting", part) for part in ("home", "work", "room", "dream", "keeps_quiet")),
    *(("cards", "lamp", "description"), ("phases", 0, "ask")),
    *(("sources", 0, "what"), ("sources", 0, "source")),
)
"""Where a scenario holds longer texts that the report prints."""
SHORT = (
    *(("title",), ("personas", "yuting", "signature"), ("phases", 0, "name")),
    *(("personas", "yuting", "name", part) for part in ("pinyin", "characters")),
    *(("npcs", "lele", "name"), ("groups", "kitchen", "name")),
    *(("cards", "lamp", part) for part in ("title", "genre")),
)
"""Where it holds names, which are short."""
NAMESAKE = ("npcs", "lele", "name")
"""A name that may not be like another."""
NAME_LENGTH = 30
LAMP = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)
"""A picture of one pixel."""


def scenario_with(words: str) -> Loaded:
    """The small scenario with these words in every text the report prints, past all checks of the reader."""
    root, _ = parse_yaml(SMALL)
    assert root is not None
    plain: Any = to_plain(root)
    for path in LONG + SHORT:
        place: Any = plain
        for step in path[:-1]:
            place = place[step]
        fitting = words if path in LONG else words[:NAME_LENGTH].strip()
        fitting += " too" * (path == NAMESAKE)
        place[path[-1]] = [fitting] if isinstance(place.get(path[-1]), list) else fitting
    text = json.dumps(plain, default=str, ensure_ascii=False)
    return Loaded(read(text, key="small", pictures=("lamp.png",)), {"lamp.png": LAMP})


def played_with(loaded: Loaded, words: str) -> PlayedClass:
    """A session in which everybody writes these words everywhere, past all checks of the commands."""
    town = PlayedClass(loaded)
    yuting = town.seat("1/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(5, EditPage(nickname="A rather plain name"), yuting)
    own, page = "1/yuting", ("cell", 1, "1/yuting", "1/yuting")
    post = town.world.seq + 4
    facts = [
        PageEdited(nickname=words, signature=words, face=words, music=words, skin=words),
        AlbumArranged(album=words, name=words, cards=("lamp", words)),
        ReasonGiven(card="lamp", text=words),
        PostPublished(text=words, cards=("lamp", words), of=f"{words}#{words}"),
        CommentWritten(thing=f"post:{post}", text=words),
        CommentWritten(thing="card:lamp", text=words),
        ThingLiked(thing=words),
        PageVisited(),
        SaidAloud(text=words, heard=(own,)),
        Thought(text=words, seat=1),
        RoomChanged(persona=own, text=words),
        DebriefBegan(questions=(words,), step_out=(words,)),
        ReasonsOpened(reasons=((own, "lamp", words),)),
        ReflectionWritten(answers=(words,), seat=1),
    ]
    for fact in facts:
        town.happen(Draft(fact, *page))
    for fact in (ThingLiked(thing=f"post:{post}"), PageVisited(), CommentWritten(thing="page", text=words)):
        town.happen(Draft(fact, "cell", 1, f"npc:{words}", own))
    town.after(5, EndSession(), TEACHER)
    return town


def page_of(town: PlayedClass, folder: Path) -> Page:
    path = folder / "hostile.goodpath"
    path.unlink(missing_ok=True)
    with SessionFile(town.save(path)) as file:
        return Page(report(file))


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The page of a session in which nobody means harm."""
    return page_of(played_with(scenario_with("rain"), "rain"), tmp_path_factory.mktemp("harmless"))


def shape(page: Page) -> list[tuple[str, tuple[str, ...]]]:
    """Every tag with the names of its attributes."""
    return [(tag, tuple(attrs)) for tag, attrs in page.tags]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_play_and_scenario_leave_the_page_as_harmless_ones_do(
    tmp_path: Path, harmless: Page, words: str
) -> None:
    cleaned = " ".join(clean_block(words).replace("\ufffd", "").split())
    page = page_of(played_with(scenario_with(cleaned), words), tmp_path)

    assert shape(page) == shape(harmless)
    assert "".join("".join(page.words).split()).count("".join(clean_block(words).split())) >= 10
    assert_nothing_runs(page)


def assert_nothing_runs(page: Page) -> None:
    tags = {tag for tag, _ in page.tags}
    names = {name for _, attrs in page.tags for name in attrs}
    styles = [attrs for tag, attrs in page.tags if "style" in attrs]
    links = [attrs["href"] or "" for _, attrs in page.tags if "href" in attrs]

    assert tags & {"script", "iframe", "object", "embed", "base", "link", "form", "img"} == set()
    assert [name for name in names if name.startswith("on") or name in ("src", "srcdoc", "action")] == []
    assert styles == []
    assert [href for href in links if not href.startswith(LINKS)] == []
