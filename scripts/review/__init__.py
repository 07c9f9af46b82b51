"""What the last chapter is made of: the glossary, the chooser, the exam and the ledger."""
