"""Target muscles as rounded blobs on the skin, given in the standing person."""

from typing import NamedTuple

import numpy as np

from backstride.figures.body.skeleton import ORDER, PLACES, SIDES, place
from backstride.figures.body.surface import star
from backstride.figures.drawing.contour import Mask
from backstride.figures.drawing.layers import belongs
from backstride.figures.drawing.raster import View

Triple = tuple[float, float, float]


class Blob(NamedTuple):
    """An ellipsoid around `center` with `radii`, carried by a joint, seen on the named lofts."""

    joint: str
    center: Triple
    radii: Triple
    lofts: tuple[str, ...]


RIGHT: dict[str, Blob] = {
    "glutes": Blob("pelvis", (-0.095, -0.100, 0.895), (0.090, 0.110, 0.090), ("trunk", "leg_R")),
    "piriformis": Blob("pelvis", (-0.085, -0.105, 0.915), (0.080, 0.100, 0.056), ("trunk", "leg_R")),
    "hamstrings": Blob("hip_R", (-0.050, -0.088, 0.665), (0.062, 0.120, 0.155), ("leg_R",)),
    "quads": Blob("hip_R", (0.060, -0.088, 0.680), (0.060, 0.110, 0.150), ("leg_R",)),
    "hip_flexor": Blob("hip_R", (0.075, -0.105, 0.840), (0.075, 0.085, 0.130), ("leg_R", "trunk")),
    "calf": Blob("knee_R", (-0.048, -0.088, 0.355), (0.050, 0.090, 0.112), ("leg_R",)),
    "abdominals": Blob("lumbar1", (0.085, -0.060, 1.045), (0.080, 0.105, 0.095), ("trunk",)),
    "obliques": Blob("lumbar2", (0.035, -0.135, 1.090), (0.085, 0.060, 0.105), ("trunk",)),
    "upper_back": Blob("thoracic2", (-0.100, -0.085, 1.300), (0.070, 0.080, 0.110), ("trunk",)),
    "low_back": Blob("lumbar2", (-0.090, -0.050, 1.060), (0.055, 0.075, 0.110), ("trunk",)),
    "hip_abductors": Blob("pelvis", (-0.005, -0.165, 0.935), (0.100, 0.075, 0.080), ("trunk", "leg_R")),
}


def _left(blob: Blob) -> Blob:
    x, y, z = blob.center
    lofts = tuple(name.replace("_R", "_L") for name in blob.lofts)
    return Blob(blob.joint.replace("_R", "_L"), (x, -y, z), blob.radii, lofts)


def _one(view: View, blob: Blob) -> Mask:
    frames = place(star()[None], "standing")
    joint = ORDER[blob.joint]
    standing = (view.rest - frames.places[0, joint]) @ frames.turns[0, joint] + PLACES[joint]
    offset = (standing - np.array(blob.center)) / np.array(blob.radii)
    return np.asarray((np.sum(np.abs(offset) ** 2.4, axis=-1) < 1.0) & belongs(view, *blob.lofts))


def mask(view: View, name: str) -> Mask:
    """Visible pixels of one muscle; a name without side means both sides."""
    part, _, side = name.rpartition("_")
    if side not in SIDES:
        return mask(view, f"{name}_R") | mask(view, f"{name}_L")
    blob = RIGHT[part]
    return _one(view, blob if side == "R" else _left(blob))
