"""Small charts as SVG.

Each stands beside its figures in words, so who hears the page is spared the drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_site.figures.status import Tally

GAP = 0.6


def bar(score: Decimal, target: Decimal | None, *, weak: bool) -> Markup:
    """A score of 0 to 100 as a bar, with a line at the target."""
    kind = " ita-bar--weak" if weak else ""
    mark = f'<path class="ita-bar__target" d="M{target} 0v10"/>' if target is not None else ""
    return Markup(  # noqa: S704 - numbers only
        f'<svg class="ita-bar{kind}" viewBox="0 0 100 10" preserveAspectRatio="none"'
        ' aria-hidden="true" focusable="false"><path class="ita-bar__track" d="M0 2h100v6H0z"/>'
        f'<path class="ita-bar__value" d="M0 2h{score}v6H0z"/>{mark}</svg>'
    )


def meter(tally: Tally) -> Markup:
    """The measures by standing as one bar, each part as wide as its share."""
    parts: list[str] = []
    at = 0.0
    for standing, count in tally.present:
        width = 100 * count / tally.total
        drawn = max(width - GAP, 0.4)
        parts.append(f'<path class="ita-meter__{standing.value}" d="M{at:.2f} 5h{drawn:.2f}"/>')
        at += width
    return Markup(  # noqa: S704 - numbers and our own codes only
        '<svg class="ita-meter" viewBox="0 0 100 10" preserveAspectRatio="none"'
        f' aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    )
