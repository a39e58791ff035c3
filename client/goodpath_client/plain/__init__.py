"""The line mode: the whole game in lines of text, for screen readers and where there is no screen."""
