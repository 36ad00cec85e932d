"""What the product knows, as pure functions and frozen dataclasses: no clock, no file, no Qt."""
