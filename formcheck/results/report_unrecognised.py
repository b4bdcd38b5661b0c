"""report.html of an input in which no exercise was recognised: what to do about it."""

from html import escape

from formcheck.results.html_page import NOT_ADVICE, page
from formcheck.results.result_document import ResultDocument
from formcheck.results.wording import NOT_RECOGNISED, could_be, what_helps_to_recognise

TITLE = "No exercise recognised"


def report_unrecognised(document: ResultDocument) -> str:
    """The whole page; nothing in it is loaded from anywhere else."""
    notes = "".join(f'<p class="note">{escape(text)}</p>' for text in document.warnings)
    hint = could_be(document)
    helps = "".join(f"<li>{escape(one)}</li>" for one in what_helps_to_recognise(document))
    view = document.view.seen
    return page(
        f"{TITLE} – {document.input.path}",
        TITLE,
        document.input.path,
        "",
        f'<section><p class="headline">{NOT_RECOGNISED}.</p>{notes}'
        f"{f'<p>{escape(hint)}</p>' if hint else ''}<p>What may help:</p><ul>{helps}</ul></section>"
        f"<section><h2>About this report</h2><p>{NOT_ADVICE}</p>"
        f'<p class="quiet">Camera view: {view}. A person was found in '
        f"{document.pose.frames_with_pose} of {document.input.frames} frames, with the model "
        f"{escape(document.pose.model)}.</p></section>\n",
    )
