// Larger or smaller letters, until the window is closed. Pages on which somebody reports keep nothing.
const SIZES = ["", "145%", "160%", "175%"];

export default function resize(button) {
  const root = document.documentElement.style;
  const at = SIZES.indexOf(root.fontSize) + Number(button.dataset.step);
  root.fontSize = SIZES[Math.min(Math.max(at, 0), SIZES.length - 1)];
  if (document.querySelector("[data-ita-leave]")) return;
  try {
    if (root.fontSize) sessionStorage.setItem("ita-text", root.fontSize);
    else sessionStorage.removeItem("ita-text");
  } catch (shut) {
    // Storage is shut: this page alone is larger.
  }
}
