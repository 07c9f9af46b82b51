"""What people wait for, measured: a module for each part of it."""
