"""The reference model of the scheduler lab: tasks, policies, and who runs when.

docs/assets/scheduler/ holds the same model for the reader's browser; a test lets both run a
thousand job sets and compares all that they tell. Every time is a whole number of nanoseconds,
every division rounds down, and nothing is random, so that both agree to the last digit.
"""
