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

const pagesOf = docs => {
  const pages = {};
  for (const doc of docs) {
    const [location, anchor] = doc.location.split("#");
    const page = pages[location] ??= { location, title: doc.title, text: "", sections: [] };
    if (anchor) page.sections.push(doc); else Object.assign(page, doc);
  }
  return Object.values(pages);
};

const search = (pages, sources) => {
  const words = sources.map(source => RegExp(source, "i"));
  const alone = sources.map(source => RegExp(`(^|[^\\wก-๛])${source}(?![\\wก-๛])`, "i"));
  const points = (text, at) => words[at].test(text) && (alone[at].test(text) ? 6 : 5);

  // What a page's title and agency say holds for its sections as well.
  const rate = (doc, context) => {
    const own = words.map((_, at) => 20 * points(doc.title, at) || points(doc.text, at));
    const sum = own.reduce((one, other) => one + other, 0);
    return { doc, own, score: own.every((hits, at) => hits || context[at]) ? sum : sum / 1e4 };
  };
  const rated = page => {
    const context = words.map(word => word.test([page.title, page.agency]));
    const [self, ...rest] = [page, ...page.sections].map(doc => rate(doc, context));
    const hits = rest.filter(({ score }) => score).sort((one, other) => other.score - one.score);
    const best = hits[0]?.score ?? 0, leads = self.score > best || !best;
    const sections = hits.filter(({ score }) => score > best / 100);
    const isFound = words.every((_, at) => context[at] || [self, ...hits].some(({ own }) => own[at]));
    return isFound ? [{ self, sections, leads, score: leads ? self.score : best }] : [];
  };

  const hit = RegExp(`((?:${sources.join("|")})[ัิ-ฺ็-๎]*)`, "i");
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
    ({ location, title: mark(title), text: isTold ? teaser(text) : "", tags: tags?.map(mark), score, terms: {} });

  // The theme opens the sections that score no less than the first, and folds the rest.
  return pages.flatMap(rated).sort((one, other) => other.score - one.score).map(page => {
    const { self, sections, leads, score } = page;
    const parent = show(self.doc, leads ? score : 0, leads && left-- > 0);
    const others = sections.map(({ doc }, at) => show(doc, leads || at >= SECTIONS_SHOWN ? -1 : score));
    return leads ? [parent, ...others] : [...others, parent];
  });
};

// The index is fetched when somebody searches: the one of the agency that the fragment of this
// file's own address names, else the whole site's.
const load = () => fetch(new URL(`../../../${location.hash.slice(1)}search/search_index.json`, location))
  .then(answer => answer.json()).then(({ docs }) => pagesOf(docs)).catch(() => { pages = undefined; });

let pages, latest = 0;

onmessage = async ({ data: { type, data } }) => {
  if (!type) {
    pages = pagesOf(data.docs);
    return postMessage({ type: 1 });
  }
  const asked = ++latest, sources = tidy(data).match(/\S+/g)?.map(pattern);
  const all = sources ? await (pages ??= load()) : [];
  if (all && asked == latest) postMessage({ type: 3, data: { items: sources ? search(all, sources) : [] } });
};
postMessage({ type: 1 });
