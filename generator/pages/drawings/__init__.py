"""Drawings laid out at build time: charts of a series, small multiples, short timetables."""
