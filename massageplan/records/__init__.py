"""Records as frozen values, one type per kind. No I/O, no meaning beyond the shape."""
