"""What was seen made a verdict, with its reason and its passage."""
