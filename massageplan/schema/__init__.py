"""Shape: which schema governs which file, the gate every record passes, and why one did not."""
