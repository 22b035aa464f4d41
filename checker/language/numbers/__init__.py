"""Figures, number words, units, money, rates and times of day, by value."""
