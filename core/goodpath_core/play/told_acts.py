"""List what a teacher is told as what somebody last did, and what each such act is called."""

from collections.abc import Mapping
from types import MappingProxyType

from goodpath_core.play.albums import AlbumArranged, AlbumLocked, PicturesSwapped, ReasonGiven
from goodpath_core.play.messages import MessagePosted, MessageTakenBack
from goodpath_core.play.offline import LookedAround, SaidAloud, Thought
from goodpath_core.play.posts import PostPublished, PostRemoved
from goodpath_core.play.profile import PageEdited
from goodpath_core.play.responses import CommentWritten, ThingLiked
from goodpath_core.play.safety import AsideSpoken
from goodpath_core.play.visits import PageVisited, PictureLookedAt

ACTS: Mapping[str, str] = MappingProxyType(
    {
        MessagePosted.kind: "wrote a line",
        MessageTakenBack.kind: "took back",
        AsideSpoken.kind: "out of role",
        PostPublished.kind: "posted",
        PageEdited.kind: "changed page",
        AlbumArranged.kind: "pictures",
        AlbumLocked.kind: "locked album",
        PicturesSwapped.kind: "new pictures",
        ReasonGiven.kind: "gave reason",
        PageVisited.kind: "visited",
        PictureLookedAt.kind: "saw picture",
        ThingLiked.kind: "liked",
        CommentWritten.kind: "wrote a word",
        SaidAloud.kind: "spoke aloud",
        Thought.kind: "thought",
        LookedAround.kind: "looked round",
        PostRemoved.kind: "removed post",
    }
)
"""Kind of an event -> what it is called; events of other kinds leave what was done before."""
