"""What follows on a day from what was said: lateness, verdicts, adjustments, what is missing.

Every answer is a pure function of entries and the day.  Nothing here reads the clock, and nothing
of it is ever stored.  What carries a date after the day does not count yet.
"""
