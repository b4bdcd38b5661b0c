"""The root of every error that formcheck raises on purpose.

A message is one line that says what is wrong and what to do about it; the
command line prints it as it is and ends with status 2.
"""


class FormcheckError(Exception):
    """Something that the user can mend; the message says how.

        try:
            formcheck.analyse("missing.mp4", "bird-dog")
        except formcheck.FormcheckError as error:
            print(error)

    Everything that is raised on purpose is one; anything else is a defect.
    """
