"""Larger letters and a voice, by the browser alone."""

from __future__ import annotations

from tests.site.reader import PHONE

VOICES = """
const voices = %s;
const said = window.said = [];
Object.defineProperty(window, "speechSynthesis", {value: Object.assign(new EventTarget(), {
  speaking: false,
  getVoices: () => voices,
  speak(one) { this.speaking = true; said.push([one.text, one.lang]); },
  cancel() { this.speaking = false; said.push("cancel"); },
})});
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
"""A device's voices: no machine that runs tests has any."""
THAI, ELSEWHERE = (
    VOICES % f"[{{lang: 'th-TH', localService: {here}}}]" for here in ("true", "false")
)


def size(window) -> float:
    return window.ask("() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")


def test_letters_grow_stay_large_on_the_next_page_and_shrink_again(visit, own_home):
    window = visit(own_home, PHONE)
    window.open("")
    before = size(window)
    larger = window.page.get_by_role("button", name="ตัวหนังสือใหญ่ขึ้น")
    for _ in range(5):
        larger.click()
    window.page.wait_for_function("() => document.documentElement.style.fontSize === '175%'")
    assert size(window) >= before * 1.35
    width = "() => document.documentElement.scrollWidth <= innerWidth"
    assert window.ask(width)
    window.page.goto(f"{own_home}2569/")
    assert window.ask("() => document.documentElement.style.fontSize") == "175%"
    smaller = window.page.get_by_role("button", name="ตัวหนังสือเล็กลง")
    for _ in range(3):
        smaller.click()
    window.page.wait_for_function("() => document.documentElement.style.fontSize === ''")
    window.look_for_traces()
    assert window.complaints == []


def test_where_somebody_reports_letters_grow_and_nothing_is_kept(visit, own_home):
    window = visit(own_home, PHONE)
    window.open("complaints/")
    window.page.get_by_role("button", name="ตัวหนังสือใหญ่ขึ้น").click()
    window.page.wait_for_function("() => document.documentElement.style.fontSize === '145%'")
    window.look_for_traces()
    assert window.complaints == []


def test_a_page_is_read_aloud_part_by_part_and_falls_silent(visit, own_home):
    window = visit(own_home, PHONE)
    window.context.add_init_script(THAI)
    window.open("2569/o26/#all")
    listen = window.page.get_by_role("button", name="ฟัง")
    listen.click()
    window.page.get_by_role("button", name="หยุดฟัง").click()
    window.page.wait_for_function("() => said.at(-1) === 'cancel'")
    said = window.ask("() => said.slice(0, -1)")
    assert said[0] == [window.page.locator("h1").inner_text().replace("\n", " "), "th-TH"]
    assert len(said) > 20
    assert not [text for text, _ in said if "คัดลอก" in text or "ก+" in text]
    assert window.complaints == []


def test_without_a_thai_voice_of_the_device_nobody_is_offered_one(visit, own_home):
    for voices in ("", ELSEWHERE):
        window = visit(own_home, PHONE)
        if voices:
            window.context.add_init_script(voices)
        window.open("")
        assert window.page.get_by_role("button", name="ฟัง").count() == 0
        assert window.page.get_by_role("button", name="ตัวหนังสือใหญ่ขึ้น").is_visible()


def test_without_scripts_no_button_is_there(visit, own_home):
    window = visit(own_home, PHONE, scripts=False)
    window.open("2569/")
    assert window.page.locator("[data-ita-tool]:visible").count() == 0


def test_on_the_english_page_the_sizes_of_letters_are_chosen_in_english(visit, own_home):
    window = visit(own_home, PHONE)
    window.open("en/")
    before = size(window)
    window.page.get_by_role("button", name="larger letters").click()
    window.page.wait_for_function("() => document.documentElement.style.fontSize")
    assert size(window) > before
    assert window.page.locator("[data-ita-tool=text]:not([lang=en])").count() == 0
