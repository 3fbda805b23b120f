"""Turns plan files into a public site."""
