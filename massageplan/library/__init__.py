"""Facts as data: exercises, movements, instruments, techniques and their sources, one entry a file."""
