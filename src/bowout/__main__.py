"""`python -m bowout` is the same as the `bowout` command."""

from bowout.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
