"""Names across the languages: how they are read and spelled, which are lost, swapped or added, which word is a slip."""
