"""Search the deeds by their words: Textual's palette, whose keys wait until its list is there."""

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """What can be done here, by its words."""

    def _action_command_list(self, action: str) -> None:
        # Textual opens it before it has found anything, and knows no line of a list that has no room.
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)
