"""Write the pages that are made from the program."""

from tests.pages.made import DOCS, pages

for name, text in pages().items():
    (DOCS / name).write_text(text, "utf-8")
