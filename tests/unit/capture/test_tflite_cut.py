"""The model is cut at its custom operations, and a damaged file is only ever a plain error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.capture.models import load_models
from coach.capture.tflite_cut import TfliteFile

MODEL = load_models().mesh
FILE = TfliteFile(MODEL)
CUSTOM = [o for o in FILE.operations if o.custom]


def test_the_custom_operations_are_the_three_that_are_known() -> None:
    names = [o.custom for o in CUSTOM]
    assert {name: names.count(name) for name in names} == {
        "Landmarks2TransformMatrix": 3,
        "TransformTensorBilinear": 3,
        "TransformLandmarks": 5,
    }
    assert CUSTOM[0].options["subset_idxs"][:2] == [61, 146]


def test_a_part_keeps_only_what_its_outputs_need() -> None:
    part = TfliteFile(FILE.part(FILE.inputs, (FILE.outputs[-1],)))
    assert part.inputs == FILE.inputs
    assert part.outputs == (FILE.outputs[-1],)
    assert 0 < len(part.operations) < len(FILE.operations)
    assert not any(o.custom for o in part.operations)


def test_a_part_that_needs_a_custom_operation_is_refused() -> None:
    with pytest.raises(ValueError, match="a part that needs"):
        FILE.part(FILE.inputs, FILE.outputs)


def test_a_part_that_needs_another_input_is_refused() -> None:
    with pytest.raises(ValueError, match="input which is not named"):
        FILE.part((), (FILE.outputs[-1],))


@pytest.mark.parametrize("data", [b"", b"TFL3", b"no model at all", MODEL[:20], MODEL[:5000]])
def test_what_is_no_model_is_a_plain_error(data: bytes) -> None:
    with pytest.raises(ValueError, match="TensorFlow Lite model"):
        TfliteFile(data)


@given(st.integers(0, 3000), st.integers(0, 255))
def test_a_damaged_model_is_read_or_is_a_plain_error(place: int, value: int) -> None:
    data = bytearray(MODEL[:400_000])  # its tables lie at the end: most changes leave none
    data[place] = value
    with pytest.raises(ValueError, match=r"TensorFlow Lite model|more than one graph"):
        TfliteFile(bytes(data))
