"""What the texts speak of, under its Japanese and its English names: countries, places, surnames, offices, bodies."""
