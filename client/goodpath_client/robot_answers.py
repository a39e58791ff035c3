"""What a robot says back to whoever speaks to it, so that a person in a class of robots is not alone."""

from random import Random

from goodpath_client.robot_talk import fitting, is_greeting, is_question, may_say, recent
from goodpath_client.store import Store
from goodpath_core.play.event import PRIVATE, Event
from goodpath_core.play.messages import MessagePosted, PostMessage
from goodpath_core.play.state import Message

WHO_ANSWER = 2
"""So many members of a group, of the town's in each cell, answer what is said to all."""
TALK = 4
"""After so many lines that each answer the one before, the next is not answered; a line of its own is."""


class Answers:
    """The lines by which a robot was spoken to and that it has not answered yet, the newest of each chat.

    It is spoken to by a private line, by one that names it and by a question about a line of its own. To a
    greeting or a question to a whole group WHO_ANSWER of its members who are played answer, by lot; in the
    town's group so many of each cell, since a robot knows only its own. Where answers answer answers a talk
    ends after TALK of them: two robots would else go on for ever.
    """

    def __init__(self, store: Store, seed: int | str) -> None:
        """With the same seed all robots of a class draw the same lots."""
        self._store, self._seed = store, seed
        self._due: dict[str, int] = {}
        """Chat -> number of the line."""

    def hear(self, event: Event) -> None:
        """Notice an event that may be a line by which the robot is spoken to."""
        fact, store = event.fact, self._store
        if not isinstance(fact, MessagePosted) or not store.me or event.voice == store.me:
            return
        named, is_private = store.me in fact.mentions, event.room.startswith(PRIVATE)
        if fact.reply_to:
            answered = self._way_back(event.room, fact.reply_to)
            is_mine = [line.voice for line in answered[:1]] == [store.me]
            asked = is_question(fact.text) and is_mine
            # Every answer names whom it answers: that alone asks for nothing.
            called = named and ("@" in fact.text or not is_mine)
            due = (is_private or called or asked) and len(answered) <= TALK
        else:
            due = named or is_private or (not fact.mentions and self._is_drawn(event, fact.text))
        if due:
            self._due[event.room] = event.seq

    def _way_back(self, room: str, seq: int) -> list[Message]:
        """The line with this number, the one that it answers, and so on."""
        lines, found = {line.seq: line for line in self._store.lines(room)}, list[Message]()
        while line := lines.get(seq):
            found.append(line)
            seq = line.reply_to
        return found

    def _is_drawn(self, event: Event, text: str) -> bool:
        """Whether the lot to answer a whole group falls on this robot."""
        world = self._store.world
        room = world.rooms.get(event.room)
        if room is None or not (is_question(text) or is_greeting(text)):
            return False
        # A member of another cell is not in this copy; who plays there draws the lots among those there.
        known = [world.persons[one] for one in room.members if one in world.persons]
        others = sorted(one.id for one in known if one.played and one.id != event.voice)
        lots = Random(f"{self._seed}:{event.seq}")
        return self._store.me in lots.sample(others, min(WHO_ANSWER, len(others)))

    def next(self) -> str:
        """A chat in which an answer is due and can be given now; empty if there is none."""
        store, person = self._store, self._store.my_person
        chats = store.world.phase.allow.chat and not store.world.session.paused
        if not chats or person is None or person.place != "phone":
            return ""
        return next((room for room in self._due if may_say(store, room)), "")

    def answer(self, room: str, dice: Random) -> PostMessage | None:
        """The answer that is due in a chat; None if there is nothing to say that was not said there."""
        seq, lines = self._due.pop(room), self._store.lines(room)
        asked = next((line.text for line in lines if line.seq == seq and not line.gone), "")
        said = recent(self._store, room)
        fresh = [text for text in fitting(asked) if text not in said]
        return PostMessage(room=room, text=dice.choice(fresh), reply_to=seq) if asked and fresh else None
