// Only what moves. Every page can be read without it.

// A dialog without a name is silent to a screen reader: name each note that opens.
const assets = document.currentScript.src;
const names = JSON.parse(document.querySelector("meta[name=site-words]").content);
const nameDialog = (dialog) =>
  dialog.setAttribute("aria-label", dialog.querySelector(".footnote-backref") ? names.note : names.preview);

new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) if (node.matches?.("[role=dialog]")) nameDialog(node);
}).observe(document.body, { childList: true });

// A heading is heard without the sign for its address, which the table of contents gives too;
// a number in the text is heard as the mark of a note.
for (const sign of document.querySelectorAll(".headerlink"))
  Object.assign(sign, { ariaHidden: "true", tabIndex: -1 });
for (const mark of document.querySelectorAll(".footnote-ref")) mark.setAttribute("role", "doc-noteref");

// The theme's menu button is a label, which no keyboard reaches.
const drawer = document.querySelector("#__drawer");
const opener = document.querySelector(".md-header__button[for=__drawer]");
const menu = document.createElement("button");
const tellMenu = () => menu.setAttribute("aria-expanded", String(drawer.checked));
if (drawer && opener) {
  Object.assign(menu, { type: "button", ariaLabel: names.menu });
  menu.append(...opener.childNodes);
  opener.append(menu);
  menu.addEventListener("click", () => {
    drawer.click();
    if (drawer.checked) document.querySelector(".md-sidebar--primary a[href]:not(.md-logo)")?.focus();
  });
  drawer.addEventListener("change", tellMenu);
  tellMenu();
}

// Escape puts away what has opened, until one comes to a mark again.
const showNotes = (shown) => {
  for (const note of document.querySelectorAll(".md-tooltip2")) note.hidden = !shown;
};
for (const coming of ["focusin", "pointerover"])
  addEventListener(coming, ({ target }) => target.matches?.(".footnote-ref, [data-preview]") && showNotes(true));
addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  showNotes(false);
  if (!drawer?.checked) return;
  drawer.click();
  menu.focus();
});

// Where a finger taps, a footnote opens in place instead of leading to the foot of the page.
if (matchMedia("(hover: none)").matches)
  for (const mark of document.querySelectorAll(".footnote-ref"))
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      mark.focus();
    });

// Another edition opens at the place where one reads: what has an address has the same in all of them.
const placeRead = () => {
  if (scrollY < innerHeight / 4) return "";
  const marks = [...document.querySelectorAll("article [id]")].filter(
    ({ id, offsetParent }) => offsetParent && !id.startsWith("_") && !id.includes(":"),
  );
  const top = (mark) => mark.getBoundingClientRect().top;
  const aimed = marks.find(({ id }) => `#${id}` === decodeURIComponent(location.hash));
  if (aimed && top(aimed) >= 0 && top(aimed) < innerHeight) return aimed.id;
  return marks.filter((mark) => top(mark) < innerHeight / 4).at(-1)?.id ?? "";
};
for (const link of document.querySelectorAll(".md-select__link"))
  link.addEventListener("click", () => {
    link.hash = placeRead();
  });

// The timeline shows the events of one person or organisation.
for (const filters of document.querySelectorAll(".filters")) {
  const events = document.querySelectorAll(".timeline .event");
  const choice = filters.querySelector("select");
  filters.hidden = false;
  choice?.addEventListener("change", () => {
    for (const event of events)
      event.hidden = choice.value !== "" && !(event.dataset.who ?? "").split(" ").includes(choice.value);
    for (const list of document.querySelectorAll("h2 + .timeline"))
      list.previousElementSibling.hidden = !list.querySelector(".event:not([hidden])");
  });
}

// At the address of a single line, what cites the page cites that line.
const whole = document.querySelector("link[rel=canonical]")?.href;
const citeLine = () => {
  const line = /^#c-[\w-]+$/.test(location.hash) ? location.hash : "";
  for (const sheet of document.querySelectorAll("details.cite")) {
    const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const [before, ...rest] = texts.currentNode.data.split(whole);
      const after = rest.map((text) => whole + line + text.replace(/^#c-[\w-]+/, ""));
      if (rest.length) texts.currentNode.data = before + after.join("");
    }
  }
};
if (whole) {
  addEventListener("hashchange", citeLine);
  citeLine();
}

// What a link leads to may lie in a box that is folded: open it.
const unfold = () => {
  const there = document.getElementById(location.hash.slice(1));
  const folded = [];
  for (let box = there?.closest("details:not([open])"); box; box = box.parentElement.closest("details:not([open])"))
    folded.push(box);
  for (const box of folded) box.open = true;
  if (folded.length) there.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();

// The search loads when one first comes to it: by a click, by the keyboard, by the key "/".
const find = document.querySelector(".find");
if (find) {
  const words = find.querySelector("input");
  const loadSearch = () => import(new URL("search.js", assets)).then(({ start }) => start(find, names));
  words.addEventListener("focus", loadSearch, { once: true });
  const openSearch = (open) => {
    find.classList.toggle("find--open", open);
    if (open) words.focus();
  };
  find.querySelector(".find__open").addEventListener("click", () => openSearch(true));
  find.querySelector(".find__close").addEventListener("click", () => {
    openSearch(false);
    find.querySelector(".find__open").focus();
  });
  addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    openSearch(true);
  });
}
