// Reads the page aloud with a Thai voice of the device, part by part; pressed again, it falls silent.
const PARTS = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, summary, figcaption";
const UNSAID = ".ita-tools, .ita-crumbs, .ita-share, .ita-foot, nav";

const voice = () => speechSynthesis.getVoices().find(({ lang, localService }) => localService && lang.startsWith("th"));
const isShown = (part) => part.getClientRects().length > 0;

function texts() {
  const parts = [...document.querySelector("article").querySelectorAll(PARTS)];
  return parts
    .filter((part) => isShown(part) && !part.closest(UNSAID) && !part.querySelector(`${PARTS}, .ita-share`))
    .map((part) => part.innerText.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

export default function listen(button) {
  const label = button.firstElementChild;
  const hush = () => { speechSynthesis.cancel(); label.textContent = "ฟัง"; };
  if (speechSynthesis.speaking) return hush();
  label.textContent = "หยุดฟัง";
  addEventListener("pagehide", hush, { once: true });
  const said = texts().map((text) => Object.assign(new SpeechSynthesisUtterance(text), { lang: "th-TH", voice: voice() }));
  if (said.length) said[said.length - 1].onend = hush;
  said.forEach((one) => speechSynthesis.speak(one));
}
