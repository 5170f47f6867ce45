// A page grows older after it was built. What stands in it for the days after a date is
// shown from then on, and what stood in its place is hidden. Days are those of Thailand.
{
  const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
  for (const part of document.querySelectorAll("[data-ita-after]")) {
    if (part.dataset.itaAfter < today) part.hidden = !part.hidden;
  }
}
