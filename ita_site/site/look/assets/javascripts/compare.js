/* Two to four agencies beside each other, as the reader chooses, and the order of the tables.
   The choice stands in the address. Without scripts every agency is in a table all the same. */
(() => {
  "use strict";
  const panel = document.querySelector("[data-chosen]");
  if (!panel) return;

  const MOST = 4;
  const note = panel.querySelector("[role=status]");
  const cards = panel.querySelector("div");
  const root = new URL(panel.dataset.root, location.href);
  const told = new URLSearchParams(location.search);
  const boxes = () => document.querySelectorAll(".ita-choose input");
  let chosen = [...new Set((told.get("with") || "").split(","))].filter((slug) => /^[a-z0-9-]+$/.test(slug)).slice(0, MOST);

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  /* The table's row of an agency: on this page, or on that of its province. */
  const fetched = new Map();
  const get = (address, read) => {
    if (!fetched.has(address)) fetched.set(address, fetch(address).then((answer) => (answer.ok ? answer.text() : "")).then(read));
    return fetched.get(address);
  };
  const provinceOf = (slug, { provinces }) => {
    const found = provinces.find(([, , districts]) => districts.some(([, agencies]) => agencies.some(([name]) => name === slug)));
    return found && found[0];
  };
  const rowOf = async (slug) => {
    const here = document.getElementById(`agency-${slug}`);
    if (here || !panel.dataset.index) return here && { slug, row: here, page: location.href };
    const province = provinceOf(slug, await get(new URL(panel.dataset.index, location.href).href, JSON.parse));
    if (!province) return null;
    const page = new URL(`provinces/${province}/${panel.dataset.below}`, root).href;
    const row = (await get(page, (text) => new DOMParser().parseFromString(text, "text/html"))).getElementById(`agency-${slug}`);
    return row && { slug, row, page };
  };

  const copied = (node, page) => {
    const copy = document.importNode(node, true);
    for (const link of [copy, ...copy.querySelectorAll("[href]")]) {
      if (link.hasAttribute("href")) link.setAttribute("href", new URL(link.getAttribute("href"), page).href);
    }
    return copy;
  };
  const card = ({ slug, row, page }) => {
    const group = row.closest("section").dataset;
    const made = element("article", "", "ita-card");
    const heading = made.appendChild(element("h3"));
    heading.append(copied(row.querySelector("th > a"), page));
    const facts = made.appendChild(element("dl", "", "ita-chosen__facts"));
    const labels = { คะแนน: `คะแนน ITA ปี ${group.result}`, มาตรการ: `มาตรการปี ${group.covered}`, กำลังทำ: "มาตรการที่กำลังทำ", เกณฑ์: "เกณฑ์ที่ครบ" };
    for (const cell of row.querySelectorAll("td[data-label]")) {
      facts.append(element("dt", labels[cell.dataset.label] || cell.dataset.label));
      facts.appendChild(element("dd")).append(...copied(cell.firstElementChild, page).childNodes);
    }
    const name = heading.textContent;
    const leave = made.appendChild(element("button", "เอาออก"));
    leave.type = "button";
    leave.append(element("span", ` ${name}`, "ita-hidden"));
    leave.addEventListener("click", () => choose(chosen.filter((one) => one !== slug)));
    return made;
  };

  const judged = (rows, missing) => {
    const of = (name) => [...new Set(rows.map(({ row }) => row.closest("section").dataset[name]))];
    const without = missing.length ? ` ${missing.length} หน่วยงานที่เลือกไม่มีข้อมูลในตารางนี้` : "";
    if (rows.length < 2) return `เลือกอีกอย่างน้อย ${2 - rows.length} หน่วยงาน รวมได้ถึง ${MOST}${without}`;
    const [results, rules, covered] = [of("result"), of("rule"), of("covered")];
    const scored = rows.filter(({ row }) => row.querySelector("td:nth-of-type(1) b")).length;
    if (scored < 2) return `คะแนนเทียบกันไม่ได้ เพราะเว็บไซต์นี้มีคะแนนของหน่วยงานที่เลือก${scored ? "เพียงแห่งเดียว" : "ไม่ครบสองแห่ง"}${without}`;
    if (results.length > 1) return `คะแนนเทียบกันไม่ได้ เพราะเป็นผลคนละปี (${results.sort().join(", ")})${without}`;
    if (rules.length > 1) return `คะแนนเทียบกันไม่ได้ เพราะใช้เกณฑ์คนละชุด${without}`;
    if (!rules[0]) return `คะแนนเทียบกันไม่ได้ เพราะยังไม่ทราบเกณฑ์ของผลปี ${results[0]}${without}`;
    return `คะแนนเทียบกันได้ เพราะเป็นผลปี ${results[0]} และใช้เกณฑ์เดียวกัน${covered.length > 1 ? " แต่มาตรการเป็นของคนละปี" : ""}${without}`;
  };

  const bar = document.body.appendChild(element("p", "", "ita-choice ita-screen md-typeset"));
  const count = bar.appendChild(element("span"));
  bar.append(" ");
  bar.appendChild(element("a", "ดูเทียบกัน", "ita-button")).href = "#chosen";

  let seen = false;
  new IntersectionObserver(([{ isIntersecting }]) => {
    seen = isIntersecting;
    bar.hidden = panel.hidden || seen;
  }).observe(panel);

  let latest = 0;
  const mark = () => {
    for (const one of boxes()) {
      one.closest("label").hidden = false;
      one.checked = chosen.includes(one.value);
      one.disabled = !one.checked && chosen.length >= MOST;
    }
  };
  const show = async () => {
    const turn = ++latest;
    mark();
    panel.hidden = !chosen.length;
    bar.hidden = panel.hidden || seen;
    count.textContent = `เลือกแล้ว ${chosen.length} จาก ${MOST}`;
    const found = await Promise.all(chosen.map((slug) => rowOf(slug).catch(() => null)));
    if (turn !== latest) return;
    const rows = found.filter(Boolean);
    cards.textContent = "";
    cards.append(...rows.map(card));
    note.textContent = judged(rows, chosen.filter((slug) => !rows.some((one) => one.slug === slug)));
  };

  /* Commas stay as they are: the address is read out and typed. */
  const withChoice = (address) => {
    const made = new URL(address, location.href);
    made.searchParams.delete("with");
    if (chosen.length) made.search += `${made.search ? "&" : "?"}with=${chosen.join(",")}`;
    return made;
  };
  const remember = () => {
    const first = chosen.find((slug) => document.getElementById(`agency-${slug}`));
    const address = withChoice(location.href);
    address.hash = first ? `agency-${first}` : "";
    history.replaceState(history.state, "", address);
    for (const link of document.querySelectorAll(".ita-crumbs a, .ita-ways a")) link.href = withChoice(link.href);
  };
  const choose = (slugs) => { chosen = slugs.slice(0, MOST); remember(); return show(); };

  document.addEventListener("ita-found", mark); /* find.js shows rows of its own */
  document.addEventListener("change", ({ target }) => {
    if (!target.closest(".ita-choose")) return;
    choose(target.checked ? [...chosen, target.value] : chosen.filter((slug) => slug !== target.value));
  });
  panel.querySelector("[data-chosen-clear]").addEventListener("click", () => choose([]));
  panel.querySelector("[data-chosen-copy]").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      note.textContent = "คัดลอกลิงก์แล้ว";
    } catch (refused) {
      note.textContent = `คัดลอกจากตรงนี้ ${location.href}`;
    }
  });
  show();
  if (chosen.length) {
    remember();
    addEventListener("load", () => requestAnimationFrame(() => panel.scrollIntoView())); /* after the row that the address names */
  }

  /* By score as the table stands, or by name. */
  for (const sort of document.querySelectorAll("[data-sort]")) {
    const body = sort.closest("section").querySelector("tbody");
    const byScore = [...body.rows];
    const byName = [...byScore].sort((one, other) => one.querySelector("th a").textContent.localeCompare(other.querySelector("th a").textContent, "th"));
    const buttons = [...sort.querySelectorAll("button")];
    const order = (by) => {
      for (const button of buttons) button.setAttribute("aria-pressed", button.dataset.sortBy === by);
      body.append(...(by === "name" ? byName : byScore));
    };
    for (const button of buttons) {
      button.addEventListener("click", () => {
        const address = new URL(location.href);
        order(button.dataset.sortBy);
        if (button.dataset.sortBy === "name") address.searchParams.set("sort", "name"); else address.searchParams.delete("sort");
        history.replaceState(history.state, "", address);
      });
    }
    if (told.get("sort") === "name") order("name");
    sort.hidden = false;
  }
})();
