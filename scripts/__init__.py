"""The tools that run the programs, check what they claim, and build the site."""
