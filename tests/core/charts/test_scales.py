"""Values to pixels and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herwidget.core.charts.scales import BandScale, LinearScale

ends = st.tuples(st.floats(-2000, 2000), st.floats(1, 3000))
linear = st.builds(
    lambda values, pixels, down: (
        LinearScale(values[0], values[0] + values[1], pixels[0] + pixels[1], pixels[0])
        if down
        else LinearScale(values[0], values[0] + values[1], pixels[0], pixels[0] + pixels[1])
    ),
    ends,
    ends,
    st.booleans(),
)
bands = st.builds(lambda count, pixels: BandScale(count, pixels[0], sum(pixels)), st.integers(1, 4000), ends)


@given(linear, st.floats(0, 1))
def test_a_pixel_leads_back_to_its_value(scale: LinearScale, share: float) -> None:
    value = scale.low + share * (scale.high - scale.low)
    assert scale.value_at(scale.at(value)) == pytest.approx(value, abs=1e-6)
    pixel = scale.start + share * (scale.end - scale.start)
    assert scale.at(scale.value_at(pixel)) == pytest.approx(pixel, abs=1e-6)


def test_a_scale_may_run_down() -> None:
    scale = LinearScale(1, 5, 152, 12)
    assert (scale.at(1), scale.at(3), scale.at(5)) == (152, 82, 12)
    assert scale.value_at(82) == 3


@given(bands, st.data())
def test_a_band_is_found_in_its_middle_and_within_its_edges(scale: BandScale, data: st.DataObject) -> None:
    band = data.draw(st.integers(0, scale.count - 1))
    inside = scale.edge(band + data.draw(st.floats(0.01, 0.99)))
    assert scale.band_at(scale.centre(band)) == scale.band_at(inside) == band
    assert scale.edge(0) == scale.start and scale.edge(scale.count) == pytest.approx(scale.end)


@given(bands, st.floats(0.01, 1000))
def test_beside_the_bands_there_is_none(scale: BandScale, beside: float) -> None:
    assert scale.band_at(scale.start - beside) is None
    assert scale.band_at(scale.end + beside) is None
