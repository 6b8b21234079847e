// The search of an edition. Its words are those of build_tools/website/search_words.py: the two change together.

const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const [NAME, END] = ["\u01c2", "\u01c3"];
const LONGEST = 60;
const SHOWN = 8; // results at a time
const MOST = 8; // words of a query that are looked up one by one

// A number as a word, its point moved to the right.
const moved = (digits, places) => {
  const [whole, part = ""] = digits.split(".");
  const all = part.padEnd(places, "0");
  const rest = all.slice(places).replace(/0+$/, "");
  return ((whole + all.slice(0, places)).replace(/^0+/, "") || "0") + (rest && `d${rest}`);
};

const pairs = (run) => run.slice(1).map((one, at) => run[at] + one);

export class Folding {
  constructor({ characters, scales, percent }) {
    const any = (words) =>
      [...words]
        .sort((one, other) => other.length - one.length)
        .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&") + (/^[a-z]/.test(word) ? "(?![a-z])" : ""))
        .join("|");
    this.characters = new Map(Object.entries(characters));
    this.scales = scales;
    const after = `(?: ?(?:(?<percent>${any(percent)})|(?<scale>${any(Object.keys(scales))})))?`;
    const number = `(?<number>[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?)${after}`;
    this.pattern = new RegExp(`${number}|(?<han>[${HAN}]+)|(?<word>(?:(?![${HAN}])[\\p{L}\\p{N}])+)`, "gu");
  }

  // A text as it is looked up, and where each of its characters comes from.
  fold(text) {
    const plain = [];
    const from = [];
    let at = 0;
    for (const one of text) {
      const bare = one.normalize("NFKD").replace(/\p{Mn}/gu, "").normalize("NFC").toLowerCase();
      for (const letter of bare) {
        const folded = this.characters.get(letter) ?? letter;
        plain.push(folded);
        for (let unit = 0; unit < folded.length; unit++) from.push([at, at + one.length]);
      }
      at += one.length;
    }
    return { plain: plain.join(""), from };
  }

  number({ number, scale, percent }) {
    const digits = number.replaceAll(",", "").slice(0, LONGEST);
    if (percent) return `${moved(digits, 0)}pct`;
    return scale ? `${moved(digits, this.scales[scale])}x` : moved(digits, 0);
  }

  // The words of a query.
  words(query) {
    const { plain } = this.fold(query);
    const words = [];
    let unit = "";
    for (const { groups, index, 0: all } of plain.matchAll(this.pattern)) {
      if (groups.number) {
        const next = [...plain.slice(index + all.length, index + all.length + 2)][0] ?? "";
        unit = !groups.scale && !groups.percent && new RegExp(`[${HAN}]`, "u").test(next) ? next : "";
        words.push(this.number(groups) + unit);
      } else if (groups.han) {
        const run = [...(unit && groups.han.startsWith(unit) ? groups.han.slice(unit.length) : groups.han)];
        words.push(...(run.length > 1 ? pairs(run) : run));
        unit = "";
      } else words.push([...groups.word].slice(0, LONGEST).join(""));
    }
    return [...new Set(words)];
  }

  // A query as one word that whole names are found by.
  name(query) {
    const parts = [...this.fold(query).plain.matchAll(this.pattern)].map(({ groups, 0: all }) =>
      groups.number ? this.number(groups) : all,
    );
    return NAME + [...parts.join("")].slice(0, LONGEST).join("");
  }

  // Where the words of a query, or words that begin so, stand in a text.
  places(text, words) {
    const { plain, from } = this.fold(text);
    const found = [];
    const add = (word, start, whole) => {
      const which = words.find((one) => word.startsWith(one));
      const length = whole ?? which?.length;
      if (which) found.push({ which, start: from[start][0], end: from[start + length - 1][1] });
      return which;
    };
    for (const { groups, index, 0: all } of plain.matchAll(this.pattern)) {
      if (groups.number) {
        const next = plain.slice(index + all.length, index + all.length + 1);
        if (!add(this.number(groups), index, all.length))
          add(this.number({ number: groups.number }) + next, index, groups.number.length);
      } else if (groups.han) {
        let at = index;
        const run = [...groups.han];
        for (const [place, one] of run.entries()) {
          add(one + (run[place + 1] ?? ""), at);
          at += one.length;
        }
      } else add(groups.word, index);
    }
    return found;
  }
}

