// What the theme's search box leaves out. The words never leave this browser: what stands
// behind # in an address is not sent to a server.
{
  const box = document.querySelector(".md-search__input");
  const toggle = document.getElementById("__search");
  const everywhere = document.querySelector(".ita-search-all");
  const lead = () => {
    if (everywhere) everywhere.href = `${everywhere.dataset.root}#${new URLSearchParams({ q: box.value })}`;
  };
  lead();

  // The theme's script comes when somebody reaches for the search; it waits for a page to be ready.
  const later = document.querySelector("script[type='text/later']");
  const fetchTheme = () => {
    if (!later?.isConnected) return;
    const theme = document.createElement("script");
    theme.src = later.dataset.src;
    theme.onload = () => document.dispatchEvent(new Event("DOMContentLoaded"));
    later.replaceWith(theme);
  };
  document.documentElement.classList.replace("no-js", "js");
  toggle?.addEventListener("change", fetchTheme);
  for (const reach of ["focusin", "pointerdown", "pointerover"]) {
    for (const part of document.querySelectorAll(".md-search, label[for=__search]")) part.addEventListener(reach, fetchTheme);
  }

  // The theme hears keys alone: not a pasted or spoken word, nor one that a phone suggests.
  const search = () => box.dispatchEvent(new Event("keyup"));
  box?.addEventListener("input", lead);
  box?.addEventListener("input", search);

  // What people come for is offered as long as nothing is found.
  const offers = document.querySelector(".ita-search-offers");
  const found = document.querySelector(".md-search-result__list");
  if (offers) new MutationObserver(() => { offers.hidden = found.firstChild; }).observe(found, { childList: true });

  const asked = new URLSearchParams(location.hash.slice(1)).get("q");
  if (box && asked) {
    history.replaceState(null, "", location.pathname);
    toggle.click();
    box.value = asked;
    box.focus();
    search();
  }
}
