"""What the detector reaches: `make evaluate DATA=FILE` prints it. Not part of the program."""
