"""How a person looks: colours and the cut of the clothes."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

Colour = tuple[float, float, float]


class Look(BaseModel):
    """Colours (linear, 0..1) and cut of the clothes.

    `sleeve` and `leg` end on the limb: 1 is the elbow or knee, 2 the wrist or
    ankle. `hem` is the shirt's lower edge over the hips in metres;
    `shirt_loose` and `trousers_loose` how far the cloth stands off, in metres.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    skin: Colour
    hair: Colour
    shirt: Colour
    trousers: Colour
    socks: Colour | None = None
    sleeve: float = 0.5
    leg: float = 1.9
    hem: float = -0.06
    shirt_loose: float = 0.012
    trousers_loose: float = 0.008
    hair_depth: float = 0.014
    bun: bool = False
