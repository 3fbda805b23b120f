"""The program's own words, and how it writes numbers, dates and names."""