// Places that overlap or touch, as one.
const joined = (places) =>
  places.reduce((done, { start, end }) => {
    const last = done.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else done.push({ start, end });
    return done;
  }, []);

// The pages of the index that have the words of a query, best first: those of this name, those whose name begins
// so, those with all the words, those with some of them.
const ranked = async (index, folding, query) => {
  const words = folding.words(query);
  const look = async (given) => (await index.search(given)).results;
  if (!words.length) return { ids: [], words };
  const name = folding.name(query);
  const called = (await look(name + END)).slice(0, 3);
  const named = await look(name);
  const all = await look(words.join(" "));
  const some = new Map();
  if (words.length > 1 && all.length < SHOWN)
    for (const word of words.slice(0, MOST))
      for (const { id, score } of await look(word)) some.set(id, (some.get(id) ?? 0) + score);
  const others = [...some].sort(([, one], [, other]) => other - one).map(([id]) => ({ id }));
  const found = [...called, ...named.slice(0, 2), ...all, ...named, ...others];
  return { ids: [...new Set(found.map(({ id }) => id))], words };
};

const SENTENCE = /[^。！？]*[。！？]?/gu;
const ROOM = 150; // letters of a sentence that are shown

// The sentence of a page with most words of the query, and the section that it stands in.
const sentence = (folding, sections, words) => {
  let best = { count: 0, anchor: "", text: sections[0]?.[2][0] ?? "", places: [] };
  for (const [anchor, , lines] of sections)
    for (const line of lines)
      for (const [said] of line.matchAll(SENTENCE)) {
        const text = said.trim();
        const places = folding.places(text, words);
        const count = new Set(places.map(({ which }) => which)).size;
        if (count > best.count) best = { count, anchor, text, places };
      }
  return best;
};

const element = (tag, css, parts) => {
  const made = document.createElement(tag);
  made.className = css;
  made.append(...parts);
  return made;
};

// A text with marks, its middle alone where it is long. What it holds is text and nothing else.
const marked = (text, places) => {
  const first = places[0]?.start ?? 0;
  const early = Math.max(0, Math.min(first - ROOM / 3, text.length - ROOM));
  const gap = text.indexOf(" ", early);
  const start = early && gap >= 0 && gap < first ? gap : Math.floor(early);
  const end = Math.min(text.length, start + ROOM);
  const parts = [start ? "…" : ""];
  let at = start;
  for (const place of joined(places)) {
    const [from, until] = [Math.max(at, place.start), Math.min(end, place.end)];
    if (from >= until) continue;
    parts.push(text.slice(at, from), element("mark", "", [text.slice(from, until)]));
    at = until;
  }
  return [...parts, text.slice(at, end), end < text.length ? "…" : ""];
};

// Pagefind goes by the language of the page when it is made, and would cut our words again where that is Chinese.
const uncut = (make) => {
  const page = document.documentElement;
  const { lang } = page;
  page.lang = "zz";
  try {
    return make();
  } finally {
    page.lang = lang;
  }
};

class Search {
  constructor(find, names) {
    Object.assign(this, { find, names, at: -1, ids: [], shown: 0, asked: "" });
    this.folder = new URL(find.dataset.index, location.href);
    this.edition = new URL("../", this.folder);
    this.input = find.querySelector("input");
    [this.out, this.said, this.list] = [".find__out", ".find__said", ".find__list"].map((css) =>
      find.querySelector(css),
    );
  }

