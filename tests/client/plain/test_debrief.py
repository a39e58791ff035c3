"""The debrief in lines: questions one by one, who played whom, all reasons, and one sentence at a time."""

from client.line_terminal import Terminal, terminal, town_with_ming, yuting
from goodpath_core.play.albums import ArrangeAlbum, GiveReason
from goodpath_core.play.control import EndSession, NextPhase
from goodpath_core.play.profile import EditPage
from goodpath_core.play.seats import HandOver, Observe, OpenSeat
from goodpath_core.play.taken_down import HideReason
from town import SERVER, TEACHER


async def to_debrief(me: Terminal) -> None:
    """The teacher ends play."""
    await me.server.do(NextPhase(), TEACHER)
    await me.server.do(NextPhase(), TEACHER)
    await me.hear("The phones are dark; the debrief begins.")


async def test_a_why_is_told_with_the_page_name_and_the_persona() -> None:
    async with yuting() as me:
        ming = me.server.town.player("1/ming")
        await me.server.do(EditPage(nickname="Wave"), ming)
        await me.server.do(ArrangeAlbum(cards=("lamp",)), ming)
        await me.server.do(GiveReason(card="lamp", text="It is warm."), ming)
        await to_debrief(me)
        await me.type("/reasons", "Wave (Ming), on the picture Lamp: It is warm.")


async def test_the_debrief_is_heard_piece_by_piece() -> None:
    async with yuting() as me:
        ming = me.server.town.player("1/ming")
        await me.type("/question", "There are no questions yet; they belong to the debrief.")
        await me.type("/reveal", "Who played whom is told in the debrief.")
        await me.type("/reasons", "No reasons are there to be read.")
        await me.server.do(ArrangeAlbum(cards=("lamp",)), ming)
        await me.server.do(GiveReason(card="lamp", text="It is warm."), ming)
        await to_debrief(me)
        await me.hear("Why pictures were chosen is open now; type /reasons.")
        await me.type("/question", "Question 1 of 1: Where did they live?")
        await me.type("/question 2", "Type a number from 1 to 1.")
        await me.type("/question", "Question 1 of 1: Where did they live?")
        await me.type("/reveal", "You, in seat 2, played Yuting, on the phone Rain.")
        await me.hear("Seat 1 played Ming.")
        await me.type("/reasons", "Ming, on the picture Lamp: It is warm.")
        await me.server.do(HideReason(page="1/ming", card="lamp"), TEACHER)
        await me.hear("The teacher removed a reason of Ming.")
        await me.type("/reasons", "Ming, on the picture Lamp: (removed by the teacher)")


async def test_whoever_gave_the_persona_away_steps_out_of_it_and_hears_who_had_it_when() -> None:
    async with yuting() as me:
        town = me.server.town
        town.wait(10)
        await me.server.do(OpenSeat(), SERVER)
        await me.server.do(HandOver(persona="1/yuting", seat=3), TEACHER)
        await me.hear("You watch")
        town.wait(10)
        await to_debrief(me)
        await me.hear("You played Yuting until Sun 18:01. You are yourself again.")
        await me.type("/reveal", "Seat 1 played Ming.")
        await me.hear("From Sun 18:00 to Sun 18:01 you, in seat 2, played Yuting, on the phone Rain.")
        await me.hear("From Sun 18:01 to Mon 18:00 seat 3 played Yuting, on the phone Rain.")
        await me.type("/complete 1 The lamp.", "What you wrote is kept.")
        assert [(one.seat, one.persona) for one in town.world.reflections] == [(2, "1/yuting")]


async def test_one_sentence_is_completed_at_a_time_and_the_others_stay() -> None:
    async with yuting() as me:
        await to_debrief(me)
        await me.type("/reflect", "2. I take off ...")
        await me.type("/complete 2 The rain.", "What you wrote is kept.")
        await me.type("/complete 1 The dog.", "What you wrote is kept.")
        await me.type("/reflect", "1. I made up ... You wrote: The dog.")
        await me.type("/complete 3 x", "Type a number from 1 to 2 and your words behind it")
        await me.type("/complete x", "Type a number from 1 to 2 and your words behind it")
        kept = me.server.town.world.reflections
        assert [one.answers for one in kept] == [("The dog.", "The rain.")]


async def test_sentences_before_the_debrief_are_quoted_as_they_were_typed() -> None:
    async with yuting() as me:
        await me.type("/reflect The dog. | The rain.", "You had typed “The dog. | The rain.”.")
        await me.type("/again", "Once more: “The dog. | The rain.”.")


async def test_looking_at_pages_afterwards_is_reading_and_no_visit() -> None:
    async with yuting() as me:
        await to_debrief(me)
        await me.type("/visit ming", "Page of Ming, skin Plain.")
        await me.type("/open 1", "Nobody has liked it yet.")
        assert [one.kind for one in me.server.carried_out] == ["take_persona"]
        await me.server.do(EndSession(), TEACHER)
        await me.type("/pages", "Your page: ")


async def test_whoever_watches_hears_all_but_has_no_sentence_to_complete() -> None:
    town = town_with_ming()
    async with terminal(town) as me:
        await me.type("/observe yes", "You watch")
        await me.type("/life", "You play nobody, so there is no life to read.")
        await me.type(
            "/pages", "Yuting, on the phone Rain: 0 pictures, 1 post, 1 like; you have not looked at it yet."
        )
        await me.type("/visit yuting", "Page of Yuting, on the phone Rain")
        assert [command for command in me.server.carried_out if not isinstance(command, Observe)] == []
        await me.type("/reflect", "You watched, so there is no role to step out of.")
