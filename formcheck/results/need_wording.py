"""What would settle a criterion that could not be told, in words."""

from formcheck.form.need import Need

TURNS = {
    "side": "Turn a little more sideways to the camera.",
    "front": "Turn your front a little more to the camera.",
}
ELSEWHERE = "Place the camera as the exercise asks."

SENTENCES = {
    Need.CLOSER: "Come closer to the camera.",
    Need.IN_PICTURE: "Have your whole body in the picture, in good light.",
    Need.CLEARER: "It is too near the limit to tell.",
}


def need_told(need: Need | None, view: str) -> str:
    """What would settle it, in a sentence; empty where nothing would, or nobody knows what.

    view: that of the exercise.
    """
    if need is None:
        return ""
    if need is Need.TURN:
        return TURNS.get(view, ELSEWHERE)
    return SENTENCES[need]
