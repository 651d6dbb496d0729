// Shows what the preview sends: the page of the edition in a frame of its own, in which the changed
// paragraph is scrolled to and marked, and beside it findings and pictures of pages of the book.
"use strict";

const byId = (id) => document.getElementById(id);
const MOST_MARKED = 50;
const MOST_OF_A_CODE = 3; // warnings that are listed one by one
const CONTAINERS = new Set(["SECTION", "DIV", "TABLE", "TBODY", "UL", "OL", "HEADER", "MAIN"]);
let current = null; // the frame that is seen
let number = 0; // of the page in it, or the one to come
let marked = []; // what is marked in it
let shownFindings = ""; // as they were told

function make(tag, text, name = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = name;
  return element;
}

/** The part of an element that differs from what it was, if a single one does. */
function narrowed(before, after) {
  while (before && CONTAINERS.has(after.tagName)
      && before.children.length === after.children.length) {
    const differing = [...after.children].filter(
      (child, place) => !child.isEqualNode(before.children[place]));
    if (differing.length !== 1) break;
    before = before.children[[...after.children].indexOf(differing[0])];
    after = differing[0];
  }
  return after;
}

/** What the page has for an id; the id of what stands before all paragraphs is empty. */
function place(page, id) {
  return id ? page.getElementById(id) : page.querySelector("header");
}

function unmark() {
  for (const element of marked) {
    element.style.removeProperty("outline");
    element.style.removeProperty("outline-offset");
  }
  marked = [];
}

function mark(ids, before) {
  unmark();
  const page = current.contentDocument;
  for (const id of ids.slice(0, MOST_MARKED)) {
    const after = place(page, id);
    if (!after) continue;
    const element = before ? narrowed(place(before, id), after) : after;
    marked.push(element);
    element.style.outline = "3px solid #d97706";
    element.style.outlineOffset = "3px";
  }
  if (marked.length) show(marked[0]);
}

function show(element) {
  const tall = element.getBoundingClientRect().height > current.clientHeight / 2;
  element.scrollIntoView({ block: tall ? "start" : "center" });
}

/** Loads the page beside the one that is seen, and changes them once it can be seen. */
function load(state) {
  const coming = document.createElement("iframe");
  coming.title = "Page of the edition";
  coming.className = "coming";
  // No scripts run in it, and it leads nowhere else; this script may reach into it.
  coming.setAttribute("sandbox", "allow-same-origin");
  coming.addEventListener("load", () => {
    if (state.number !== number) { coming.remove(); return; }
    const former = current;
    const before = former && former.contentDocument;
    const at = former ? former.contentWindow.scrollY : 0;
    if (former) unmark();
    current = coming;
    coming.contentWindow.scrollTo(0, at);
    mark(state.changed, before);
    coming.className = "";
    coming.dataset.number = state.number;
    if (former) former.remove();
    document.documentElement.dataset.number = state.number;
  }, { once: true });
  coming.src = state.page;
  byId("edition").append(coming);
}

function item(finding) {
  const element = make("li", "", finding.severity);
  const line = finding.line ? `:${finding.line}` : "";
  const what = [finding.file + line, finding.code, finding.severity].filter(Boolean).join(" ");
  element.append(make("span", `${what}: `, "what"), finding.message,
    make("span", finding.remedy, "remedy"));
  return element;
}

/** Many warnings with one code, of which only the first is open to view. */
function group(findings) {
  const element = item(findings[0]);
  const more = document.createElement("details");
  const list = document.createElement("ul");
  list.append(...findings.slice(1).map(item));
  more.append(make("summary", `and ${findings.length - 1} more of ${findings[0].code}`), list);
  element.append(more);
  return element;
}

function showFindings(findings) {
  const told = JSON.stringify(findings);
  if (told === shownFindings) return;
  shownFindings = told;
  const errors = findings.filter((finding) => finding.severity === "error");
  const warnings = findings.filter((finding) => finding.severity !== "error");
  const codes = [...new Set(warnings.map((finding) => finding.code))].map(
    (code) => warnings.filter((finding) => finding.code === code));
  byId("count").textContent = findings.length
    ? `${errors.length} errors, ${warnings.length} warnings` : "None";
  byId("findings").replaceChildren(...errors.map(item),
    ...codes.flatMap((same) => (same.length > MOST_OF_A_CODE ? [group(same)] : same.map(item))));
}

function showChanged(ids) {
  byId("unchanged").hidden = ids.length > 0;
  if (!ids.length) byId("unchanged").textContent = "No paragraph";
  byId("changed").replaceChildren(...ids.slice(0, MOST_MARKED).map((id, place) => {
    const item = make("li", "");
    const button = make("button", id || "title page");
    button.addEventListener("click", () => marked[place] && show(marked[place]));
    item.append(button);
    return item;
  }));
}

function showPictures(state) {
  const addresses = state.pictures.map((picture) => picture.address).join();
  const pictures = byId("pictures");
  pictures.className = state.note ? "older" : "";
  pictures.dataset.number = state.pictured;
  if (pictures.dataset.shown === addresses) return;
  pictures.dataset.shown = addresses;
  pictures.replaceChildren(...state.pictures.map((picture) => {
    const figure = document.createElement("figure");
    const image = document.createElement("img");
    image.alt = `Page ${picture.page} of the book as a picture; its text is in the page of the edition`;
    image.src = picture.address;
    figure.append(image, make("figcaption", `Page ${picture.page} of the file`));
    return figure;
  }));
}

function take(state) {
  showFindings(state.findings);
  byId("note").textContent = state.note;
  const stopped = state.findings.some((finding) => finding.severity === "error");
  byId("status").className = stopped ? "error" : "";
  byId("status").textContent = !state.current ? state.note
    : `Up to date${state.changed.length ? `; changed: ${state.changed[0] || "title page"}` : ""}`;
  if (state.current && state.number !== number) {
    number = state.number;
    showChanged(state.changed);
    load(state);
  }
  showPictures(state);
}

const events = new EventSource("/events");
events.addEventListener("message", (event) => take(JSON.parse(event.data)));
events.addEventListener("error", () => {
  number = 0; // another preview may answer later, and count from the beginning
  byId("status").className = "error";
  byId("status").textContent = "The preview has ended, or does not answer.";
});
