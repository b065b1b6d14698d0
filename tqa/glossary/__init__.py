"""Glossaries: load (YAML to terms), with a cache of the validated rows."""
