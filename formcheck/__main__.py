"""`python -m formcheck` is `formcheck`."""

from formcheck.cli.start import main

if __name__ == "__main__":
    main()