  // What the search needs, loaded at the first word.
  load() {
    return (this.loading ??= (async () => {
      const [pagefind, folding] = await Promise.all([
        import(new URL("pagefind.js", this.folder)),
        fetch(new URL("folding.json", this.folder)).then((found) => found.json()),
      ]);
      this.folding = new Folding(folding);
      return uncut(() => pagefind.createInstance({ ranking: { pageLength: 0, termFrequency: 0 } }));
    })());
  }

  async look() {
    const asked = this.input.value;
    if (asked === this.asked) return;
    this.asked = asked;
    if (!asked.trim()) return this.show(asked, [], []);
    try {
      const { ids, words } = await ranked(await this.load(), this.folding, asked);
      if (asked === this.asked) await this.show(asked, ids, words);
    } catch (fault) {
      this.loading = undefined;
      this.say(this.names.unsearchable);
      console.warn(fault);
    }
  }

  async show(asked, ids, words) {
    Object.assign(this, { ids, words });
    const options = await this.options(0);
    if (asked !== this.asked) return;
    this.list.replaceChildren(...options);
    this.shown = SHOWN;
    this.say(ids.length ? this.names.found.replace("{count}", ids.length) : asked.trim() && this.names.nothing);
    this.list.hidden = !ids.length;
    this.out.dataset.asked = asked;
    this.open(asked.trim() !== "");
  }

  say(words) {
    this.said.textContent = words;
  }

  open(open) {
    this.out.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open && this.ids.length > 0));
    this.go(-1);
  }

  // The next options, and one that adds more.
  async options(from) {
    const some = this.ids.slice(from, from + SHOWN);
    const made = await Promise.all(some.map((id) => this.option(id)));
    if (this.ids.length > from + SHOWN) {
      const more = element("a", "find__more", [this.names.more]);
      more.href = "#";
      more.addEventListener("click", (event) => {
        event.preventDefault();
        this.more();
      });
      made.push(more);
    }
    for (const [place, one] of made.entries())
      Object.assign(one, { id: `found-${from + place}`, role: "option", tabIndex: -1, ariaSelected: "false" });
    return made;
  }

  async more() {
    const last = this.list.lastElementChild;
    const options = await this.options(this.shown);
    last.replaceWith(...options);
    this.go(this.shown);
    this.shown += SHOWN;
  }

  async option(id) {
    const [address, title, kind, sections] = await (await fetch(new URL(`results/${id}.json`, this.folder))).json();
    const { anchor, text, places } = sentence(this.folding, sections, this.words);
    const made = element("a", "find__option", [
      element("span", "find__title", marked(title, this.folding.places(title, this.words))),
      " ",
      kind ? element("span", "find__kind", [kind]) : "",
      element("span", "find__sentence", marked(text, places)),
    ]);
    made.href = new URL(address, this.edition);
    made.hash = anchor;
    return made;
  }

  go(at) {
    const options = [...this.list.children];
    this.at = options.length ? Math.min(at, options.length - 1) : -1;
    for (const [place, one] of options.entries()) one.ariaSelected = String(place === this.at);
    const active = options[this.at];
    if (active) this.input.setAttribute("aria-activedescendant", active.id);
    else this.input.removeAttribute("aria-activedescendant");
    active?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    if (event.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.out.hidden && this.input.value.trim()) this.open(true);
      this.go(key === "ArrowDown" ? this.at + 1 : Math.max(this.at - 1, -1));
    } else if (key === "Enter") {
      event.preventDefault();
      (this.list.children[this.at] ?? this.list.children[0])?.click();
    } else if (key === "Escape") {
      event.preventDefault();
      if (this.out.hidden) this.find.querySelector(".find__close").click();
      else this.open(false);
    }
  }
}

export const start = (find, names) => {
  const search = new Search(find, names);
  search.input.addEventListener("input", () => search.look());
  search.input.addEventListener("keydown", (event) => search.key(event));
  search.input.addEventListener("focus", () => search.open(search.input.value.trim() !== ""));
  find.addEventListener("focusout", ({ relatedTarget }) => find.contains(relatedTarget) || search.open(false));
  search.look();
};
