"""Whose eyes, whose rights and whose name in the log: who somebody at a seat is at this moment."""

from goodpath_core.play.event import By
from goodpath_core.play.sight import Viewer
from goodpath_core.play.state import Seat, World
from goodpath_server.member import Member


def viewer_of(world: World, seat: int) -> Viewer:
    """The eyes of a seat."""
    found = world.seats[seat]
    return Viewer(found.role, found.number, found.cell, found.persona)


def author_of(seat: Seat) -> str:
    """Who does what is done in a seat, as the log says it: seat:7, robot:7."""
    return f"{'robot' if seat.robot else 'seat'}:{seat.number}"


def who_asks(world: World, member: Member, asked_as: str = "") -> By:
    """Who asks, with the rights the seat has at this moment, and as whom where the request says so."""
    viewer = member.viewer
    if viewer.role == "teacher":
        return By("teacher", member.author)
    seat = world.seats[viewer.seat]
    return By(seat.role, member.author, seat.number, seat.cell, seat.persona, asked_as)
