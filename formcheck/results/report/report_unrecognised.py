"""report.html of an input in which no exercise was recognised: what to do about it."""

from formcheck.results.report.html_page import html_page
from formcheck.results.result_document import ResultDocument
from formcheck.results.wording.result_wording import could_be, what_helps_to_recognise
from formcheck.texts.texts import Texts, load_texts


def report_unrecognised(document: ResultDocument, texts: Texts | None = None) -> str:
    """The whole page; nothing in it is loaded from anywhere else. texts: English unless given."""
    texts = texts or load_texts()
    heading = texts.text("report_unrecognised.heading")
    return html_page(
        __package__,
        "report_unrecognised.html",
        texts,
        title=f"{heading} – {document.input.path}",
        heading=heading,
        under_heading=document.input.path,
        document=document,
        headline=texts.text("result.nobody")
        if not document.pose.frames_with_pose
        else f"{texts.text('result.not_recognised')}.",
        hint=could_be(document, texts),
        helps=what_helps_to_recognise(document, texts),
    )
