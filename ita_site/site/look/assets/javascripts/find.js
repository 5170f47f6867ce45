/* The box that finds something among what a page lists. Without scripts it stays hidden, and the list is whole. */
(() => {
  "use strict";
  const box = document.querySelector("[data-find]");
  const list = document.querySelector("[data-find-list]");
  if (!box || !list) return;

  const input = box.querySelector("input");
  const status = box.querySelector("[data-find-status]");
  const short = [box.dataset.find, "จ.=จังหวัด,อ.=อำเภอ,ต.=ตำบล"].filter(Boolean).join(",").split(",").map((pair) => pair.split("="));
  for (const [start, full] of [...short]) {
    if (start.length > 3) short.push([start.slice(0, -1), full]); /* อบต without its dot; ทต or อ may begin a word */
  }

  /* The same letters for what looks the same: digits, ำ in two parts, เเ for แ, marks in another order. */
  const plain = (text) => text.toLowerCase().normalize("NFC")
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
    .replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e20))
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
    .replace(/\u0e33([\u0e48-\u0e4b])/g, "$1\u0e33")
    .replace(/([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e37])/g, "$2$1")
    .replace(/เเ/g, "แ");
  const joined = (text) => plain(text).replace(/[\s.]+/g, "");

  /* The words asked for, with อบต. and the like in full. */
  const words = (text) => plain(text).trim().split(/\s+/).filter(Boolean).map((word) => {
    const [start, full] = short.find(([start]) => word.startsWith(start)) || ["", ""];
    return joined(full + word.slice(start.length));
  });

  const groups = [...list.querySelectorAll("[data-find-group]")];
  const open = new Map(groups.filter((group) => group.open !== undefined).map((group) => [group, group.open]));
  const items = [...list.querySelectorAll("[data-find-item]")].map((item) => {
    let text = item.textContent;
    for (let group = item.closest("[data-find-group]"); group; group = group.parentElement.closest("[data-find-group]")) {
      text += " " + group.dataset.findGroup;
    }
    return { item, text: joined(text) };
  });

  const find = () => {
    const asked = words(input.value);
    let found = 0;
    for (const { item, text } of items) {
      item.hidden = !asked.every((word) => text.includes(word));
      found += item.hidden ? 0 : 1;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-find-item]:not([hidden])");
      if (open.has(group)) group.open = asked.length ? !group.hidden : open.get(group);
    }
    if (!asked.length) status.textContent = "";
    else if (found) status.textContent = `พบ ${found} จาก ${items.length} ${box.dataset.unit}`;
    else status.textContent = `ไม่พบ “${input.value.trim()}” ${box.dataset.hint}`;
  };

  for (const [group] of open) {
    group.addEventListener("toggle", () => { if (!input.value.trim()) open.set(group, group.open); });
  }
  input.addEventListener("input", find);
  addEventListener("pageshow", find); /* the browser may have kept what was typed */
  box.hidden = false;

  /* An address that names something folded opens it. */
  const unfold = () => {
    const named = document.getElementById(location.hash.slice(1));
    if (named instanceof HTMLDetailsElement) named.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
