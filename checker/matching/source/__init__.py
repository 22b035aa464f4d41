"""The source made ready: its sentences, words and tables, and when it was written."""
