"""Drafting a plan from an assessment: pure, and every line with what it rests on."""
