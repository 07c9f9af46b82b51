"""What pages call: each module answers some of the macros, from what is recorded."""
