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
