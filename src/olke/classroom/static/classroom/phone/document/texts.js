// What is to be read: one text, or several behind tabs; beside one another where there is room.
import { claimLine } from "../entries/evidence.js";
import { make, write } from "../making.js";
import { say } from "../../words.js";

export function texts(exhibits, { words, state }) {
  const { covered } = state.show;
  const panels = exhibits.map((one, at) => panel(one, at, covered, words));
  const tabs = exhibits.map((one, at) => {
    const tab = make("button", { type: "button", role: "tab", id: `document-tab-${at}`, "aria-controls": `document-text-${at}` }, one.title);
    tab.addEventListener("click", () => open(at));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      open((at + step + tabs.length) % tabs.length);
      tabs[(at + step + tabs.length) % tabs.length].focus();
    });
    return tab;
  });
  const bar = make("div", { class: "document-tabs", role: "tablist", "aria-label": say(words, "document.texts") }, ...tabs);
  bar.hidden = exhibits.length < 2;
  const node = make("div", { class: "document-texts" }, bar, make("div", { class: "document-panels" }, ...panels));
  node.hidden = !exhibits.length;

  function open(chosen) {
    tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(at === chosen));
      tab.tabIndex = at === chosen ? 0 : -1;
      panels[at].classList.toggle("is-closed", at !== chosen);
    });
  }
  if (exhibits.length) open(0);

  const update = ({ state: now }) => {
    panels.forEach((one, at) => {
      const why = now.show.solutions?.[exhibits[at].id]?.explanation;
      write(one.querySelector(".document-why"), why ?? "");
    });
  };
  return { node, update };
}

function panel(exhibit, at, covered, words) {
  const { title, text, stand, questions = [], evidence = [] } = exhibit;
  const parts = [make("h2", {}, title)];
  if (stand) parts.push(make("p", { class: "phone-over" }, say(words, `document.${stand}`)));
  if (exhibit.covered || covered) {
    const sources = [...new Set(evidence.flatMap((one) => one.citations))];
    const from = sources.length ? sources : [say(words, "document.no.source")];
    parts.push(
      make("p", { class: "document-cover" }, say(words, "document.covered")),
      make("h3", {}, say(words, "document.from")),
      ...from.map((one) => make("p", { class: "document-source" }, one)),
    );
  } else {
    parts.push(make("div", { class: "document-body" }, ...paragraphs(text)));
    if (questions.length) parts.push(make("ul", { class: "document-questions" }, ...questions.map((one) => make("li", {}, one))));
    if (evidence.length) {
      const box = make("details", { class: "document-sources" }, make("summary", {}, say(words, "document.from")), ...evidence.map(claimLine));
      parts.push(box);
    }
  }
  parts.push(make("p", { class: "document-why phone-explanation" }));
  return make("article", { class: "document-panel", id: `document-text-${at}`, role: "tabpanel", tabIndex: 0, "aria-labelledby": `document-tab-${at}` }, ...parts);
}

// Paragraphs are parted by an empty line; an entry of a list begins with a dash.
export function paragraphs(text = "") {
  return text.split(/\n{2,}/).map((block) => {
    const rows = block.split("\n");
    if (!rows.every((row) => row.startsWith("- "))) return make("p", {}, block);
    return make("ul", {}, ...rows.map((row) => make("li", {}, row.slice(2))));
  });
}
