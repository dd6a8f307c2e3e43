"""Dates, times, money, shares and short texts as people read them; for pages, screens and advice alike."""
