// What every page does once it is there. In one file, for each costs a phone a request; in words that
// a browser of 2018 reads (tests/unit/site/test_old_browsers.py), for messengers open links in such.

// The button for light, dark or as the device has it; nothing is remembered. It stands in for the
// theme's script, which pages made from facts fetch only for their search.
{
  const choices = [...document.querySelectorAll(".md-option")];
  const buttons = [...document.querySelectorAll("label[for^=__palette_]")];
  const isDark = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    const chosen = Math.max(0, choices.findIndex(({ checked }) => checked));
    const device = `(prefers-color-scheme: ${isDark.matches ? "dark" : "light"})`;
    const shown = chosen ? choices[chosen] : choices.find(({ dataset }) => dataset.mdColorMedia === device);
    document.body.dataset.mdColorScheme = shown.dataset.mdColorScheme;
    buttons.forEach((button, at) => { button.hidden = at !== chosen; });
  };
  if (choices.length) {
    for (const choice of choices) choice.addEventListener("change", show);
    isDark.addEventListener("change", show);
    show();
  }
}

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
    if (!later || !later.isConnected) return;
    const theme = document.createElement("script");
    theme.src = later.dataset.src;
    theme.onload = () => document.dispatchEvent(new Event("DOMContentLoaded"));
    later.replaceWith(theme);
  };
  document.documentElement.classList.replace("no-js", "js");
  if (toggle) toggle.addEventListener("change", fetchTheme);
  for (const reach of ["focusin", "pointerdown", "pointerover"]) {
    for (const part of document.querySelectorAll(".md-search, label[for=__search]")) part.addEventListener(reach, fetchTheme);
  }

  // The theme hears keys alone: not a pasted or spoken word, nor one that a phone suggests.
  const search = () => box.dispatchEvent(new Event("keyup"));
  for (const heard of box ? [lead, search] : []) box.addEventListener("input", heard);

  // What people come for is offered as long as nothing is found.
  const offers = document.querySelector(".ita-search-offers");
  const found = document.querySelector(".md-search-result__list");
  if (offers) offers.addEventListener("click", () => toggle.click()); // One may lead to a place on this very page.
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

// A page grows older after it was built. What stands in it for the days after a date is
// shown from then on, and what stood in its place is hidden. Days are those of Thailand.
{
  const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
  for (const part of document.querySelectorAll("[data-ita-after]")) {
    if (part.dataset.itaAfter < today) part.hidden = !part.hidden;
  }
}

// What the theme leaves to the mouse. It opens the drawer and the search with labels, which no
// key reaches: each gets a real button. Without scripts the labels and their checkboxes remain.
{
  const drawer = document.querySelector(".md-sidebar--primary");
  const opened = {};

  for (const name of ["drawer", "search"]) {
    const toggle = document.getElementById(`__${name}`);
    const label = document.querySelector(`.md-header label[for="__${name}"].md-header__button`);
    if (!toggle || !label) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", label.title);
    button.append(...label.childNodes);
    label.append(button);
    const tell = () => button.setAttribute("aria-expanded", toggle.checked);
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", tell);
    tell();
    opened[name] = { toggle, button };
  }

  const close = ({ toggle, button }) => {
    if (toggle.checked) toggle.click();
    button.focus();
  };

  // Opened with a key, the drawer takes the focus; left with a key, it closes and covers nothing.
  if (drawer && opened.drawer) {
    const { toggle, button } = opened.drawer;
    button.addEventListener("click", (event) => {
      const first = drawer.querySelector("a, summary");
      if (event.detail === 0 && toggle.checked && first) first.focus();
    });
    drawer.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !drawer.contains(relatedTarget) && toggle.checked) toggle.click();
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const one of Object.values(opened)) if (one.toggle.checked) setTimeout(close, 0, one);
    } else if (event.key.length === 1 && !event.target.closest(".md-search")) {
      // WCAG 2.1.4: the theme's shortcuts of one letter fire for who speaks to the machine.
      event.stopPropagation();
    }
  });
}

// Buttons that need a script: without one they stay hidden. What few use is fetched when its button
// is pressed; an address is copied at once, for a browser allows that only while it is pressed.
{
  const here = document.currentScript.src;
  const speech = window.speechSynthesis;
  const show = (tool) => document.querySelectorAll(`[data-ita-tool=${tool}]`).forEach((button) => { button.hidden = false; });
  show("text");
  if (navigator.clipboard) show("copy");

  // A voice of this device: another would send the text away.
  const listen = () => speech.getVoices().some(({ lang, localService }) => localService && lang.startsWith("th")) && show("listen");
  if (speech && speech.addEventListener) {
    speech.addEventListener("voiceschanged", listen);
    listen();
  }

  try {
    document.documentElement.style.fontSize = sessionStorage.getItem("ita-text");
  } catch (shut) {
    // There is no storage.
  }

  document.addEventListener("click", async ({ target }) => {
    const tool = target.closest("[data-ita-tool], .ita-permalink");
    if (!tool) return;
    const name = tool.dataset.itaTool || "copy";
    if (name !== "copy") return (await import(new URL(`tools/${name}.js`, here))).default(tool);
    const way = tool.parentElement.querySelector("a[href*='?url=']");
    const address = way ? new URL(way.href).searchParams.get("url") : tool.href;
    const said = await navigator.clipboard.writeText(address).then(() => "คัดลอกแล้ว", () => address);
    tool.parentElement.querySelectorAll("output").forEach((earlier) => earlier.remove());
    tool.after(Object.assign(document.createElement("output"), { textContent: said }));
  });
}

// Pages come open; a phone folds what is deep, but for a link into it, #all and paper.
{
  const isPhone = matchMedia("(max-width: 43.9em)").matches;
  const folds = [...document.querySelectorAll(".ita-fold")];
  const openAll = () => folds.forEach((fold) => { fold.open = true; });
  const named = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (broken) {
      return null;
    }
  };
  const follow = () => {
    const place = named();
    if (!place) return;
    if (place.id === "all") openAll();
    for (let at = place; at; at = at.parentElement) if (at.localName === "details") at.open = true;
    place.scrollIntoView();
  };
  const shut = [];
  if (isPhone) folds.forEach((fold) => { fold.open = false; });
  addEventListener("beforeprint", () => { shut.push(...folds.filter((fold) => !fold.open)); openAll(); });
  addEventListener("afterprint", () => shut.splice(0).forEach((fold) => { fold.open = false; }));
  addEventListener("hashchange", follow);
  follow();
}
