// Documents on the console: each as it grows, let through or hidden, presented, given points.
import { keep, make, put } from "../screen.js";
import { groupName, sticker } from "../stickers.js";
import { numberFormat, say } from "../words.js";

class OlkeConsoleDocument extends HTMLElement {
  connectedCallback() {
    if (this.list) return;
    this.told = make("p", "hint");
    this.all = make("button", "btn btn-small");
    this.all.type = "button";
    this.all.addEventListener("click", () => this.#showAll());
    this.off = make("button", "btn btn-small");
    this.off.type = "button";
    this.off.addEventListener("click", () => this.connection.command("present", { number: "" }));
    const head = make("p", "papers-head");
    head.append(this.all, this.off);
    this.list = make("div", "papers");
    this.append(this.told, head, this.list);
  }

  show({ state, connection, words, language }) {
    const { show } = state;
    Object.assign(this, { connection, words, language, state });
    this.say = (key, values) => say(words, key, values, language);
    this.papers = Object.values(show.papers ?? {}).sort((a, b) => a.number - b.number);
    const waiting = this.papers.some((one) => one.state === "waiting");
    put(this.told, this.papers.length ? this.say("document.written", { count: show.written }) : this.say("document.nothing"));
    put(this.all, this.say("document.show.all"));
    this.all.hidden = !waiting || state.phase === "ended";
    put(this.off, this.say("document.present.not"));
    this.off.hidden = !show.now;
    keep(this.list, this.papers, (one) => one.number, (one) => this.#create(one), (box, one) => this.#update(box, one));
  }

  #showAll() {
    const entries = this.papers.filter((one) => one.state === "waiting").flatMap((one) => one.entries);
    if (entries.length) this.connection.command("show-entries", { entries: entries.join(",") });
  }

  #create(paper) {
    const box = make("details", "paper");
    const name = make("b", "paper-by", paper.group ? groupName(this.words, paper.group) : paper.by);
    const summary = make("summary", "paper-head");
    summary.append(...(paper.group ? [sticker(this.words, paper.group)] : []), name, make("span", "paper-side hint"), make("span", "paper-count"), make("em", "paper-bare"), make("span", "paper-state hint"), make("span", "paper-points"));
    const tools = make("p", "paper-tools");
    for (const name_ of ["show-entries", "hide-entries", "present"]) tools.append(this.#button(name_, paper.number));
    box.append(summary, tools, make("div", "paper-text"), make("div", "paper-late"), make("div", "paper-assess"), make("ul", "paper-comments"), this.#remark(paper.number));
    return box;
  }

  #button(name, number) {
    const button = make("button", "btn btn-small");
    button.type = "button";
    button.dataset.do = name;
    button.addEventListener("click", () => {
      const paper = this.papers.find((one) => one.number === number);
      const data = name === "present" ? { number: String(number) } : { entries: paper.entries.join(",") };
      this.connection.command(name, data);
    });
    return button;
  }

  #remark(number) {
    const form = make("form", "paper-remark");
    const field = Object.assign(make("input"), { type: "text", maxLength: 1000, id: `remark-${number}` });
    const label = make("label", "hint", this.say("document.remark"));
    label.htmlFor = field.id;
    form.append(label, field, make("button", "btn btn-small", this.say("document.remark.send")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.connection.command("remark", { number: String(number), text: field.value });
    });
    return form;
  }

  #update(box, paper) {
    const { show } = this.state;
    const mark = (name, text) => put(box.querySelector(`.paper-${name}`), text ?? "");
    box.classList.toggle("is-now", show.now === paper.number);
    mark("side", paper.stand ? this.say(`document.${paper.stand}`) : "");
    mark("count", this.say("document.lines", { count: paper.lines }));
    mark("bare", paper.unsupported ? this.say("document.unsupported.count", { count: paper.unsupported }) : "");
    mark("state", this.say(`document.state.${paper.state}`));
    mark("points", this.#points(paper));
    this.#tools(box, paper);
    this.#text(box.querySelector(".paper-text"), paper.parts);
    this.#text(box.querySelector(".paper-late"), paper.late, "document.after");
    this.#assess(box.querySelector(".paper-assess"), paper);
    this.#comments(box.querySelector(".paper-comments"), paper);
    const field = box.querySelector(".paper-remark input");
    if (document.activeElement !== field && field.dataset.note !== paper.note) field.value = field.dataset.note = paper.note;
  }

