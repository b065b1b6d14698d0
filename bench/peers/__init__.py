"""What other checkers score on the same sets."""
