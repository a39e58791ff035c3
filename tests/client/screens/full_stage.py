"""A session in which every list holds something, for tests that look at every text."""

from client.screens.stage import Stage
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.messages import PostMessage, private_room
from goodpath_core.play.posts import PublishPost
from goodpath_core.play.profile import EditPage
from goodpath_core.play.responses import WriteComment
from goodpath_core.play.state import JournalLine, Reflection
from goodpath_core.play.visits import VisitPage

ME, OTHER, ROOM = "1/yuting", "1/haibo", "1/page-makers"


def full_stage() -> Stage:
    """The session, of which yuting and haibo have played a minute."""
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.now_ms += 60_000
    stage.world.phase.allow.visit = True
    stage.do(PostMessage(room=ROOM, text="mine"))
    mine = stage.world.seq
    for owner in ("yuting", "haibo"):
        stage.play_persona(owner, EditPage(nickname=f"N {owner}"))
        stage.play_persona(owner, PublishPost(text="post"))
        cards = ("night-market", "motorbike") if owner == "haibo" else ()
        stage.play_persona(owner, ArrangeAlbum(name="album", cards=cards))
    stage.do(PostMessage(room=private_room(ME, OTHER), text="psst"))
    stage.play_persona("haibo", PostMessage(room=ROOM, text="theirs", reply_to=mine))
    for visitor, owner in (("yuting", OTHER), ("haibo", ME)):
        stage.play_persona(visitor, VisitPage(page=owner))
        stage.play_persona(visitor, WriteComment(page=owner, thing="page", text="comment"))
    own = stage.store.view.own_cards[0].key if stage.store.view else ""
    stage.do(ArrangeAlbum(name="album", cards=(own,)))
    stage.do(GiveReason(card=own, text="reason"))
    kinds = ("said", "thought", "narrated")
    stage.world.journal += [JournalLine(1, 0, (ME,), kind, ME, "text", 1) for kind in kinds]
    stage.world.reflections.append(Reflection(1, ME, ("one", "two"), 1))
    stage.world.pages[ME].reasons_open = True
    stage.world.session.questions, stage.world.session.step_out = ("one",), ("two", "three")
    return stage
