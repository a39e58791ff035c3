"""The screens of student and teacher; a screen arranges and knows neither network nor rules."""
