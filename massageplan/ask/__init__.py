"""Asking: questions at a prompt, and the editor."""
