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
  if (speech?.addEventListener) {
    speech.addEventListener("voiceschanged", listen);
    listen();
  }

  try {
    document.documentElement.style.fontSize = sessionStorage.getItem("ita-text");
  } catch {} // storage is shut

  document.addEventListener("click", async ({ target }) => {
    const tool = target.closest("[data-ita-tool], .ita-permalink");
    if (!tool) return;
    const name = tool.dataset.itaTool ?? "copy";
    if (name !== "copy") return (await import(new URL(`tools/${name}.js`, here))).default(tool);
    const way = tool.parentElement.querySelector("a[href*='?url=']");
    const address = way ? new URL(way.href).searchParams.get("url") : tool.href;
    const said = await navigator.clipboard.writeText(address).then(() => "คัดลอกแล้ว", () => address);
    tool.parentElement.querySelector("output")?.remove();
    tool.after(Object.assign(document.createElement("output"), { textContent: said }));
  });
}
