"""`python -m goodpath` is the goodpath command."""

from goodpath.cli import main

main()
