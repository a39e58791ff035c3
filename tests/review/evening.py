"""A little class plays the ten pictures: three students in one cell, or two of the same persona in two."""

from functools import cache
from pathlib import Path

from goodpath.library import load

from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import EndSession, NextPhase, PauseWorld, ResumeWorld, StartWorld
from goodpath_core.play.debrief import Reflect
from goodpath_core.play.messages import HideMessage, PostMessage, TakeBackMessage, private_room
from goodpath_core.play.narration import SpeakAsNpc
from goodpath_core.play.posts import PublishPost, RemovePost, Repost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import LikeThing, WriteComment
from goodpath_core.play.safety import AnswerStop, SignalStop, SpeakAside
from goodpath_core.play.visits import LookAtPicture, VisitPage
from review.played_class import TEACHER, PlayedClass

GROUP = "1/page-makers"
YUTING = ("bridge-rain", "cafe-rain", "white-wedding", "blue-face", "snow-city", "neon-hair")
XIAOYAN = ("red-car", "palace-fountain", "quote-late-love", "night-market")
HAIBO = ("black-roses", "neon-hair", "hair-mirror", "quote-looked-down", "motorbike")
SECRET = "this line was taken back"
REMOVED = "this line was removed"
DOWN = "this post was taken down"


@cache
def evening() -> PlayedClass:
    """The whole session of three, played once; do not change it."""
    return _played(PlayedClass(load("ten-pictures")))


def saved(folder: Path) -> Path:
    """The session file of the whole session."""
    return evening().save(folder / "evening.goodpath")


def two_cells() -> PlayedClass:
    """Two students who made different pages of the same persona."""
    town = PlayedClass(load("ten-pictures"), cells=2)
    one, two = town.seat("1/yuting"), town.seat("2/yuting")
    town.after(5, StartWorld(), TEACHER)
    town.after(40, EditPage(nickname="Quiet Forklift", skin="gold"), one)
    town.after(10, ArrangeAlbum(cards=("terraces", "dog-roads-end")), one)
    town.after(10, EditPage(nickname="Neon Orchid", signature="Do not knock.", skin="neon"), two)
    town.after(10, ArrangeAlbum(cards=("neon-hair", "black-roses", "red-car")), two)
    town.after(30, EndSession(), TEACHER)
    return town


def _played(town: PlayedClass) -> PlayedClass:
    yuting, xiaoyan, haibo = (town.seat(f"1/{key}") for key in ("yuting", "xiaoyan", "haibo"))
    town.after(20, StartWorld(), TEACHER)
    town.after(30, EditPage(nickname="City After Rain", signature="Send rain, not advice."), yuting)
    town.after(15, EditPage(face="(^_^)", skin="rain", music="Left Hand Guitar"), yuting)
    town.after(10, PostMessage(room=GROUP, text="who has a picture\nwith rain in it?"), yuting)
    town.after(9, PostMessage(room=GROUP, text=SECRET), haibo)
    town.after(4, TakeBackMessage(room=GROUP, message=town.world.seq), haibo)
    gone = town.after(6, PostMessage(room=GROUP, text=REMOVED), haibo)
    town.after(3, HideMessage(room=GROUP, message=gone), TEACHER)
    town.erase(gone)
    town.after(5, EditPage(nickname="Wave", face="\\m/", skin="neon"), haibo)
    town.after(5, EditPage(signature="Who taught me this? Me.", skin="rose", face="~o~"), xiaoyan)
    town.after(20, ArrangeAlbum(cards=("terraces", *YUTING[:-1])), yuting)
    town.after(20, ArrangeAlbum(cards=HAIBO), haibo)
    town.after(5, GiveReason(card="black-roses", text="nobody gives me flowers, so I have black ones"), haibo)
    town.after(20, ArrangeAlbum(cards=XIAOYAN), xiaoyan)
    town.after(10, PublishPost(text="Tonight the street is a mirror.", cards=("bridge-rain",)), yuting)
    down = town.after(5, PublishPost(text=DOWN), haibo)
    town.after(5, RemovePost(post=down), haibo)
    town.after(5, PublishPost(text="only for my own eyes", visible_to="me"), xiaoyan)
    town.after(5, PauseWorld(why="A short break."), TEACHER)
    town.after(60, ResumeWorld(), TEACHER)
    town.after(10, SignalStop(), haibo)
    town.after(10, AnswerStop(seat=haibo.seat), TEACHER)
    town.after(10, SpeakAside(room=GROUP, text="is the clock fast for you too?"), haibo)
    town.after(10, PostMessage(room=private_room("1/yuting", "1/xiaoyan"), text="did mum see it?"), yuting)
    town.after(5, SpeakAsNpc(npc="traveller", room=GROUP, text="What a town!"), TEACHER)
    town.after(5, NextPhase(), TEACHER)
    _walk(town)
    town.after(5, NextPhase(), TEACHER)
    town.after(40, ArrangeAlbum(cards=YUTING), yuting)
    town.after(10, GiveReason(card="blue-face", text="it is the only one that is me"), yuting)
    town.after(40, NextPhase(), TEACHER)
    town.after(20, Reflect(answers=("the rain", "the hurry")), yuting)
    town.after(20, Reflect(answers=("", "a loud voice")), haibo)
    town.after(20, EndSession(), TEACHER)
    return town


def _walk(town: PlayedClass) -> None:
    """The gallery walk."""
    yuting, xiaoyan, haibo = map(town.by, ("1/yuting", "1/xiaoyan", "1/haibo"))
    post = town.world.pages["1/yuting"].posts[-1].seq
    town.after(10, VisitPage(page="1/yuting"), xiaoyan)
    town.after(4, LikeThing(page="1/yuting", thing=f"post:{post}"), xiaoyan)
    town.after(6, WriteComment(page="1/yuting", thing=f"post:{post}", text="is it abroad?"), xiaoyan)
    town.after(4, VisitPage(page="1/yuting"), haibo)
    town.after(4, LookAtPicture(page="1/yuting", thing="card:snow-city"), haibo)
    town.after(4, VisitPage(page="1/haibo"), yuting)
    town.after(4, LikeThing(page="1/haibo", thing="card:black-roses"), yuting)
    town.after(4, LikeThing(page="1/haibo", thing="page"), xiaoyan)
    town.after(8, Repost(page="1/haibo", thing="card:motorbike", text="me"), yuting)
    town.wait(200)
