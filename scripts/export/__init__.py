"""Quizzes out of the site: for the terminal, for learning platforms and for Anki.

The questions are read as the gate reads them, after the macros, and their HTML
comes from the site's own Markdown extensions. Each format is a module that gives
its text or bytes, and says in a sentence what it cannot hold.
"""
