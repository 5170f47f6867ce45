"""Pages of a province, which are filled again only where its agencies tell something else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ita_site.facts.model.agency import AgencyKind
from ita_site.facts.model.portal import Portal
from ita_site.rules.figures.status import Standing, Tally
from ita_site.site.build_cache import BuildCache
from ita_site.site.pages.portal_pages import portal_pages
from ita_site.site.pages.portal_view import FEW, PortalView
from ita_site.site.pages.summary import Met
from tests.unit.site.pages.test_portal import portal


def without_first(view: PortalView) -> PortalView:
    return replace(view, everyone=view.everyone[1:])


def told_of_first(view: PortalView, **told: object) -> PortalView:
    first, *others = view.everyone
    return replace(view, everyone=(replace(first, **told), *others))


def moved_to(view: PortalView, **place: str) -> PortalView:
    return told_of_first(view, who=replace(view.everyone[0].who, **place))


def reported(view: PortalView, **told: object) -> PortalView:
    newest, *others = view.everyone[0].years
    return told_of_first(view, years=(replace(newest, **told), *others))


@pytest.mark.parametrize(
    "change",
    [
        lambda view: view,
        without_first,
        lambda view: replace(view, everyone=view.everyone[: FEW + 1]),
        lambda view: replace(view, facts=Portal.model_validate({"name": "อีกชื่อ", "sample": "true"})),
        lambda view: moved_to(view, name="อบต.ชื่อใหม่"),
        lambda view: moved_to(view, district="เมืองใหม่"),
        lambda view: moved_to(view, province=view.everyone[1].who.province),
        lambda view: moved_to(view, kind=AgencyKind.CITY_MUNICIPALITY),
        lambda view: told_of_first(view, withheld=True, years=(), current_year=None),
        lambda view: told_of_first(view, has_address=False),
        lambda view: told_of_first(view, sample=True),
        lambda view: reported(view, overdue_count=7),
        lambda view: reported(view, total=Decimal("99.99")),
        lambda view: reported(view, year=2570),
        lambda view: reported(view, tally=Tally(tuple((it, 41) for it in Standing))),
        lambda view: reported(view, met=Met(9, 3, 2)),
    ],
)
def test_pages_filled_before_are_those_that_would_be_filled_now(tmp_path, change):
    first = portal(FEW + 20)
    bodies(replace(first, cache=BuildCache(tmp_path)))
    now = change(first)
    assert bodies(replace(now, cache=BuildCache(tmp_path))) == bodies(now)


def bodies(view: PortalView) -> dict[str, bytes]:
    return {page.address: page.artifact().content for page in portal_pages(view)}


def test_a_province_is_filled_again_only_where_its_own_agencies_tell_something_else(tmp_path):
    first = portal(FEW + 20)
    bodies(replace(first, cache=BuildCache(tmp_path)))
    kept = {*tmp_path.iterdir()}
    changed = reported(first, overdue_count=7)
    bodies(replace(changed, cache=BuildCache(tmp_path)))
    province = changed.everyone[0].who.place
    own = [at for at in bodies(changed) if at.startswith(f"provinces/{province}/")]
    assert len({*tmp_path.iterdir()} - kept) == len(own) > 0


def test_a_province_that_is_left_alone_is_filled_again(tmp_path):
    first = moved_to(portal(FEW + 2, province="ตาก"), province="ลำปาง")
    bodies(replace(first, cache=BuildCache(tmp_path)))
    now = without_first(first)
    assert (first.is_divided, now.is_divided) == (True, False)
    assert bodies(replace(now, cache=BuildCache(tmp_path))) == bodies(now)
