"""What is proved of every build."""
