"""Which words of one language have a counterpart in the other, by the lexicon and by sound, and what is left out."""