  #points({ teacher, mean, given }) {
    const { show } = this.state;
    if (teacher) return this.say("document.of", { points: sum(teacher), most: show.most });
    if (mean === null || mean === undefined) return "";
    const points = numberFormat(this.language).format(mean);
    return this.say("document.mean", { points, most: show.most, given });
  }

  #tools(box, { state, entries, number }) {
    const { show, phase } = this.state;
    const labels = { "show-entries": "document.show", "hide-entries": "document.hide", present: "document.present" };
    const hidden = { "show-entries": state === "shown", "hide-entries": state === "hidden", present: show.writes || show.now === number };
    for (const button of box.querySelectorAll("[data-do]")) {
      put(button, this.say(labels[button.dataset.do]));
      button.hidden = hidden[button.dataset.do] || !entries.length || phase === "ended";
    }
  }

  #text(place, parts, title = "") {
    const told = JSON.stringify(parts);
    place.hidden = !parts.length;
    if (place.dataset.told === told) return;
    place.dataset.told = told;
    const head = title ? [make("h4", "", this.say(title))] : [];
    place.replaceChildren(...head, ...parts.map(({ heading, lines }) => {
      const part = make("section");
      if (heading) part.append(make("h4", "", heading));
      const list = make("ul");
      list.append(...lines.map((line) => this.#line(line)));
      part.append(list);
      return part;
    }));
  }

  #line({ text, where, evidence, unsupported, right }) {
    const row = make("li", unsupported ? "is-unsupported" : "");
    if (where) row.append(make("small", "hint", `${where}: `));
    row.append(make("span", "", text));
    if (typeof right === "boolean") row.append(make("em", right ? "is-right" : "", right ? `✓ ${this.say("document.right")}` : this.say("document.wrong")));
    if (unsupported) row.append(make("em", "", this.say("document.unsupported")));
    if (evidence) {
      const cite = make("small", "hint", evidence.citations.join("; "));
      cite.title = evidence.sentence;
      row.append(cite);
    }
    return row;
  }

  // The teacher's own points by the same criteria: they are final.
  #assess(place, paper) {
    const { show } = this.state;
    place.hidden = !show.may_assess;
    if (place.hidden) return;
    if (!place.childElementCount) this.#makeAssess(place, paper.number, show.criteria);
    const told = JSON.stringify(paper.teacher);
    if (place.dataset.told === told) return;
    place.dataset.told = told;
    (paper.teacher ?? []).forEach((some, c) => some.forEach((points, d) => {
      place.querySelector(`[data-of="${c}.${d}"]`).value = points;
    }));
  }

  #makeAssess(place, number, criteria) {
    const form = make("form", "paper-criteria");
    form.append(make("h4", "", this.say("document.your.points")));
    criteria.forEach((criterion, c) => criterion.descriptors.forEach((one, d) => {
      const label = make("label", "", `${criterion.text}: ${one.text}`);
      const select = make("select");
      select.dataset.of = `${c}.${d}`;
      select.append(...Array.from({ length: one.points + 1 }, (_, at) => Object.assign(make("option", "", `${at} / ${one.points}`), { value: at })));
      label.append(" ", select);
      form.append(label);
    }));
    form.append(make("button", "btn btn-small", this.say("document.give")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const points = criteria.map((criterion, c) => criterion.descriptors.map((_, d) => Number(form.querySelector(`[data-of="${c}.${d}"]`).value)));
      this.connection.command("assess", { number: String(number), points: JSON.stringify(points) });
    });
    place.append(form);
  }

  #comments(list, { comments = [] }) {
    const said = comments.filter((one) => one.text);
    list.hidden = !said.length;
    keep(list, said, (one) => one.id, () => {
      const row = make("li");
      const button = make("button", "btn btn-small");
      button.type = "button";
      button.addEventListener("click", () => this.connection.command(button.dataset.name, { entries: row.dataset.key }));
      row.append(make("span"), make("small", "hint"), button);
      return row;
    }, (row, one) => {
      put(row.children[0], one.text);
      put(row.children[1], one.by);
      const shown = one.state === "shown";
      row.children[2].dataset.name = shown ? "hide-entries" : "show-entries";
      put(row.children[2], this.say(shown ? "document.hide" : "document.show"));
    });
  }
}

function sum(points) {
  return points.flat().reduce((all, one) => all + one, 0);
}

customElements.define("olke-console-document", OlkeConsoleDocument);
