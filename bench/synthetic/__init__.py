"""Invented forces over years of months, with what is true of them: for tests and for measuring.

Nobody in them exists. The same plan always gives the same people, visits and files.
"""
