"""The teacher's console: who is here, what comes next, and one key for each thing a teacher does."""
