// Only what moves. Every page can be read without it.

// A dialog without a name is silent to a screen reader: name the search and each note that opens.
const words = document.documentElement.lang.startsWith("zh")
  ? { search: "搜索", note: "出处", preview: "预览" }
  : { search: "Search", note: "Source of this statement", preview: "Preview" };

const name = (element) => {
  const note = element.querySelector(".footnote-backref") || element.querySelector("q");
  element.setAttribute("aria-label", note ? words.note : words.preview);
};
document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", words.search);
new MutationObserver((changes) => {
  for (const change of changes)
    for (const node of change.addedNodes)
      if (node instanceof Element && node.matches("[role=dialog]")) name(node);
}).observe(document.body, { childList: true });

// A link to another page of the dossier shows the top of that page when pointed at.
for (const link of document.querySelectorAll("article a[href]:not([class])"))
  if (link.pathname !== location.pathname && link.origin === location.origin)
    link.setAttribute("data-preview", "");

// Where a finger taps, a footnote opens in place instead of leading to the foot of the page.
if (matchMedia("(hover: none)").matches)
  for (const mark of document.querySelectorAll(".footnote-ref"))
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      mark.focus();
    });
