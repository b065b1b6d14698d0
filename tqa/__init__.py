"""tqa: the translation checker that editors trust."""

__version__ = "0.1.0"
