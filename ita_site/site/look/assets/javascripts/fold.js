// Pages come open; a phone folds what is deep, but for a link into it, #all and paper.
{
  const isPhone = matchMedia("(max-width: 43.9em)").matches;
  const set = (open) => document.querySelectorAll(".ita-fold").forEach((fold) => { fold.open = open; });
  const follow = () => {
    const name = location.hash.slice(1);
    const named = name && document.getElementById(name);
    if (!named) return;
    if (name === "all") set(true);
    for (let at = named; at; at = at.parentElement) if (at.localName === "details") at.open = true;
    named.scrollIntoView();
  };
  set(!isPhone);
  addEventListener("beforeprint", () => set(true));
  addEventListener("afterprint", () => set(!isPhone));
  addEventListener("hashchange", follow);
  follow();
}
