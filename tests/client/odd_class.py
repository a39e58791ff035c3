"""A stage on which an odd scenario is played on by its own script."""

from goodpath.library import Loaded

from client.screens.stage import Stage
from goodpath_core.play.event import Now
from goodpath_core.play.script import due, next_due
from odd_scenarios import ODD, PICTURE, made_of


def odd_stage(name: str, play: bool = True) -> Stage:
    """The first persona of an odd scenario, played or still free; the rules answer what it asks for."""
    scenario = made_of(ODD[name]())
    stage = Stage(Loaded(scenario, {PICTURE: b""}), next(iter(scenario.personas)) if play else "")
    stage.link.answers = True
    return stage


def go_on(stage: Stage) -> bool:
    """Let the clock come to the script's next moment; whether play still goes on then."""
    at = next_due(stage.world)
    assert at is not None, "a world that is played waits for something"
    stage.now_ms = max(stage.now_ms, at)
    while drafts := due(stage.world, Now(stage.now_ms)):
        for draft in drafts:
            stage.happen(draft)
            if stage.store.stale:
                stage.join()
    return stage.world.session.stage == "playing"
