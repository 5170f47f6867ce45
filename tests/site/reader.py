"""A reader with a browser, who notes whatever a quiet site does not do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Screen:
    """A window, and what its owner prefers."""

    width: int
    height: int
    scheme: Scheme = "light"
    scale: float = 1

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}" + (f"-x{self.scale}" if self.scale != 1 else "")

    def dark(self) -> Screen:
        """The same at night."""
        return Screen(self.width, self.height, "dark", self.scale)


PHONE, DESK = Screen(360, 740), Screen(1280, 900)
SCREENS = (PHONE, PHONE.dark(), DESK, DESK.dark())


AT_REST = """() => document.fonts.status === "loaded" && (
  !document.querySelector(".md-search-result__meta") ||
  document.querySelector(".md-search-result__meta").textContent.trim() !== "กำลังเริ่มต้นการค้นหา")"""
"""Fonts are there, and the search, which starts last, is ready."""


TRACES = """async () => Object.entries({
  localStorage: localStorage.length,
  sessionStorage: sessionStorage.length,
  "the window's name": window.name.length,
  indexedDB: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  "service workers": (await navigator.serviceWorker.getRegistrations()).length,
}).filter(([, count]) => count).map(([place]) => place)"""
"""Where a page could keep something, and does."""

REFUSALS = """addEventListener("securitypolicyviolation", refusal =>
  refusedByPolicy(`${refusal.effectiveDirective} ${refusal.blockedURI} ${refusal.sample}`))"""


@dataclass
class Reader:
    """One window on the site at `home`. `complaints` gathers what went wrong, page by page."""

    home: str
    context: BrowserContext
    page: Page
    wait: Literal["load", "networkidle"]
    complaints: list[str] = field(default_factory=list)
    _address: str = ""

    def open(self, address: str, status: int = 200) -> None:
        """Load a page until it is at rest."""
        self._address = address
        response = self.page.goto(self.home + address, wait_until=self.wait)
        assert response is not None
        if response.status != status:
            self.note(f"status {response.status}")
        if self.wait == "load":
            self.page.wait_for_function(AT_REST)
            self.look_for_traces()

    def look_for_traces(self) -> None:
        """Note whatever the page that is open left in the browser."""
        if cookies := self.context.cookies():
            self.note(f"cookies {cookies}")
        for place in self.ask(TRACES):
            self.note(f"stored in {place}")

    def note(self, complaint: str) -> None:
        """Keep a complaint about the page that is open."""
        self.complaints.append(f"/{self._address}: {complaint}")

    def ask(self, script: str, argument: object = None) -> Any:  # noqa: ANN401 - what the script gives
        """Run a function in the page."""
        return self.page.evaluate(script, argument)

    def watch(self) -> None:
        """Listen to the window."""
        self.context.expose_function("refusedByPolicy", lambda what: self.note(f"refused {what}"))
        self.context.add_init_script(REFUSALS)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.note(f"error {error}"))
        self.context.on("request", lambda request: self._look(request.url))
        self.context.on("response", self._answered)

    def _hear(self, message: ConsoleMessage) -> None:
        is_page_itself = message.location.get("url") == self.page.url
        if message.type in ("error", "warning") and not is_page_itself:
            self.note(f"console {message.type} {message.text}")

    def _look(self, url: str) -> None:
        own = urlsplit(self.home).netloc
        if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).netloc != own:
            self.note(f"asks {url}")

    def _answered(self, response: Response) -> None:
        is_page_itself = response.request.is_navigation_request()
        if response.status >= 400 and not is_page_itself:
            self.note(f"{response.status} {response.url}")


def reader(browser: Browser, home: str, screen: Screen, *, scripts: bool = True) -> Reader:
    """Open a fresh window."""
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        color_scheme=screen.scheme,
        device_scale_factor=screen.scale,
        java_script_enabled=scripts,
        locale="th-TH",
    )
    wait = "load" if scripts else "networkidle"  # Without scripts no page can be asked.
    window = Reader(home, context, context.new_page(), wait)
    window.watch()
    return window
