"""Days, months, years and spans of time; partial ones stay partial."""
