"""What the history shows: days, averages, hours, differences, words. Pure functions over what the journal gives."""
