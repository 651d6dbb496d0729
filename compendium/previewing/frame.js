// Shows what the preview sends: the page of the edition in a frame of its own, in which the changed
// paragraph is scrolled to and marked, and beside it findings and pictures of pages of the book.
"use strict";

const byId = (id) => document.getElementById(id);
const MOST_MARKED = 50;
const MOST_OF_A_CODE = 3; // warnings that are listed one by one
const BLOCKS = "p, li, tr, h1, h2, h3, h4, h5, h6, div, section, table, header";
let current = null; // the frame of the page
let isLoaded = false; // whether the first page is in it
let latest = null; // what was told last
let number = 0; // of the page in the frame, or the one to come
let marked = []; // each element that is marked in it, with the style that it had
let shownFindings = ""; // as they were told

function make(tag, text, name = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = name;
  return element;
}

/** Makes a node of the page like that of a newer page; gives the elements in which it changed. */
function update(before, after) {
  if (before.nodeType !== Node.ELEMENT_NODE || before.nodeName !== after.nodeName) {
    const fresh = document.importNode(after, true);
    const parent = before.parentElement;
    before.replaceWith(fresh);
    return [fresh.nodeType === Node.ELEMENT_NODE ? fresh : parent];
  }
  const touched = updateAttributes(before, after) ? [before] : [];
  const [old, fresh] = withoutSame([...before.childNodes], [...after.childNodes]);
  if (old.length === fresh.length) {
    return old.reduce((all, child, place) => all.concat(
      child.isEqualNode(fresh[place]) ? [] : update(child, fresh[place])), touched);
  }
  const next = old.length ? old.at(-1).nextSibling : following(before, after, fresh);
  const inserted = fresh.map((child) => document.importNode(child, true));
  old.forEach((child) => child.remove());
  inserted.forEach((child) => before.insertBefore(child, next));
  const elements = inserted.filter((child) => child.nodeType === Node.ELEMENT_NODE);
  return [...touched, ...(elements.length ? elements : [before])];
}

function updateAttributes(before, after) {
  const names = new Set([...before.getAttributeNames(), ...after.getAttributeNames()]);
  const differing = [...names].filter((name) => before.getAttribute(name) !== after.getAttribute(name));
  for (const name of differing) {
    if (after.hasAttribute(name)) before.setAttribute(name, after.getAttribute(name));
    else before.removeAttribute(name);
  }
  return differing.length > 0;
}

/** The nodes of two lists between those at both ends that are equal. */
function withoutSame(old, fresh) {
  const least = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < least && old[start].isEqualNode(fresh[start])) start += 1;
  let end = 0;
  while (end < least - start && old.at(-1 - end).isEqualNode(fresh.at(-1 - end))) end += 1;
  return [old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)];
}

/** The child of an element before which new ones belong; there is the same number after them. */
function following(before, after, fresh) {
  const behind = [...after.childNodes].length - [...after.childNodes].indexOf(fresh.at(-1)) - 1;
  return behind ? [...before.childNodes].at(-behind) : null;
}

/** What the page has for an id; the id of what stands before all paragraphs is empty. */
function place(id) {
  const page = current.contentDocument;
  return id ? page.getElementById(id) : page.querySelector("header");
}

function unmark() {
  for (const [element, style] of marked) {
    if (style === null) element.removeAttribute("style");
    else element.setAttribute("style", style);
  }
  marked = [];
}

/** Marks what changed: the only element in which a paragraph changed, or the whole of it. */
function mark(ids, touched) {
  const blocks = touched.map((element) => element.closest(BLOCKS) || element);
  for (const id of ids.slice(0, MOST_MARKED)) {
    const whole = place(id);
    if (!whole) continue;
    const within = new Set(blocks.filter((element) => whole.contains(element)));
    const element = within.size === 1 ? [...within][0] : whole;
    marked.push([element, element.getAttribute("style")]);
    element.style.outline = "3px solid #d97706";
    element.style.outlineOffset = "3px";
  }
  if (marked.length) show(marked[0][0]);
}

function show(element) {
  const tall = element.getBoundingClientRect().height > current.clientHeight / 2;
  element.scrollIntoView({ block: tall ? "start" : "center" });
}

/** Loads the first page into a frame, in which no scripts run, and which leads nowhere else. */
function load(state) {
  current = document.createElement("iframe");
  current.title = "Page of the edition";
  current.setAttribute("sandbox", "allow-same-origin"); // this script may reach into it
  current.addEventListener("load", () => {
    isLoaded = true;
    if (state.number === number) seen(number);
    else renew(latest);
  }, { once: true });
  current.src = state.page;
  byId("edition").append(current);
}

/** Makes the page in the frame like a newer one, without the time and the jump of a new page. */
async function renew(state) {
  const answer = await fetch(state.page);
  const text = await answer.text();
  if (!answer.ok || !isLoaded || state.number !== number) return; // a newer one is on its way
  const newer = new DOMParser().parseFromString(text, "text/html");
  unmark();
  const touched = update(current.contentDocument.documentElement, newer.documentElement);
  mark(state.changed, touched);
  seen(state.number);
}

function seen(shown) {
  document.documentElement.dataset.number = shown;
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
    button.addEventListener("click", () => marked[place] && show(marked[place][0]));
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
  latest = state;
  showFindings(state.findings);
  byId("note").textContent = state.note;
  const stopped = state.findings.some((finding) => finding.severity === "error");
  byId("status").className = stopped ? "error" : "";
  byId("status").textContent = !state.current ? state.note
    : `Up to date${state.changed.length ? `; changed: ${state.changed[0] || "title page"}` : ""}`;
  if (state.current && state.number !== number) {
    number = state.number;
    showChanged(state.changed);
    if (current) renew(state);
    else load(state);
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
