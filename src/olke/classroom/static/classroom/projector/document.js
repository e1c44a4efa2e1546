// Documents on the projector: what is read while they are written and how far each group is; then
// one document after another, its lines without evidence plain to see.
import { keep, make, put } from "../screen.js";
import { groupName, sticker } from "../stickers.js";
import { numberFormat, say } from "../words.js";

class OlkeProjectorDocument extends HTMLElement {
  heads = true;
  #told = "";

  connectedCallback() {
    if (this.head) return;
    this.head = make("h2", "paper-title");
    this.told = make("p", "paper-do");
    this.body = make("div", "paper-body");
    this.progress = make("ol", "paper-progress");
    this.append(this.head, this.told, this.body, this.progress);
  }

  show({ state, words, language }) {
    const { show } = state;
    Object.assign(this, { words, language });
    this.say = (key, values) => say(words, key, values, language);
    const paper = show.papers?.[show.now];
    this.classList.toggle("is-presenting", Boolean(paper));
    this.#showHead(paper, state);
    this.#showBody(show, paper);
    this.#showProgress(show);
  }

  #showHead(paper, { step, show }) {
    const told = paper ? `${paper.group}/${paper.stand}` : step.title;
    put(this.told, paper ? "" : this.#lead(show, step));
    this.told.hidden = !this.told.textContent;
    if (this.head.dataset.told === told) return;
    this.head.dataset.told = told;
    if (!paper?.group) return this.head.replaceChildren(make("span", "", step.title));
    const side = paper.stand ? [make("i", "paper-side", this.say(`document.${paper.stand}`))] : [];
    this.head.replaceChildren(sticker(this.words, paper.group), make("span", "", groupName(this.words, paper.group)), ...side);
  }

  #lead(show, step) {
    if (!show.writes || show.work?.exhibits.length || show.work?.questions.length) return show.covered ? this.say("document.covered") : "";
    return step.do;
  }

  #showBody(show, paper) {
    const told = JSON.stringify([show.writes, paper, show.work, show.covered, show.solutions]);
    if (this.#told === told) return;
    this.#told = told;
    const nodes = paper ? this.#paper(paper) : show.writes ? this.#desk(show) : [];
    this.body.className = `paper-body ${paper ? `paper-sheet paper-parts-${Math.min(4, paper.parts.length)}` : ""}`;
    this.body.replaceChildren(...nodes);
    this.classList.toggle("is-empty", !nodes.length);
  }

  #paper({ parts }) {
    return parts.map(({ heading, lines }) => {
      const part = make("section", "paper-part");
      if (heading) part.append(make("h3", "", heading));
      const list = make("ul");
      list.append(...lines.map((line) => this.#line(line)));
      part.append(list);
      return part;
    });
  }

  #line({ text, where, evidence, unsupported }) {
    const row = make("li", unsupported ? "is-unsupported" : "");
    if (where) row.append(make("i", "", where));
    row.append(make("span", "", text));
    if (unsupported) row.append(make("em", "", this.say("document.unsupported")));
    if (evidence) row.append(make("cite", "", evidence.citations.join("; ")));
    return row;
  }

  #desk({ work, covered, solutions }) {
    if (!work) return [];
    const questions = [...work.questions, ...work.tasks].map((one) => make("p", "paper-question", one.text));
    const grids = work.grids.map((one) => make("p", "paper-question", one.text));
    if (!work.exhibits.length) return [...questions, ...grids];
    const row = make("div", "paper-exhibits");
    row.dataset.count = Math.min(3, work.exhibits.length);
    row.append(...work.exhibits.map((one) => this.#exhibit(one, covered, solutions?.[one.id])));
    return [...questions, ...grids, row];
  }

  #exhibit({ title, text, evidence = [] }, covered, solution) {
    const card = make("article", "paper-exhibit");
    card.append(make("h3", "", title));
    if (!covered) card.append(...paragraphs(text));
    const sources = [...new Set(evidence.flatMap((one) => one.citations))];
    const none = covered && !sources.length ? [this.say("document.no.source")] : [];
    card.append(...[...sources, ...none].map((one) => make("cite", covered ? "is-large" : "", one)));
    if (solution?.explanation) card.append(make("p", "paper-why", solution.explanation));
    return card;
  }

  #showProgress({ progress = [], writes, now, points }) {
    this.progress.hidden = !progress.length;
    keep(this.progress, progress, (one) => one.number, ({ group }) => {
      const row = make("li");
      const bars = make("span", "paper-lines");
      bars.setAttribute("aria-hidden", "true");
      row.append(sticker(this.words, group), bars, make("span", "paper-count"), make("em", "paper-bare"));
      return row;
    }, (row, one) => {
      const earned = points?.[one.number];
      const count = numberFormat(this.language).format(earned ?? 0);
      const told = earned !== undefined && earned !== null ? this.say("document.points", { count }) : "";
      put(row.querySelector(".paper-count"), told || (writes ? this.say("document.lines", { count: one.lines }) : ""));
      put(row.querySelector(".paper-bare"), writes && one.unsupported ? this.say("document.unsupported.count", { count: one.unsupported }) : "");
      row.classList.toggle("is-now", one.number === now);
      this.#bars(row.querySelector(".paper-lines"), writes ? one : { lines: 0, unsupported: 0 });
    });
  }

  // A line is a block; one without evidence is hollow.
  #bars(place, { lines, unsupported }) {
    const told = `${lines}/${unsupported}`;
    if (place.dataset.told === told) return;
    place.dataset.told = told;
    const blocks = Array.from({ length: lines }, (_, at) => make("i", at < lines - unsupported ? "" : "is-unsupported"));
    place.replaceChildren(...blocks);
  }
}

function paragraphs(text = "") {
  return text.split(/\n{2,}/).map((block) => {
    const rows = block.split("\n");
    if (!rows.every((row) => row.startsWith("- "))) return make("p", "", block);
    const list = make("ul");
    list.append(...rows.map((row) => make("li", "", row.slice(2))));
    return list;
  });
}

customElements.define("olke-projector-document", OlkeProjectorDocument);
