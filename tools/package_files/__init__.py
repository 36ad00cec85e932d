"""Makes what packages install beside the program: manual, shell completions, icons, menu entry."""
