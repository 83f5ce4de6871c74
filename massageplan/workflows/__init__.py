"""Where files and meaning meet: one file per verb."""
