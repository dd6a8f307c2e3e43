"""Charts, drawn once as plain shapes and texts; painted by the window and by the page alike.

A chart (`chart.Chart`) is frozen numbers with ready words. It says itself in a sentence (`alt`) and as a
table (`rows`), and draws itself for any width and letters (`draw`) into a `drawing.Drawing`.
"""
