"""Passing a page on: by a plain link, and by a button that copies its address."""

from __future__ import annotations

from tests.site.built import target
from tests.site.reader import PHONE

MEASURE = "2569/o26/"


def test_a_measures_address_is_copied_and_that_is_said(visit, own_home):
    window = visit(own_home, PHONE)
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    window.open(f"{MEASURE}#measure-fair-service")
    foot = window.page.locator("#measure-fair-service .ita-foot")
    foot.locator(".ita-permalink").click()
    foot.get_by_role("status").get_by_text("คัดลอกแล้ว").wait_for()
    copied = window.page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://ita.tuayang.example/2568/measures/fair-service/"
    origin = window.page.locator(".ita-trust")
    origin.locator("summary").click()
    origin.get_by_role("button", name="คัดลอกลิงก์").click()
    origin.get_by_role("status").get_by_text("คัดลอกแล้ว").wait_for()
    copied = window.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"https://ita.tuayang.example/{MEASURE}"
    assert window.complaints == []


def test_what_was_copied_leads_to_the_measure_without_scripts(browser, own_home):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{own_home}2568/measures/fair-service/")
    page.wait_for_url("**/2569/o26/#measure-fair-service")
    assert "#measure-fair-service" in page.url
    context.close()


def test_what_leads_on_is_a_whole_document_within_the_policy(own):
    assert len(own.leading_on) == 25
    for address in own.leading_on:
        page = own.soup(address)
        assert page.html["lang"] == "th"
        assert len(page.select("h1")) == 1
        assert page.select_one("meta[http-equiv=Content-Security-Policy]")
        assert not page.select("script, style, link")
        assert target(address, page.select_one("main a")["href"])[0] in own.pages
