"""The welcome, and what goes with it: what was missed, or the last lines for whoever starts fresh."""

from goodpath_core.play.sight import enters
from goodpath_core.wire.codec import encode, news_frames
from goodpath_core.wire.frames import CaughtUp, Hello, Welcome
from goodpath_core.wire.limits import ANNOUNCED, OF_PACE, PROTOCOL
from goodpath_server.log.port import Epoch
from goodpath_server.member import Member
from goodpath_server.missed import missed_blobs
from goodpath_server.outbox import websocket_frame
from goodpath_server.session import Session


class Resuming:
    """Welcomes whoever was let in, and lets them go on where they left off if that can be."""

    def __init__(self, session: Session, epochs: list[Epoch]) -> None:
        """`epochs` are the runs of servers that the log has seen, the present one as the last."""
        self._session = session
        self._epochs = epochs

    def welcome(self, member: Member, hello: Hello, token: str) -> None:
        """Send the welcome, and behind it what this member has missed, or history for a fresh start."""
        session, viewer = self._session, member.viewer
        seat = session.stored.seats.get(viewer.seat)
        missed = self._missed(member, hello.seq) if self._can_resume(hello) else None
        welcome = Welcome(
            version=PROTOCOL,
            session=session.name,
            epoch=self._epochs[-1].name,
            seq=session.stored.seq,
            mode="fresh" if missed is None else "resumed",
            role=viewer.role,
            seat=viewer.seat,
            cell=viewer.cell,
            persona=viewer.persona,
            token=token,
            now_ms=session.clock.now_ms(),
            rate=session.clock.rate,
            limits=_told(member),
            teacher_here=session.audience.has_teacher,
            briefed=bool(seat and seat.briefed),
        )
        after = self._history(member, hello.history) if missed is None else missed
        member.outbox.catch_up((websocket_frame(encode(welcome)), *after))

    def _can_resume(self, hello: Hello) -> bool:
        """Whether a position lies in this log: in a run it knows, before the next began, and still kept."""
        ends = [epoch.first_seq - 1 for epoch in self._epochs[1:]] + [self._session.stored.seq]
        for epoch, end in zip(self._epochs, ends, strict=True):
            if epoch.name == hello.epoch:
                return 0 < hello.seq <= end and self._session.archive.reaches(hello.seq)
        return False

    def _missed(self, member: Member, seq: int) -> list[bytes] | None:
        """The frames that tell what was missed, and that this was all; None if one has to start fresh."""
        session = self._session
        blobs = missed_blobs(session.stored, member.viewer, session.archive.after(seq))
        if blobs is None:
            return None
        end = encode(CaughtUp(seq=session.stored.seq))
        return list(map(websocket_frame, (*news_frames(blobs), end)))

    def _history(self, member: Member, lines: int) -> list[bytes]:
        if not lines:
            return []
        session, viewer = self._session, member.viewer
        rooms = [room.id for room in session.stored.rooms.values() if enters(room, viewer)]
        return [session.archive.history(room, lines) for room in rooms]


def _told(member: Member) -> dict[str, float]:
    """The limits that hold for a member: where no rate is kept, none is told."""
    return {limit: number for limit, number in ANNOUNCED.items() if member.pace or limit not in OF_PACE}
