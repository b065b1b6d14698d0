"""Measuring tqa on real translations. Imports tqa; nothing imports this."""
