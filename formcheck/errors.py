"""The root of every error that formcheck raises on purpose.

What it holds is one `Message` (`formcheck.texts.message`) that says what is wrong and what to do
about it, or these words themselves. The command line tells it in the user's language and ends with
status 2.
"""


class FormcheckError(Exception):
    """Something that the user can mend; the message says how, in English.

        try:
            formcheck.analyse("missing.mp4", "bird-dog")
        except formcheck.FormcheckError as error:
            print(error)

    Everything that is raised on purpose is one; anything else is a defect.
    """
