"""`python -m formcheck` is `formcheck`."""

from formcheck.cli.main import main

if __name__ == "__main__":
    main()
