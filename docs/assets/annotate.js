// Selected words of an article become an annotation: in `dossier serve` as YAML to copy, on the published site as a
// filled form of an issue. Without a script nothing is missing but this.
(() => {
  const say = JSON.parse(document.querySelector("meta[name=site-words]").content);
  const desk = document.querySelector("[data-desk]");
  const forms = document.querySelector(".colophon")?.dataset.forms;
  const element = (tag, text, properties) => Object.assign(document.createElement(tag), { textContent: text, ...properties });

  // The form of an issue with some of its fields filled in.
  const form = (template, fields) => {
    const address = new URL(forms);
    address.search = new URLSearchParams({ template, ...fields }).toString();
    return address.href;
  };

  // The page's own link to report an error names the page; here also the place on it that one has followed.
  const report = document.querySelector(".colophon .report");
  const fill = () => {
    const address = new URL(report.href);
    address.searchParams.set("page", location.href);
    report.href = address.href;
  };
  if (report) {
    fill();
    report.addEventListener("click", fill);
  }

  const published = forms ? document.querySelectorAll(".passage .words") : [];
  if (!desk && !published.length) return;

  // What a reader sees of a character that cannot be seen is no part of the article.
  const plain = (text) => text.replace(/\[U\+[0-9A-F]{4,}\]/g, "");
  const bare = (text) => text.replace(/\s+/g, "");

  // A quote never begins or ends inside a number or a word.
  const LETTER = /[A-Za-z\u00c0-\u024f]/;
  const DIGIT = /[\d.,\u3007\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u4e07\u842c\u4ebf\u5104\u5146\u4e24\u5169]/;
  const joined = (one, other) =>
    Boolean(one && other) && ((LETTER.test(one) && LETTER.test(other)) || (DIGIT.test(one) && DIGIT.test(other)));
  const widened = (text, start, end) => {
    while (start < end && /\s/.test(text[start])) start += 1;
    while (end > start && /\s/.test(text[end - 1])) end -= 1;
    while (start > 0 && joined(text[start - 1], text[start])) start -= 1;
    while (end < text.length && joined(text[end - 1], text[end])) end += 1;
    return [start, end];
  };

  // The part of a selection that lies in one line of the article; nothing if none does.
  const partIn = (line, range) => {
    if (!range.intersectsNode(line)) return null;
    const whole = document.createRange();
    whole.selectNodeContents(line);
    const part = range.cloneRange();
    if (whole.compareBoundaryPoints(Range.START_TO_START, range) > 0) part.setStart(whole.startContainer, whole.startOffset);
    if (whole.compareBoundaryPoints(Range.END_TO_END, range) < 0) part.setEnd(whole.endContainer, whole.endOffset);
    const before = document.createRange();
    before.setStart(whole.startContainer, whole.startOffset);
    before.setEnd(part.startContainer, part.startOffset);
    const text = line.textContent;
    const [start, end] = widened(text, before.toString().length, before.toString().length + part.toString().length);
    return start < end ? { line, text, start, end } : null;
  };

  const partsOf = (lines, range) => [...lines].map((line) => partIn(line, range)).filter(Boolean);

  const count = (text, words) => text.split(words).length - 1;

  // The words around them that make their place unique.
  const beside = (part, lines) => {
    const all = [...lines].map((line) => bare(plain(line.textContent)));
    const at = all.slice(0, [...lines].indexOf(part.line)).join("").length + bare(plain(part.text.slice(0, part.start))).length;
    const text = all.join("");
    const words = bare(plain(part.text.slice(part.start, part.end)));
    if (count(text, words) < 2) return [];
    for (const reach of [6, 12, 24, 48]) {
      const before = text.slice(Math.max(at - reach, 0), at);
      if (before && count(text, before + words) === 1) return [["prefix", before]];
    }
    for (const reach of [6, 12, 24, 48]) {
      const after = text.slice(at + words.length, at + words.length + reach);
      if (after && count(text, words + after) === 1) return [["suffix", after]];
    }
    return [];
  };

  // The values or names that lie in the selected part.
  const inPart = (part, key) => {
    const found = new Map();
    for (const mark of part.line.querySelectorAll(`[data-${key}]`)) {
      const before = document.createRange();
      before.setStart(part.line, 0);
      before.setEndBefore(mark);
      const start = before.toString().length;
      if (part.start <= start && start + mark.textContent.length <= part.end) found.set(mark.textContent, mark.dataset[key]);
    }
    return [...found];
  };

  const yamlOf = (part, lines) => {
    const made = ["- quote: |-", `    ${plain(part.text.slice(part.start, part.end))}`];
    for (const [key, words] of beside(part, lines)) made.push(`  ${key}: ${JSON.stringify(words)}`);
    if (part.line.closest("[lang]").lang !== "en") made.push("  # translation: into English");
    const names = inPart(part, "name");
    if (names.length) made.push(`  # names: ${names.map(([words, id]) => `${words} = ${id}`).join(", ")}`);
    const values = inPart(part, "value");
    if (values.length) made.push("  # claims:", ...values.map(([, said]) => `  #   - …: ${said}`));
    return [`# line ${part.line.dataset.line}`, ...made].join("\n");
  };

  const button = element("button", "", { className: "annotate-button", type: "button", hidden: true });
  const panel = element("dialog", "", { className: "annotate-panel" });
  panel.setAttribute("aria-label", say.title);
  const output = element("textarea", "", { readOnly: true, rows: 12, spellcheck: false });
  output.setAttribute("aria-label", say.title);
  const copy = element("button", say.copy, { type: "button" });
  const close = element("button", say.close, { type: "button" });
  panel.append(output, copy, close);
  document.body.append(button, panel);

  copy.addEventListener("click", async () => {
    output.select();
    await navigator.clipboard?.writeText(output.value);
    copy.textContent = say.copied;
  });
  close.addEventListener("click", () => panel.close());

  const annotate = (parts, lines) => {
    output.value = `${parts.map((part) => yamlOf(part, lines)).join("\n\n")}\n`;
    copy.textContent = say.copy;
    panel.showModal();
  };

  const propose = (parts) => {
    const quote = parts.map((part) => plain(part.text.slice(part.start, part.end))).join("\n");
    const page = new URL(location.href);
    page.hash = parts[0].line.closest(".passage").id;
    return form("annotation.yml", { page: page.href, quote });
  };

  // The button follows the selection; a mouse and a keyboard both reach it.
  let chosen = null;
  const offer = () => {
    const selection = document.getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const whole = desk ? desk.querySelectorAll("[data-line]") : [];
    const mine = range ? partsOf(whole, range) : [];
    const theirs = range && !mine.length ? partsOf(published, range) : [];
    chosen = mine.length ? () => annotate(mine, whole) : theirs.length ? () => window.open(propose(theirs), "_blank", "noopener") : null;
    button.hidden = !chosen;
    if (!chosen) return;
    button.textContent = mine.length ? say.annotate : say.propose;
    const box = range.getBoundingClientRect();
    button.style.top = `${Math.min(Math.max(box.bottom + 8, 8), innerHeight - 48)}px`;
    button.style.left = `${Math.min(Math.max(box.left, 8), innerWidth - 200)}px`;
  };
  document.addEventListener("selectionchange", offer);
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => chosen?.());
})();
