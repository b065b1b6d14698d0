"""Glossaries: read, kept in order, edited, exchanged and drafted."""
