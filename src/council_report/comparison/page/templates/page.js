
"use strict";
document.documentElement.classList.add("scripted");

document.addEventListener("DOMContentLoaded", () => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const phrases = byId("phrases").content.children;
  const filters = byId("filters");
  const articles = all("article");
  const first = articles.length ? articles[0].dataset.document : "";
  const opened = find("input[name=base]:checked")?.value ?? "none";
  const many = ["who", "section", "kind", "only"];
  const plain = { speak: "en", doc: first, base: opened, view: "inline", q: "", mandate: "", at: "" };
  let state = read("");
  let followed = null;

  // What is shown, as it is written in the address: a link to it can be sent, and "back" works.

  function read(hash) {
    const given = new URLSearchParams(hash);
    const found = {};
    for (const [name, usual] of Object.entries(plain)) found[name] = given.get(name) ?? usual;
    for (const name of many) found[name] = new Set(given.getAll(name));
    return found;
  }

  function written(wanted) {
    const said = new URLSearchParams();
    for (const [name, usual] of Object.entries(plain)) {
      if (wanted[name] !== usual) said.set(name, wanted[name]);
    }
    for (const name of many) for (const value of wanted[name]) said.append(name, value);
    return said.toString();
  }

  function want(changes, replacing = false) {
    const hash = `#${written({ ...state, at: "", ...changes })}`;
    if (replacing) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
    follow();
  }

  function follow() {
    if (location.hash === followed) return;
    followed = location.hash;
    const before = state;
    state = allowed(read(plainly(location.hash.slice(1))));
    speak(state.speak);
    choose(state.doc);
    name(state.base);
    compare(state.doc, state.base);
    lay(state.view);
    fill();
    sift();
    if (state.at && state.at !== before.at) visit(byId(`${state.doc}:${state.at}`));
    else if (state.mandate && state.mandate !== before.mandate) reveal(byId("document"));
  }

  // The address of a passage is one too, as links have it that work without this script.
  function plainly(hash) {
    const passage = /^(\w\w):([\w:./-]+)$/.exec(hash);
    return passage ? written({ ...read(""), doc: passage[1], at: passage[2] }) : hash;
  }

  function allowed(wanted) {
    if (!data.words[wanted.speak]) wanted.speak = plain.speak;
    if (!articles.some((one) => one.dataset.document === wanted.doc)) wanted.doc = first;
    const known = all("input[name=base]:enabled").map((one) => one.value);
    if (!known.includes(wanted.base)) wanted.base = opened;
    return wanted;
  }

  // Language of the page, language of the document.

  const said = (name, values = {}) =>
    data.words[state.speak][name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

  function speak(language) {
    const root = document.documentElement;
    if (root.lang === language) return;
    root.lang = language;
    translate(document);
    document.title = said("title");
    for (const one of all("#speak button")) {
      if (one.value === language) root.dir = one.dir;
      one.setAttribute("aria-pressed", one.value === language);
    }
  }

  function translate(within) {
    const index = Object.keys(data.words).indexOf(document.documentElement.lang);
    for (const one of all("[data-w]", within)) {
      const version = phrases[one.dataset.w].children[index].cloneNode(true);
      one.replaceChildren(...version.childNodes);
    }
  }

  function name(base) {
    for (const one of all("[data-base]")) one.hidden = one.dataset.base !== base;
  }

  function choose(language) {
    for (const one of all("[data-document]")) {
      one.classList.toggle("chosen", one.dataset.document === language);
    }
  }

  const article = () => articles.find((one) => one.dataset.document === state.doc);

  // The base that a document is compared with. What another base changes is in a template.

  const shownBase = new Map(articles.map((one) => [one.dataset.document, opened]));
  const originals = new Map();
  const texts = new Map();
  let passages = new Map();

  function compare(language, base) {
    if (shownBase.get(language) === base || !article()) return;
    keep(language);
    for (const one of all(".gone", article())) one.remove();
    for (const one of all(".changed", article())) put(one, originals.get(one.id), "");
    const wanted = byId(`${base}-${language}`);
    if (wanted) show(wanted.content);
    shownBase.set(language, base);
    passages.delete(language);
  }

  function keep(language) {
    const kept = byId(`${opened}-${language}`);
    if (kept || opened === "none") return;
    const template = document.createElement("template");
    template.id = `${opened}-${language}`;
    for (const one of all(".changed", article())) template.content.append(packed(one));
    for (const one of byId(`plain-${language}`).content.children) originals.set(one.dataset.for, one);
    document.body.append(template);
  }

  function packed(passage) {
    const copy = passage.cloneNode(true);
    find(".before", copy)?.remove();
    for (const one of all(".side-label", copy)) one.remove();
    if (passage.classList.contains("gone")) return copy;
    const pack = document.createElement("div");
    pack.dataset.for = passage.id;
    pack.dataset.kinds = passage.dataset.kinds;
    pack.append(find(".said", copy), find(".notes", copy));
    return pack;
  }

  function show(content) {
    const placed = new Map();
    for (const one of content.children) {
      if (one.dataset.for) {
        const passage = byId(one.dataset.for);
        if (!originals.has(passage.id)) originals.set(passage.id, packed(passage));
        put(passage, one, one.dataset.kinds);
      } else {
        const copy = one.cloneNode(true);
        translate(copy);
        const after = placed.get(one.dataset.after) ?? byId(one.dataset.after);
        if (after) after.after(copy);
        else article().prepend(copy);
        placed.set(one.dataset.after, copy);
      }
    }
  }

  function put(passage, pack, kinds) {
    find(".before", passage)?.remove();
    for (const name of [".said", ".notes"]) {
      const copy = find(name, pack).cloneNode(true);
      translate(copy);
      find(name, passage).replaceWith(copy);
    }
    passage.dataset.kinds = kinds;
    passage.classList.toggle("changed", kinds !== "");
    texts.delete(passage);
  }

  // Side by side: the text before is the same without what was added.

  const laid = new Map();

  function lay(view) {
    if (!article()) return;
    const isSide = view === "side";
    const wanted = `${view} ${state.base}`;
    if (laid.get(state.doc) === wanted || (!isSide && !laid.has(state.doc))) return;
    laid.set(state.doc, wanted);
    article().classList.toggle("side", isSide);
    for (const one of all(".changed:not(.gone)", article())) isSide ? part(one) : unite(one);
  }

  function part(passage) {
    if (find(".before", passage)) return;
    const now = find(".said", passage);
    const before = now.cloneNode(true);
    for (const one of all("ins", before)) one.remove();
    for (const one of all("th", before)) if (!one.textContent.trim()) one.replaceWith(document.createElement("td"));
    if (find(".former", before)) find(".now", before).remove();
    before.classList.add("before");
    before.prepend(label(0));
    now.prepend(label(1));
    now.before(before);
  }

  function label(number) {
    const copy = byId("labels").content.children[number].cloneNode(true);
    const { lang, dir } = document.documentElement;
    Object.assign(copy, { lang, dir });
    translate(copy);
    return copy;
  }

  function unite(passage) {
    find(".before", passage)?.remove();
    find(".side-label", passage)?.remove();
  }

  // Which passages are shown.

  function known() {
    if (!passages.has(state.doc)) {
      passages.set(state.doc, article() ? all(".passage", article()).map(described) : []);
    }
    return passages.get(state.doc);
  }

  const listed = (words) => (words ?? "").split(" ").filter(Boolean);

  const described = (element) => ({
    element,
    who: element.dataset.who,
    section: element.dataset.section,
    kinds: listed(element.dataset.kinds),
    marks: listed(element.dataset.marks),
    mandates: listed(element.dataset.mandates),
    isFrame: "frame" in element.dataset,
    isGone: element.classList.contains("gone"),
  });

  const folded = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");

  function textOf(one) {
    if (!texts.has(one.element)) {
      texts.set(one.element, folded(find(".said:not(.before)", one.element).textContent));
    }
    return texts.get(one.element);
  }

  function matches(one, sought) {
    const isOf = (name) => name === "changed" ? one.kinds.length > 0 : one.marks.includes(name);
    return (state.who.size === 0 || state.who.has(one.who))
      && (state.section.size === 0 || state.section.has(one.section))
      && (state.kind.size === 0 || one.kinds.some((kind) => state.kind.has(kind)))
      && [...state.only].every(isOf)
      && (state.mandate === "" || one.mandates.includes(state.mandate))
      && (sought === "" || textOf(one).includes(sought));
  }

  function sift() {
    const sought = folded(state.q.trim());
    const isSifted = sought !== "" || state.mandate !== "" || many.some((name) => state[name].size);
    const matching = known().filter((one) => !isSifted || matches(one, sought));
    const sections = new Set(matching.map((one) => one.section));
    const shown = new Set(matching);
    for (const one of known()) {
      const isHeading = isSifted && one.isFrame && one.section !== "" && sections.has(one.section);
      const isHidden = !shown.has(one) && !isHeading;
      if (one.element.hidden !== isHidden) one.element.hidden = isHidden;
    }
    for (const box of all(".box", article() ?? document)) box.hidden = !find(".passage:not([hidden])", box);
    count(matching);
  }

  function count(matching) {
    const isText = (one) => !one.isFrame && !one.isGone;
    byId("shown").textContent = said("shown", {
      shown: matching.filter(isText).length,
      all: known().filter(isText).length,
    });
    byId("nothing").hidden = matching.length > 0;
    byId("spoken").textContent = said("many", { all: steps().length });
    const numbers = new Map();
    for (const one of known()) for (const kind of one.kinds) numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
    for (const box of all("input[name=kind]")) {
      find(".count", box.parentElement).textContent = numbers.get(box.value) ?? 0;
    }
  }

  function fill() {
    for (const name of ["doc", "base", "view"]) {
      for (const one of all(`input[name=${name}]`)) one.checked = one.value === state[name];
    }
    for (const name of many) {
      for (const one of all(`input[name=${name}]`)) one.checked = state[name].has(one.value);
    }
    if (byId("q") !== document.activeElement) byId("q").value = state.q;
    byId("mandate-shown").hidden = state.mandate === "";
    find("#mandate-shown span:last-child").textContent = data.mandates[state.mandate] ?? "";
  }

  // From change to change, and to the place that a link means.

  const steps = () => known().filter((one) => one.kinds.length > 0 && !one.element.hidden);
  let current = null;

  function step(direction) {
    const changed = steps();
    if (changed.length === 0) {
      byId("spoken").textContent = said("none");
      return;
    }
    const number = (nearest(changed, direction) + changed.length) % changed.length;
    visit(changed[number].element);
    byId("spoken").textContent = [
      said("at", { number: number + 1, all: changed.length }),
      find(".badges", current).innerText,
    ].join(": ");
  }

  function nearest(changed, direction) {
    if (!current?.isConnected) return direction > 0 ? 0 : -1;
    const index = changed.findIndex((one) => one.element === current);
    if (index >= 0) return index + direction;
    const isLater = (one) =>
      current.compareDocumentPosition(one.element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const later = changed.findIndex(isLater);
    if (direction > 0) return Math.max(later, 0);
    return later < 0 ? -1 : later - 1;
  }

  // What has not been drawn yet has a guessed height: as it is drawn, all below it moves for a while.
  function reveal(element, block = "start", frames = 8) {
    element.scrollIntoView({ block });
    if (frames > 0) requestAnimationFrame(() => reveal(element, block, frames - 1));
  }

  function visit(element) {
    if (!element) return;
    current?.classList.remove("current");
    current = element;
    element.hidden = false;
    element.closest(".box")?.removeAttribute("hidden");
    element.classList.add("current");
    reveal(element, "center");
    element.focus({ preventScroll: true });
  }

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter" && event.target.matches(".passage")) {
      const trace = find(".trace", event.target);
      if (trace) trace.open = !trace.open;
      return;
    }
    const isTyping = event.target.matches("input[type=search]");
    if (isTyping || !byId("keys").checked) return;
    if (event.key === "n" || event.key === "j") step(1);
    if (event.key === "p" || event.key === "k") step(-1);
  }

  function onLink(event) {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const hash = link.getAttribute("href").slice(1);
    if (hash.includes("=")) {
      event.preventDefault();
      want({ ...read(hash), speak: state.speak, doc: state.doc, base: state.base, view: state.view });
      reveal(byId("document"));
    } else if (hash.includes(":")) {
      event.preventDefault();
      state.at = "";
      followed = null;
      want({ at: hash.slice(hash.indexOf(":") + 1) });
    } else {
      event.preventDefault();
      reveal(byId(hash));
      find("a, button, input, summary, [tabindex]", byId(hash))?.focus({ preventScroll: true });
    }
  }

  function onChoice(event) {
    const { name, value } = event.target;
    if (name === "q") want({ q: value }, true);
    else if (many.includes(name)) want({ [name]: new Set(all(`input[name=${name}]:checked`).map((one) => one.value)) });
    else if (name) want({ [name]: value });
  }

  const cleared = () => ({ ...read(""), speak: state.speak, doc: state.doc, base: state.base, view: state.view });

  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("input", onChoice);
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  byId("clear").addEventListener("click", () => { byId("q").value = ""; want(cleared()); });
  for (const one of all("#speak button")) one.addEventListener("click", () => want({ speak: one.value }));
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onLink);
  window.addEventListener("hashchange", follow);
  if (window.matchMedia("(max-width: 48rem)").matches) byId("filters-fold").open = false;
  follow();
});
