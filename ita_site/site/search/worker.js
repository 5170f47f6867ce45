// The search behind the theme's box: finds a word anywhere in a text, since Thai puts no
// spaces between words. The messages are the theme's: 0 set up, 1 ready, 2 query, 3 result.
"use strict";

const SECTIONS_SHOWN = 3, TEASERS = 90, TEASER_LINES = 2, BEFORE = 50, LONGEST = 160;

// A query without what does not tell words apart.
const tidy = query => query.toLowerCase()
  .replace(/[๐-๙]/g, digit => digit.charCodeAt() - 0xe50)
  .replace(/เเ/g, "แ")
  .replace(/ํ([่-๋]?)า|([่-๋])ํา|ำ([่-๋])/g, "$1$2$3ำ")
  .replace(/([่-์])([ัิ-ฺ็])/g, "$2$1")
  .replace(/(^|\s)([a-z])[ .-](?=\d)/g, "$1$2")
  .replace(/(\d[./:])(?=\d)|[^\p{L}\p{M}\d\s]/gu, "$1");

// How a text may spell a letter, or a letter with its mark.
const spellings = part =>
  /\d/.test(part) ? `[${part}${String.fromCharCode(0xe50 + +part)}]`
  : part == "แ" ? "(?:แ|เเ)"
  : /ำ/.test(part) ? part.replace(/(.?)ำ/, "(?:$1ำ|ำ$1|ํ$1า|$1ํา)")
  : part[1] ? `(?:${part}|${part[1]}${part[0]})`
  : part.replace(".", "\\.");

// What may stand between two of them: a comma in a number, else spaces, dots and the like.
const between = (one, other) => /\d\d/.test(one + other)
  ? "[,\u200b-]?" : "[\xa0\xad\u200b-\u200d\u2060 .,/()'\"“”–-]{0,3}";

const pattern = word => word.match(/[่-๋]?ำ|[ัิ-ฺ็][่-์]|./g)
  .map((part, at, parts) => (at ? between(parts[at - 1], part) : "") + spellings(part)).join("");

// A word in which one vowel or tone is wrong, missing or too much: after the first such, all is as written.
const MARK = "[ะ-ฺเ-๎]?";
const loose = word => {
  let rest = "", open = "";
  for (const letter of [...word].reverse()) {
    const one = spellings(letter);
    open = `(?:${one}${open}|${MARK}${RegExp(MARK.slice(0, -1)).test(letter) ? "" : one}${rest})`;
    rest = one + rest;
  }
  return word[3] ? open : pattern(word);
};

// What people say and pages call otherwise; a word is known whatever its tones.
const key = word => tidy(word).replace(/[่-๋์ ]/g, "");
const learn = groups => {
  known = new Map();
  for (const [said, written, page] of groups || []) {
    const told = written.split(" ").filter(Boolean);
    for (const word of told) known.set(key(word), known.get(key(word)) || { word, told: [] });
    for (const word of said.split(" ")) known.set(key(word), { word, told, page });
  }
};
const ask = (word, source = pattern(word), name = key(word)) => {
  const { told = [], page } = known.get(name) || {};
  return { source, page, wide: [source, ...told.map(other => pattern(tidy(other)))].join("|") };
};
const askLoosely = (word, begun = RegExp(`^${loose(key(word))}`)) =>
  ask(word, loose(word), [...known.keys()].find(name => begun.test(name)));
// The known words within a query that as a whole stands nowhere, the longest first.
const within = query => {
  let left = key(query);
  return [...known.keys()].filter(word => word[2]).sort((one, other) => other.length - one.length)
    .filter(word => left != (left = left.split(word).join(" "))).map(word => ask(tidy(known.get(word).word)));
};

const pagesOf = ({ docs, words }) => {
  const pages = {};
  learn(words);
  for (const doc of docs) {
    const [location, anchor] = doc.location.split("#");
    const page = pages[location] = pages[location] || { location, title: doc.title, text: "", sections: [] };
    if (anchor) page.sections.push(doc); else Object.assign(page, doc);
  }
  return Object.values(pages);
};

