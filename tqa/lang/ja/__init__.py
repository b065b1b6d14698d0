"""Japanese. `analysis` holds the functions that every language has; the other modules do the work."""
