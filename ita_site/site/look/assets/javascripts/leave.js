// Away at once: another page takes this one's place, so that “back” does not lead here.
document.addEventListener("click", (event) => {
  const way = event.target.closest("[data-ita-leave]");
  if (!way) return;
  event.preventDefault();
  document.documentElement.hidden = true;
  location.replace(way.href);
});
