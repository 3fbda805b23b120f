"""Plans go out as workbooks and come back: for officials who live in spreadsheets.

A plan is exported with every cell in words an official knows; on the way back only what was
changed in a cell changes its lines in the file.  An annex as offices print it, in Word or Excel,
becomes the skeleton of a plan.
"""
