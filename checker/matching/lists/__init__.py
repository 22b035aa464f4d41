"""Whose value is whose in lists, tables and comparisons."""
