"""Treatment plans for massage therapists, in plain text."""

__version__ = "0.1.0"
