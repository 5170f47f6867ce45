// The box that finds something among what a page lists, or among what it fetches when asked.
// What is asked stands in the address. Without scripts the box stays hidden, and the list is whole.
(() => {
  "use strict";
  const box = document.querySelector("[data-find]");
  if (!box) return;

  const MOST = 60;
  const list = document.querySelector("[data-find-list]");
  const away = document.querySelector("[data-find-away]");
  const input = box.querySelector("input");
  const choices = [...box.querySelectorAll("[data-find-by]")];
  const status = box.querySelector("[data-find-status]");
  const short = [box.dataset.find, "จ.=จังหวัด,อ.=อำเภอ,ต.=ตำบล"].filter(Boolean).join(",").split(",").map((pair) => pair.split("="));
  for (const [start, full] of [...short]) {
    // อบต without its dot; ทต or อ may begin a word
    if (start.length > 3) short.push([start.slice(0, -1), full]);
  }

  // The same letters for what looks the same: digits, ำ in two parts, เเ for แ, marks in another order.
  const plain = (text) => text.toLowerCase().normalize("NFC")
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
    .replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e20))
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
    .replace(/\u0e33([\u0e48-\u0e4b])/g, "$1\u0e33")
    .replace(/([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e37])/g, "$2$1")
    .replace(/เเ/g, "แ");
  const joined = (text) => plain(text).replace(/[\s.]+/g, "");

  // The words asked for, with อบต. and the like in full.
  const words = (text) => plain(text).trim().split(/\s+/).filter(Boolean).map((word) => {
    const [start, full] = short.find(([start]) => word.startsWith(start)) || ["", ""];
    return joined(full + word.slice(start.length));
  });

  const asked = () => {
    const wanted = words(input.value);
    const by = choices.filter((choice) => choice.value).map((choice) => [choice.name, choice.value]);
    return {
      any: wanted.length + by.length > 0,
      fits: (text, facts) => wanted.every((word) => text.includes(word))
        && by.every(([name, value]) => (facts[name] || "").split(name === "state" ? " " : "\n").includes(value)),
      named: (name) => wanted.every((word) => name.includes(word)),
    };
  };
  const say = (found, of, more) => {
    const number = (count) => count.toLocaleString("en");
    if (found) status.textContent = `พบ ${number(found)} จาก ${number(of)} ${box.dataset.unit}${more || ""}`;
    else status.textContent = input.value.trim() ? `ไม่พบ “${input.value.trim()}” ${box.dataset.hint}` : `ไม่มี${box.dataset.unit}ที่ตรงกับที่เลือก`;
  };

  // Among what stands on the page.
  const onPage = () => {
    const groups = [...list.querySelectorAll("[data-find-group]")];
    const open = new Map(groups.filter((group) => group.open !== undefined).map((group) => [group, group.open]));
    const items = [...list.querySelectorAll("[data-find-item]")].map((item) => {
      let text = item.textContent;
      for (let group = item.closest("[data-find-group]"); group; group = group.parentElement.closest("[data-find-group]")) {
        text += " " + group.dataset.findGroup;
      }
      return { item, text: joined(text) };
    });
    for (const [group] of open) {
      group.addEventListener("toggle", () => { if (!asked().any) open.set(group, group.open); });
    }
    return ({ any, fits }) => {
      let found = 0;
      for (const { item, text } of items) {
        item.hidden = !fits(text, item.dataset);
        found += item.hidden ? 0 : 1;
      }
      for (const group of groups) {
        group.hidden = !group.querySelector("[data-find-item]:not([hidden])");
        if (open.has(group)) group.open = any ? !group.hidden : open.get(group);
      }
      if (any) say(found, items.length); else status.textContent = "";
    };
  };

  // Among many more, which are fetched once somebody asks.
  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };
  const everyone = ({ kinds, states, provinces }) => {
    const all = [];
    for (const [province, placed, districts] of provinces) for (const [district, agencies] of districts) for (const [slug, written, kind, bits] of agencies) {
      const name = written.replace("=", kinds[kind][1]);
      const held = states.filter((state, at) => bits & (1 << at));
      const facts = { province, district, kind: kinds[kind][0], state: held.map(([value]) => value).join(" ") };
      all.push({ slug, name, where: [district, placed].filter(Boolean), held, facts, alone: joined(name), text: joined([name, ...kinds[kind][2].map((said) => written.replace("=", said)), kinds[kind][1], district, placed].join(" ")) });
    }
    return all;
  };
  const shown = ({ slug, name, where, held }, root) => {
    const row = element("li");
    const link = row.appendChild(slug ? element("a", name) : element("span", name, "ita-unit"));
    if (slug) link.href = `${root}${slug}/${box.dataset.below}`;
    for (const place of where) row.append(" ", element("small", place, "ita-phrase"));
    const told = row.appendChild(element("span", "", "ita-short ita-apart"));
    if (slug && box.dataset.choosing !== undefined) {
      const choice = row.appendChild(element("label", "", "ita-choose"));
      Object.assign(choice.appendChild(element("input")), { type: "checkbox", value: slug });
      choice.append(" เลือกเทียบ", element("span", ` ${name}`, "ita-hidden"));
    }
    for (const [value, label] of held) told.append(element("span", label, value === "overdue" ? "ita-late" : "ita-state"), " ");
    return row;
  };
  const far = () => {
    const results = box.parentNode.insertBefore(element("div", "", "ita-card ita-found"), box.nextSibling);
    const rows = results.appendChild(element("ul", "", "ita-rows"));
    const address = new URL(box.dataset.far, location.href);
    const root = new URL("..", address).href;
    let all;
    results.hidden = true;
    results.setAttribute("data-find-list", "");
    const show = ({ any, fits, named }, agencies) => {
      if (!any) return;
      const found = agencies.filter(({ text, facts }) => fits(text, facts));
      const first = found.filter(({ alone }) => named(alone)).concat(found.filter(({ alone }) => !named(alone)));
      rows.textContent = "";
      rows.append(...first.slice(0, MOST).map((one) => shown(one, root)));
      document.dispatchEvent(new Event("ita-found"));
      results.hidden = !found.length;
      say(found.length, agencies.length, found.length > MOST ? ` แสดง ${MOST} แห่งแรก พิมพ์เพิ่มหรือเลือกให้แคบลง` : "");
    };
    return (query) => {
      if (away) away.hidden = query.any;
      if (!query.any) { results.hidden = true; status.textContent = ""; return; }
      if (!all) {
        status.textContent = "กำลังโหลดรายชื่อ";
        all = fetch(address).then((answer) => answer.json()).then(everyone);
      }
      all.then((agencies) => show(asked(), agencies)).catch(() => {
        all = undefined;
        if (away) away.hidden = false;
        status.textContent = "โหลดรายชื่อไม่ได้ เลือกจากรายการข้างล่างแทนได้";
      });
    };
  };

  const find = box.dataset.far ? far() : list && onPage();
  if (!find) return;

  // What is asked stands in the address, so that it can be shared and is there on coming back.
  const controls = [input, ...choices];
  const remember = () => {
    const address = new URL(location.href);
    for (const { name, value } of controls) {
      if (!name) continue;
      if (value.trim()) address.searchParams.set(name, value.trim()); else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  };
  const told = new URLSearchParams(location.search);
  for (const control of controls) if (control.name && told.has(control.name)) control.value = told.get(control.name);
  for (const control of controls) control.addEventListener(control === input ? "input" : "change", () => { find(asked()); remember(); });
  // the browser may have kept what was typed
  addEventListener("pageshow", () => find(asked()));
  box.hidden = false;

  // An address that names something folded opens it.
  const unfold = () => {
    try {
      const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (named instanceof HTMLDetailsElement) named.open = true;
    } catch (broken) {} // no address of ours
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
