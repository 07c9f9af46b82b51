"""The race lab: programs in JavaScript that the reader's browser runs, and our record of them."""
