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
  opened.drawer?.button.addEventListener("click", (event) => {
    if (event.detail === 0 && opened.drawer.toggle.checked) drawer?.querySelector("a, summary")?.focus();
  });
  drawer?.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !drawer.contains(relatedTarget) && opened.drawer?.toggle.checked) opened.drawer.toggle.click();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const one of Object.values(opened)) if (one.toggle.checked) setTimeout(close, 0, one);
    } else if (event.key.length === 1 && !event.target.closest(".md-search")) {
      event.stopPropagation(); // WCAG 2.1.4: the theme's shortcuts of one letter fire for who speaks to the machine.
    }
  });
}
