"""The student and the teacher at a terminal: link, copy of the state, screens, robots."""
