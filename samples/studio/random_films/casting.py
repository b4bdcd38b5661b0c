"""Draws people: shape, weight, age, proportions, skin and hair; and what they wear."""

from __future__ import annotations

import numpy as np

from samples.studio.catalogue import Person
from samples.studio.look import Colour, Look
from samples.studio.proportions import Proportions

ORIGINS = {
    "male": ("african-male-young", "caucasian-male-young", "caucasian-male-old"),
    "female": ("asian-female-young", "caucasian-female-young", "caucasian-female-old"),
}
SHORT_OR_TALL = {
    "male": "male-young-averagemuscle-averageweight-maxheight",
    "female": "female-young-averagemuscle-averageweight-minheight",
}

LIMB_SPREAD = 0.045
"""Standard deviation of limb length at the same trunk, as a share (Drillis and Contini's segment
lengths differ by about as much between people)."""

DARKNESS = (0.008, 0.06)
"""Linear brightness of clothes and rooms that are called dark."""


def draw_person(random: np.random.Generator) -> Person:
    """Somebody, plainly dressed; `dressed` gives them something else to wear."""
    sex = str(random.choice(["male", "female"]))
    origins = ORIGINS[sex]
    shares = random.dirichlet([0.6] * len(origins))
    targets = {name: round(float(share), 3) for name, share in zip(origins, shares, strict=True)}
    shape = f"{sex}-young-averagemuscle-averageweight-idealproportions"
    targets[shape] = float(random.uniform(0.0, 0.7))
    targets[SHORT_OR_TALL[sex]] = float(random.uniform(0.0, 0.35))
    weight = float(random.triangular(-0.6, 0.15, 1.0))
    end = "maxweight" if weight > 0 else "minweight"
    if sex == "male" and weight < 0:
        # There is no thin man among the files: a man's minimum is the plain shape.
        targets["universal-male-young-maxmuscle-averageweight"] = float(random.uniform(0, 0.6))
    else:
        targets[f"universal-{sex}-young-averagemuscle-{end}"] = abs(weight)
    legs, arms = random.normal(1.0, LIMB_SPREAD, 2).clip(0.9, 1.1)
    skin = np.array([0.60, 0.42, 0.34]) * random.uniform(0.15, 1.05)
    hair = np.array([0.50, 0.42, 0.34]) * random.choice([0.03, 0.1, 0.3, 1.0])
    look = Look(
        skin=_colour(skin),
        hair=_colour(hair),
        shirt=(0.5, 0.5, 0.5),
        trousers=(0.2, 0.2, 0.2),
        hair_depth=float(random.uniform(0.004, 0.03)),
        bun=bool(sex == "female" and random.random() < 0.5),
    )
    return Person(
        targets=targets, look=look, proportions=Proportions(legs=float(legs), arms=float(arms))
    )


def dressed(person: Person, dark: bool, random: np.random.Generator) -> Person:
    """The same body in other clothes: long or short, tight or loose, dark or of any colour."""
    loose = float(random.choice([0.004, 0.012, 0.02, 0.032]))
    trousers = loose * float(random.uniform(0.5, 1.1))
    look = person.look.model_copy(
        update={
            "shirt": any_colour(dark, random),
            "trousers": any_colour(dark or random.random() < 0.4, random),
            "socks": any_colour(False, random) if random.random() < 0.5 else None,
            "sleeve": float(random.choice([0.25, 0.55, 0.7, 1.3, 1.9])),
            "leg": float(random.choice([0.7, 1.0, 1.5, 1.85, 1.95])),
            "hem": float(random.uniform(-0.14, -0.04)),
            "shirt_loose": loose,
            "trousers_loose": max(trousers, 0.004),
        }
    )
    return person.model_copy(update={"look": look})


def any_colour(dark: bool, random: np.random.Generator) -> Colour:
    """A colour; a dark one is nearly black."""
    bright = random.uniform(*DARKNESS) if dark else random.uniform(0.05, 0.75)
    tint = random.dirichlet([3.0, 3.0, 3.0]) * 3
    return _colour(bright * (0.5 + 0.5 * tint))


def _colour(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Colour:
    red, green, blue = (round(float(value), 3) for value in values.clip(0.004, 0.9))
    return red, green, blue
