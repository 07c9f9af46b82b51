"""The lint of quizzes: what mkdocs-quiz would lose, leak or misread without a word.

tags, options, content, includes and settings look at the Markdown as the macros
leave it, quality and rates at what the questions ask, rendered and compared at the
built HTML. Each rule tells the line in the author's file.
"""
