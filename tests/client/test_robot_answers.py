"""A robot answers whoever speaks to it, in fitting words that were not said there, and no talk is endless."""

from random import Random

import pytest

from client.screens.stage import TEACHER, Stage
from goodpath_client import robot_words as words
from goodpath_client.changes import Change
from goodpath_client.robot_answers import TALK, WHO_ANSWER, Answers
from goodpath_client.robot_talk import RECENT, fitting
from goodpath_core.play.control import PauseWorld, ResumeWorld
from goodpath_core.play.event import Draft
from goodpath_core.play.messages import MessagePosted, PostMessage, private_room
from goodpath_core.play.places import PickUpPhone, PutPhoneDown
from goodpath_core.play.state import Message

ME = "1/yuting"
GROUP = "1/page-makers"
TOWN = "0/night-market"
PRIVATE = private_room(ME, "1/haibo")


class Robot(Stage):
    """A stage whose seat 1 a robot plays, in the first phase, on the phone; all others are played too."""

    def __init__(self, play: str = "yuting") -> None:
        super().__init__(play=play)
        self.answers = Answers(self.store, 1)
        self.store.on_change(self._hear)
        self.start()
        for one in self.store.world.persons.values():
            one.played = True
        person = self.store.my_person
        if person and person.place != "phone":
            self.do(PickUpPhone())

    def _hear(self, change: Change) -> None:
        if change.event:
            self.answers.hear(change.event)

    def hear(self, text: str, room: str = PRIVATE, reply_to: int = 0, mentions: tuple[str, ...] = ()) -> int:
        """Haibo says a line; its number."""
        self.play_persona("haibo", PostMessage(room=room, text=text, reply_to=reply_to, mentions=mentions))
        return self.store.lines(room)[-1].seq

    def say(self, text: str, room: str = PRIVATE, reply_to: int = 0) -> int:
        """The robot says a line; its number."""
        self.do(PostMessage(room=room, text=text, reply_to=reply_to))
        return self.store.lines(room)[-1].seq

    def answer(self) -> PostMessage | None:
        """What the robot answers now."""
        room = self.answers.next()
        return self.answers.answer(room, Random(1)) if room else None


@pytest.mark.parametrize(
    ("text", "pool"),
    [
        ("Hello, is anybody here?", words.GREETINGS),
        ("@Rain 你好呀", words.GREETINGS),
        ("Are you on nights?", words.ANSWERS),
        ("Which picture comes first on your page?", words.OPEN_ANSWERS),
        ("你在哪里？", words.OPEN_ANSWERS),
        ("吃了吗", words.ANSWERS),
        ("It rains.", words.REPLIES),
        ("They should highlight it.", words.REPLIES),
    ],
)
def test_a_private_line_is_answered_in_words_that_fit(text: str, pool: tuple[str, ...]) -> None:
    robot = Robot()
    asked = robot.hear(text)
    answer = robot.answer()
    assert answer is not None and answer.text in pool
    assert (answer.room, answer.reply_to) == (PRIVATE, asked)
    assert robot.answers.next() == ""


def test_in_a_group_only_who_is_meant_answers_a_call() -> None:
    robot = Robot()
    robot.hear("@Late Rain are you coming?", GROUP, mentions=("1/ming",))
    assert robot.answers.next() == ""
    robot.hear("@City Rain look.", GROUP, mentions=(ME,))
    assert robot.answers.next() == GROUP


def test_what_is_asked_of_a_whole_group_some_of_its_members_answer_by_lot() -> None:
    robots = [Robot(key) for key in Robot().scenario.personas if key != "haibo"]
    drawn = set[tuple[str, ...]]()
    for number in range(6):
        for robot in robots:
            robot.hear(f"Who is coming on day {number}?", GROUP)
        answering = tuple(robot.store.me for robot in robots if robot.answer())
        assert len(answering) == WHO_ANSWER
        drawn.add(answering)
    assert len(drawn) > 1


def test_what_is_said_to_a_whole_group_without_asking_is_left_alone() -> None:
    robot = Robot()
    for number in range(20):
        robot.hear(f"It rains, for the {number}. time.", GROUP)
    assert robot.answers.next() == ""


