"""The command line: options in, one workflow, its result out, an exit code."""
