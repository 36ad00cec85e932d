"""Tests of `core`: they need pytest, hypothesis and tzdata, and no Qt."""
