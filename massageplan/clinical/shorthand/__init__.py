"""One-line notes: from `n 6>4; rot L 55>68; did QL; next: review goal 1` to the data of a session."""
