"""The pages under .github/docs: two are made from the program itself, and every command on them is
run.

`python -m tests.pages` writes those two anew.
"""
