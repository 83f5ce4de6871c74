"""Views in the formats of other programs: each by the library that knows the format."""