def test_of_a_group_only_those_who_are_played_answer() -> None:
    robot = Robot()
    for one in robot.store.world.persons.values():
        one.played = one.id == ME
    robot.hear("Who is coming?", GROUP)
    assert robot.answers.next() == GROUP


@pytest.mark.parametrize("voice", ["2/haibo", "1/haibo"], ids=["the other cell", "the own cell"])
def test_in_the_group_of_a_town_with_two_cells_the_lot_falls_among_the_own_cell(voice: str) -> None:
    stage = Stage("apple-phone", cells=2)
    answers = Answers(stage.store, 1)
    stage.store.on_change(lambda change: answers.hear(change.event) if change.event else None)
    for one in stage.store.world.persons.values():
        one.played = one.id in (ME, "1/haibo")
    assert {"1/haibo", "2/haibo"} < {*stage.store.world.rooms[TOWN].members}
    stage.happen(Draft(MessagePosted(text="Hello, who sells tonight?"), "room", 0, voice, TOWN))
    answer = answers.answer(TOWN, Random(1))
    assert answer is not None and answer.reply_to == stage.store.lines(TOWN)[-1].seq


def test_a_question_about_an_own_line_is_answered_and_a_remark_is_not() -> None:
    robot = Robot()
    own = robot.say("I bought a notebook.", GROUP)
    robot.hear("Good.", GROUP, reply_to=own, mentions=(ME,))
    assert robot.answers.next() == ""
    robot.hear("Which colour?", GROUP, reply_to=own)
    assert robot.answers.next() == GROUP


def test_who_answers_an_answer_is_answered_and_a_name_calls_whatever_the_line_answers() -> None:
    robot = Robot()
    robot.hear("Have you eaten?")
    answer = robot.answer()
    assert answer is not None
    robot.hear("Where?", reply_to=robot.say(answer.text, reply_to=answer.reply_to))
    assert robot.answer() is not None
    other = robot.hear("The bus was late.", GROUP)
    robot.hear("@City Rain, yours too?", GROUP, reply_to=other, mentions=(ME,))
    assert robot.answers.next() == GROUP


def test_two_robots_never_talk_for_ever() -> None:
    robot, said = Robot(), 0
    robot.hear("Have you eaten?")
    while (answer := robot.answer()) and said < RECENT:
        robot.hear("And you?", reply_to=robot.say(answer.text, reply_to=answer.reply_to))
        said += 1
    assert said == 1 + TALK // 2
    robot.hear("Come to the noodle stall.")
    assert robot.answers.next() == PRIVATE


def test_who_is_away_from_the_phone_answers_later_and_in_a_pause_nobody_does() -> None:
    robot = Robot()
    robot.do(PutPhoneDown())
    robot.hear("Are you there?")
    assert robot.answers.next() == ""
    robot.do(PickUpPhone())
    robot.do(PauseWorld(), TEACHER)
    assert robot.answers.next() == ""
    robot.do(ResumeWorld(), TEACHER)
    assert robot.answers.next() == PRIVATE


def test_nothing_is_said_that_was_said_there_lately() -> None:
    robot = Robot()
    for text in words.ANSWERS[1:]:
        robot.say(text)
    robot.hear("Is it so?")
    answer = robot.answer()
    assert answer is not None and answer.text == words.ANSWERS[0]
    robot.say(words.ANSWERS[0])
    robot.hear("Is it so?")
    assert robot.answer() is None


def test_what_is_gone_is_not_answered() -> None:
    robot = Robot()
    robot.hear("Is it so?")
    line: Message = robot.store.lines(PRIVATE)[-1]
    line.text, line.gone = "", "hidden"
    assert robot.answers.next() == PRIVATE
    assert robot.answer() is None


def test_every_kind_of_answer_has_enough_words_and_says_nothing_twice() -> None:
    pools = [fitting("Hello"), fitting("Why?"), fitting("Do you?"), fitting("So.")]
    everything = [text for pool in pools for text in pool]
    assert len({*pools}) == 4 and min(map(len, pools)) >= 10
    assert len({*everything}) == len(everything)
