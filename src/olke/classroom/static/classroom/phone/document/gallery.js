// The gallery: the document that is presented, points for it, one's own with what was said of it,
// and all the others to leaf through.
import { make, write, written } from "../making.js";
import { say } from "../../words.js";
import { assess } from "./assess.js";
import { paperBody, paperHead } from "./paper.js";

export function gallery(given) {
  const { words } = given;
  const now = make("section", { class: "document-now", "aria-live": "polite" });
  const forms = new Map();
  const reads = make("div", { class: "document-reads" });
  const own = make("section", { class: "document-own" });
  const all = make("section", { class: "document-all" });
  const lead = make("p", { class: "phone-lead" });
  const node = make("div", { class: "document-gallery" }, lead, now, reads, own, all);

  const update = (state) => {
    const { show } = state.state;
    const { mine } = state;
    const presented = show.papers[show.now];
    const self = show.assessed === "self";
    write(lead, presented || self ? "" : show.assessed === "peers" && mine.reads?.length ? "" : leadOf(state));
    const isOwn = presented && presented.number === mine.paper;
    place(now, presented && !isOwn && paperNode(presented, "document.presented", words, show.points));
    placeForm(state, presented?.number && presented.number !== mine.paper && show.assessed === "peers" ? presented.number : 0, now);
    showReads(state);
    showOwn(state, self);
    showAll(state);
  };

  function leadOf({ state }) {
    return state.step.do || say(words, "document.wait");
  }

  // A form of points stands under the document it is for, and is made once.
  function placeForm(state, number, under) {
    for (const [known, form] of forms) form.node.hidden = known !== number && form.under === under;
    if (!number) return;
    if (!forms.has(number)) {
      const form = assess(number, { ...state, words });
      form.under = under;
      forms.set(number, form);
      under.after(form.node);
    }
    const form = forms.get(number);
    form.node.hidden = false;
    form.update(state);
  }

  function showReads(state) {
    const { mine } = state;
    const papers = mine.reads ?? [];
    const told = JSON.stringify(papers);
    if (reads.dataset.told !== told) {
      reads.dataset.told = told;
      reads.replaceChildren();
      for (const paper of papers) {
        if (!forms.has(paper.number)) forms.set(paper.number, { ...assess(paper.number, { ...state, words }), under: reads });
        reads.append(paperNode(paper, "document.read", words), forms.get(paper.number).node);
      }
    }
    for (const paper of papers) {
      forms.get(paper.number).node.hidden = false;
      forms.get(paper.number).update(state);
    }
  }

  function showOwn(state, self) {
    const { mine, language } = state;
    const { show } = state.state;
    own.hidden = !mine.own && !self;
    const onStage = show.now === mine.paper && show.now > 0;
    const told = JSON.stringify([mine.own, show.solutions, onStage]);
    if (own.dataset.told !== told) {
      own.dataset.told = told;
      own.replaceChildren(...(mine.own ? ownNodes(mine.own, show, words, language, onStage) : [make("p", { class: "phone-note" }, say(words, "document.own.none"))]));
    }
    if (self && mine.paper) placeForm(state, mine.paper, own);
  }

  function showAll(state) {
    const { show } = state.state;
    const others = Object.values(show.papers)
      .filter((one) => one.number !== show.now && one.number !== state.mine.paper)
      .sort((a, b) => a.number - b.number);
    const told = JSON.stringify([others, show.points]);
    all.hidden = !others.length;
    if (all.dataset.told === told) return;
    all.dataset.told = told;
    const opened = new Set([...all.querySelectorAll("details[open]")].map((one) => one.dataset.number));
    all.replaceChildren(
      make("h2", {}, say(words, "document.gallery")),
      ...others.map((one) => {
        const box = make("details", { class: "document-paper" }, make("summary", {}, ...paperHead(one, words), pointsOf(show.points, one.number, words)), ...paperBody(one, words));
        box.dataset.number = one.number;
        box.open = opened.has(String(one.number));
        return box;
      }),
    );
  }

  return { node, update };
}

function place(section, node) {
  const told = node ? node.textContent : "";
  section.hidden = !node;
  if (section.dataset.told === told) return;
  section.dataset.told = told;
  section.replaceChildren(...(node ? [node] : []));
}

function paperNode(paper, title, words, points) {
  return make(
    "article",
    { class: "document-paper" },
    make("p", { class: "phone-over" }, say(words, title)),
    make("h2", { class: "document-head" }, ...paperHead(paper, words), pointsOf(points, paper.number, words)),
    ...paperBody(paper, words),
  );
}

function pointsOf(points, number, words) {
  const count = points?.[number];
  return count === null || count === undefined ? "" : make("span", { class: "document-earned" }, say(words, "document.points", { count }));
}

function ownNodes(own, show, words, language, onStage) {
  const title = onStage ? "document.own.presented" : "document.own";
  const nodes = [make("h2", {}, say(words, title)), ...paperBody(own, words, show.solutions)];
  if (own.points !== null && own.points !== undefined) {
    nodes.push(make("p", { class: "document-result" }, say(words, "document.of", { points: written(own.points, language), most: show.most })));
  }
  if (own.note) nodes.push(make("h3", {}, say(words, "document.note")), make("p", { class: "document-note" }, own.note));
  if (own.comments?.length) {
    nodes.push(make("h3", {}, say(words, "document.comments")), make("ul", { class: "document-comments" }, ...own.comments.map((one) => make("li", {}, one))));
  }
  return nodes;
}