const search = (pages, asked, every = "every") => {
  if (!asked[0]) return [];
  const sources = asked.map(({ source }) => source), wide = asked.map(word => word.wide).join("|");
  const words = asked.map(word => RegExp(word.wide, "i")), first = asked.map(({ page }) => page);
  const exact = sources.map(source => RegExp(source, "i"));
  const alone = sources.map(source => RegExp(`(^|[^\\wก-๛])${source}(?![\\wก-๛])`, "i"));
  const points = (text, at) => words[at].test(text) && (alone[at].test(text) ? 6 : exact[at].test(text) ? 5 : 3);

  // What a page's title and agency say holds for its sections as well.
  const rate = (doc, context) => {
    const own = words.map((_, at) =>
      30 * points(doc.names || "", at) || 20 * points(doc.title, at) || points(doc.text, at));
    const sum = own.reduce((one, other) => one + other, 0);
    return { doc, own, score: own.every((hits, at) => hits || context[at]) ? sum : sum / 1e4 };
  };
  const rated = page => {
    const context = words.map(word => word.test([page.title, page.agency]));
    const [self, ...rest] = [page, ...page.sections].map(doc => rate(doc, context));
    const hits = rest.filter(({ score }) => score).sort((one, other) => other.score - one.score);
    const best = hits.length && hits[0].score, isFirst = first.includes(page.location);
    const leads = isFirst || self.score > best || !best;
    const sections = hits.filter(({ score }) => score > best / 100);
    const isFound = isFirst || words[every]((_, at) => context[at] || [self, ...hits].some(({ own }) => own[at]));
    return isFound ? [{ self, sections, leads, score: (isFirst && 1e4) + (leads ? self.score : best) }] : [];
  };

  const hit = RegExp(`((?:${wide})[ัิ-ฺ็-๎]*)`, "i");
  const mark = text => text.split(hit).map((part, at) => {
    const safe = part.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt()};`);
    return at % 2 ? `<mark>${safe}</mark>` : safe;
  }).join("");
  const cut = line => {
    const from = Math.max(0, line.search(hit) - BEFORE), part = line.slice(from, from + LONGEST);
    const begun = from ? part.replace(/^\S{0,40} |^[ัิ-ฺ็-๎]*/, "…") : part;
    return mark(line[from + LONGEST] ? begun.replace(/( \S{0,40})?$/, "…") : begun);
  };
  const teaser = text => {
    const lines = text.split("\n"), hits = lines.filter(line => hit.test(line));
    return (hits[0] ? hits : lines).slice(0, TEASER_LINES).map(cut).join(" · ");
  };
  let left = TEASERS;
  const show = ({ location, title, text, tags }, score, isTold = left-- > 0) =>
    ({ location, title: mark(title), text: isTold ? teaser(text) : "", tags: tags && tags.map(mark), score, terms: {} });

  // The theme opens the sections that score no less than the first, and folds the rest.
  return pages.flatMap(rated).sort((one, other) => other.score - one.score).map(page => {
    const { self, sections, leads, score } = page;
    const parent = show(self.doc, leads ? score : 0, leads && left-- > 0);
    const others = sections.map(({ doc }, at) => show(doc, leads || at >= SECTIONS_SHOWN ? -1 : score));
    return leads ? [parent, ...others] : [...others, parent];
  });
};

// The index is fetched when somebody searches: the one of the agency or province that the fragment
// of this file's own address names, else the whole site's; a large portal lists its agencies apart.
const get = (file, base = `${location.hash.slice(1)}search/`) =>
  fetch(new URL(`../../../${base}${file}`, location)).then(answer => answer.json());
const named = ({ kinds, provinces }) => provinces.flatMap(([, place, districts]) =>
  districts.flatMap(([district, all]) => all.filter(([slug]) => slug).map(([slug, name, kind]) => ({
    location: `${slug}/`, title: name.replace("=", kinds[kind][1]), text: `${district} ${place}`,
    agency: kinds[kind][2].map(said => name.replace("=", said)).join(" "), sections: [],
  }))));
const load = () => get("search_index.json").then(async index => [
  ...pagesOf(index), ...index.agencies ? named(await get(index.agencies)) : [],
]).catch(() => { pages = undefined; });

// As it is written; else with one slip forgiven; else the words in it that are known.
const find = (pages, query) => {
  const words = query.match(/\S+/g);
  for (const [asked, every] of [
    [() => words.map(word => ask(word))], [() => words.map(word => askLoosely(word))],
    [() => within(query), "some"],
  ]) {
    const found = search(pages, asked(), every);
    if (found[0]) return found;
  }
  return [];
};

let pages, known, latest = 0;

onmessage = async ({ data: { type, data } }) => {
  if (!type) {
    pages = pagesOf(data);
    return postMessage({ type: 1 });
  }
  const asked = ++latest, query = tidy(data).trim(), all = query ? await (pages = pages || load()) : [];
  if (all && asked == latest) postMessage({ type: 3, data: { items: query ? find(all, query) : [] } });
};
postMessage({ type: 1 });
