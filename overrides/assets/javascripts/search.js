// What the theme's search box leaves out. The words never leave this browser: what stands
// behind # in an address is not sent to a server.
{
  const box = document.querySelector(".md-search__input");
  const everywhere = document.querySelector(".ita-search-all");
  const lead = () => {
    if (everywhere) everywhere.href = `${everywhere.dataset.root}#${new URLSearchParams({ q: box.value })}`;
  };
  lead();

  // The theme hears keys alone: not a pasted or spoken word, nor one that a phone suggests.
  const search = () => box.dispatchEvent(new Event("keyup"));
  box?.addEventListener("input", lead);
  box?.addEventListener("input", search);

  const asked = new URLSearchParams(location.hash.slice(1)).get("q");
  if (box && asked) {
    history.replaceState(null, "", location.pathname);
    document.getElementById("__search").click();
    box.value = asked;
    box.focus();
    search();
  }
}
