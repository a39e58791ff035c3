"""What the head of a page had before, as a copy learns of it."""

from client.screens.stage import TEACHER, Stage
from goodpath_client.teacher.earlier_words import EarlierWords
from goodpath_core.play.hidden_faces import HideFace
from goodpath_core.play.profile import EditPage

PAGE = "1/haibo"


def words(stage: Stage, earlier: EarlierWords) -> list[str]:
    return [row.text for row in earlier.rows(stage.store.world.pages[PAGE])[1:]]


def test_what_was_removed_while_nobody_told_of_it_is_gone_once_everything_is_looked_at() -> None:
    stage = Stage("ten-pictures", "yuting")
    stage.start()
    stage.play_persona("haibo", EditPage(signature="rude"))
    rude = stage.world.seq
    for mood in ("mood 1", "mood 2"):
        stage.play_persona("haibo", EditPage(signature=mood))
    stage.join()
    earlier = EarlierWords(stage.store, PAGE)
    assert not earlier.sync(()), "the copy has all"
    assert words(stage, earlier) == ["“rude”", "“mood 1”"]
    stage.do(HideFace(page=PAGE, part="signature", version=rude), TEACHER)
    earlier.sync(())
    assert words(stage, earlier) == ["“mood 1”"]
