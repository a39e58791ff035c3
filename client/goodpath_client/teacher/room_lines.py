"""List what is in the place that the teacher reads: Enter reads a long line whole, or folds it again."""

from goodpath_client.widgets.message_list import MessageList


class RoomLines(MessageList):
    """Lines with which nothing else is done by Enter."""

    def action_choose(self) -> None:
        """Open the row under the cursor, or fold it again."""
        if row := self.chosen:
            self.turn(row.key)
