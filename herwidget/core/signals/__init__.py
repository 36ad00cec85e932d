"""Notices a sustained change from a person's own usual. Pure: days in, a verdict out; no clock, no chance."""
