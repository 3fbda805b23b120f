"""Turns plan files into a public site.

The public API is three functions: `generator.load.load_plans` reads plans, `generator.check.check`
tells what must hold between them and does not, `generator.site.build` goes the whole way.  None of
them reads the clock: the day is an argument.
"""
