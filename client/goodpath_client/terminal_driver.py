"""Run a screen in a terminal of Linux or macOS, with our own reading of what it sends."""

from textual.drivers.linux_driver import LinuxDriver

from goodpath_client.key_reading import read_keys


class TerminalDriver(LinuxDriver):
    """Textual's driver, whose input no byte can end."""

    def run_input_thread(self) -> None:
        """Read the terminal until the app ends."""
        read_keys(self.fileno, self.exit_event.is_set, self.process_message, self._debug)
