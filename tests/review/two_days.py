"""A class plays the Apple phone by the clock alone, and some pick up or put down the phone."""

from functools import cache

from goodpath.library import load

from goodpath_core.errors import Refused
from goodpath_core.play.albums import ArrangeAlbum
from goodpath_core.play.control import EndSession, PauseWorld, ResumeWorld, StartWorld
from goodpath_core.play.offline import SayAloud, Think
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.profile import EditPage
from review.played_class import TEACHER, PlayedClass

PICTURES = {
    "yuting": ("bridge-rain", "white-wedding", "cafe-rain"),
    "chunmei": ("terraces", "five-spoons"),
    "haibo": ("black-roses", "neon-hair", "motorbike"),
}


@cache
def two_days() -> PlayedClass:
    """The whole session, played once; do not change it."""
    town = PlayedClass(load("apple-phone"))
    players = {key: town.seat(f"1/{key}") for key in ("yuting", "chunmei", "haibo")}
    town.after(5, StartWorld(), TEACHER)
    acts = [
        *[(by, EditPage(nickname=f"Name of {key}", skin="rain")) for key, by in players.items()],
        *[(by, ArrangeAlbum(cards=PICTURES[key])) for key, by in players.items()],
        *[(by, PutPhoneDown()) for by in players.values()],
        *[(by, SayAloud(text="The fan turns on three.")) for by in players.values()],
        *[(by, Think(text="One more minute.")) for by in players.values()],
        *[(by, PickUpPhone()) for by in players.values()],
        (TEACHER, PauseWorld(why="Fire drill.")),
        (TEACHER, ResumeWorld()),
    ]
    # A refusal, for instance on the line, is part of the play.
    while town.world.session.stage != "debrief":
        for by, act in acts:
            try:
                town.after(7, act, by)
            except Refused:
                continue
    town.after(30, EndSession(), TEACHER)
    return town
