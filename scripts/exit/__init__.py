"""The exit: the same book without MkDocs, built by its continuation and by the theme's successor.

    expansion     the book in plain Markdown: macros called, quizzes rendered
    builders      ProperDocs, Zensical, and the command of each
    contents      what a built page holds: programs, outputs, quizzes, figures
    comparison    whether the pages of two sites hold the same, and the table of it

Whatever a page needs of mkdocs happens in scripts/hook.py, so the expansion asks
the hook itself, and nothing is written twice.
"""
