"""The orders of the debrief: its questions, who played whom, and stepping out of the role."""

from functools import partial

from goodpath_client.plain.aloud import one_line
from goodpath_client.plain.keys import orders_beside
from goodpath_client.plain.numbers import Unclear, WrongNumber, number_of
from goodpath_client.plain.order import Order, need, number_and_text
from goodpath_client.plain.scenes import STEP_OUT
from goodpath_client.plain.table import Table
from goodpath_client.plain.things import both_names
from goodpath_client.played import revealed_lines
from goodpath_client.plurals import counted
from goodpath_client.stepping_out import kept_or_asked, sentences
from goodpath_core.play.debrief import Reflect


def _question(table: Table, rest: str) -> None:
    """Read the next question, or the one with this number; behind the last comes the first."""
    questions = table.store.world.session.questions
    if not questions:
        raise Unclear("There are no questions yet; they belong to the debrief.")
    at = number_of(rest) - 1 if rest.isdecimal() else table.question % len(questions)
    if not 0 <= at < len(questions):
        raise WrongNumber(f"Type a number from 1 to {len(questions)}.")
    table.question = at + 1
    words = orders_beside(one_line(questions[at]), debrief=True)
    table.write(f"Question {at + 1} of {len(questions)}: {words}")


def _reveal(table: Table, rest: str) -> None:
    store = table.store
    if not store.world.revealed:
        raise Unclear("Who played whom is told in the debrief.")
    for line in revealed_lines(store, partial(both_names, store)):
        table.write(line)


def _reflect(table: Table, rest: str) -> None:
    begun, own = sentences(table.store), kept_or_asked(table.store)
    if rest:
        answers = tuple(part.strip() for part in rest.split("|"))
        if begun and len(answers) > len(begun):
            many = counted(len(begun), "sentence")
            raise Unclear(
                f"Part your words by | into {many} at most; here are {len(answers)}, so none was sent."
            )
        table.do(Reflect(answers=answers))
        return
    if not begun:
        raise Unclear("You watched, so there is no role to step out of.")
    for number, sentence in enumerate(begun, 1):
        said = own[number - 1] if number <= len(own) else ""
        table.write(f"{number}. {sentence} {f'You wrote: {said}' if said else ''}".rstrip())
    table.write(STEP_OUT)


def _complete(table: Table, rest: str) -> None:
    """Complete one sentence; the others stay as they were kept."""
    number, text = number_and_text(rest)
    many = len(sentences(table.store))
    if not 1 <= number_of(number) <= many:
        raise WrongNumber(
            f"Type a number from 1 to {many} and your words behind it; /reflect reads the sentences."
        )
    answers = [*kept_or_asked(table.store), *[""] * many][:many]
    answers[number_of(number) - 1] = need(text, "your words")
    table.do(Reflect(answers=tuple(answers)))


ORDERS = (
    Order("question", "NUMBER", "Hear the next question to argue about, or this one.", _question),
    Order("reveal", "", "Hear which seats played whom.", _reveal),
    Order(
        "reflect",
        "SENTENCE | SENTENCE",
        "Step out of the role: all sentences at once; alone, hear how they begin.",
        _reflect,
    ),
    Order("complete", "NUMBER TEXT", "Complete one of those sentences.", _complete),
)
"""All of them, in the order of the help."""
