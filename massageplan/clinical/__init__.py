"""What the records mean: values, measurements, course of care. Pure functions, no I/O."""
