"""What can go wrong where frames come from or go to; each message says how to mend it."""

from formcheck.errors import FormcheckError


class RecordingError(FormcheckError):
    """A recorded video or a picture can't be read."""


class RecordingMissingError(RecordingError):
    """There is nothing at the path."""


class RecordingIsFolderError(RecordingError):
    """A folder was given where one file is wanted."""


class RecordingForbiddenError(RecordingError):
    """The operating system doesn't let the user read it."""


class RecordingUnreadError(RecordingError):
    """The file is there, and the operating system can't read it: a loop of links, a broken disk."""


class RecordingEmptyError(RecordingError):
    """The file has no content at all."""


class UnknownFormatError(RecordingError):
    """The content is neither a video nor a picture, whatever the file is called."""


class RecordingIncompleteError(RecordingError):
    """The index of an MP4 or MOV is missing: it was cut off before it was finished."""


class NoPicturesError(RecordingError):
    """A sound recording, or a video of which no picture can be decoded."""


class PictureTooLargeError(RecordingError):
    """The pictures have more pixels than can sensibly be held in memory."""


class StretchUnreadableError(RecordingError):
    """A part of a recording can't be read by itself."""


class NoRecordingsError(RecordingError):
    """A folder holds no video and no picture."""


class CameraUnavailableError(FormcheckError):
    """No picture can be had from a camera or from a stream's address."""


class VideoWriteError(FormcheckError):
    """A video can't be written: no space, no permission, no encoder."""
