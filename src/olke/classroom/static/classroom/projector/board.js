// The board on the projector: cells by topic and points, the open question, the answer, the score.
import { keep, make, put } from "../screen.js";
import { groupName, sticker, stickerOf } from "../stickers.js";
import { say } from "../words.js";

class OlkeProjectorBoard extends HTMLElement {
  heads = true;
  #told = "";

  connectedCallback() {
    if (this.turn) return;
    this.turn = make("h2", "board-turn");
    this.table = make("table", "board-table");
    this.cell = make("p", "board-over");
    this.text = make("h2", "wall-question");
    this.options = make("ol", "wall-options");
    this.answer = make("div", "wall-answer");
    this.sources = make("ul", "wall-sources");
    this.score = make("ol", "board-teams");
    this.append(this.turn, this.table, this.cell, this.text, this.options, this.answer, this.sources, this.score);
  }

  show({ state, words, language }) {
    const { show } = state;
    this.words = words;
    this.say = (key, values) => say(words, key, values, language);
    const grid = show.stage === "choose" || show.stage === "over";
    this.className = `is-${show.stage}`;
    this.#showTurn(show);
    this.table.hidden = !grid;
    if (grid) this.#showTable(show);
    this.#showItem(show, !grid);
    this.#showScore(show);
  }

  #showTurn(show) {
    const { stage, whole, choosing, asked, winner, cell, rows } = show;
    const name = (number) => groupName(this.words, number);
    let text = "";
    let team = 0;
    if (!rows.length) text = this.say("board.empty");
    else if (stage === "over") text = this.say("board.final");
    else if (stage === "choose") [team, text] = [choosing, whole ? this.say("board.choosing.class") : this.say("board.choosing", { team: name(choosing) })];
    else if (stage === "ask") [team, text] = [asked, whole ? this.say("board.asked.class") : this.say("board.asked", { team: name(asked) })];
    else if (winner === undefined) text = this.say("board.lost");
    else [team, text] = [winner, whole ? this.say("board.won.class", cell) : this.say("board.won", { team: name(winner), points: cell.points })];
    const told = `${team}/${text}`;
    if (this.turn.dataset.told === told) return;
    this.turn.dataset.told = told;
    this.turn.replaceChildren(...(team ? [sticker(this.words, team)] : []), make("span", "", text));
  }

  #showTable({ topics, rows, chosen }) {
    const told = JSON.stringify([topics, rows, chosen]);
    if (this.#told === told) return;
    this.#told = told;
    const head = make("tr");
    head.append(...topics.map((topic) => Object.assign(make("th", "", topic), { scope: "col" })));
    const top = make("thead");
    top.append(head);
    const body = make("tbody");
    for (const { points, cells } of rows) {
      const row = make("tr");
      row.append(...cells.map((cell, at) => this.#cellOf(cell, points, topics[at], chosen)));
      body.append(row);
    }
    this.table.replaceChildren(top, body);
  }

  #cellOf(cell, points, topic, chosen) {
    const box = make("td");
    if (!cell) return box;
    const face = make("span", `board-face is-${cell.state}`);
    const hidden = cell.state === "hidden";
    face.textContent = hidden ? points : "";
    face.classList.toggle("is-chosen", chosen === cell.id);
    if (cell.state === "done" && cell.team) {
      face.textContent = cell.team;
      face.dataset.sticker = stickerOf(cell.team);
    } else if (cell.state === "done") face.textContent = cell.team === 0 ? "✓" : "–";
    face.setAttribute("role", "img");
    face.setAttribute("aria-label", this.say(hidden ? "board.cell.hidden" : "board.cell.done", { topic, points }));
    box.append(face);
    return box;
  }

  #showItem({ item, cell, solution, stage, said }, shown) {
    const open = shown && Boolean(item);
    for (const part of [this.cell, this.text, this.options]) part.hidden = !open;
    const over = open ? [cell.topic, this.say("board.points", cell)].filter(Boolean).join(" · ") : "";
    put(this.cell, over);
    put(this.text, open ? item.text : "");
    const options = open ? (item.options ?? []) : [];
    this.options.hidden = !options.length;
    keep(this.options, options, (one) => one.number, () => {
      const row = make("li");
      row.append(make("b", "wall-letter"), make("span"));
      return row;
    }, (row, { letter, text }) => {
      put(row.firstElementChild, letter);
      put(row.lastElementChild, text);
    });
    const told = open && stage === "shown" && solution;
    this.answer.hidden = this.sources.hidden = !told;
    if (!told) return;
    const lines = [["answer", solution.answer || (said ?? [])[0] || ""], ["why", solution.explanation]];
    keep(this.answer, lines.filter(([, text]) => text), ([key]) => key, ([key]) => make("p", `wall-${key}`), (line, [, text]) => put(line, text));
    const sources = [...new Set((solution.evidence ?? []).flatMap((one) => one.citations))];
    keep(this.sources, sources, (one) => one, () => make("li"), put);
    this.sources.hidden = !sources.length;
    this.sources.dataset.label = `${this.say("board.sources")}: `;
  }

  #showScore({ teams, whole, stage, choosing, asked }) {
    const now = stage === "ask" ? asked : stage === "choose" ? choosing : 0;
    const order = stage === "over" ? [...teams].sort((a, b) => b.points - a.points) : teams;
    keep(this.score, order, (one) => one.id, ({ number }) => {
      const row = make("li", "board-team");
      if (whole) row.append(make("span", "", this.say("board.class")));
      else row.append(sticker(this.words, number), make("span", "board-name", groupName(this.words, number)));
      row.append(make("b", "board-points"));
      return row;
    }, (row, { number, points }) => {
      row.classList.toggle("is-now", now === number && !whole);
      put(row.querySelector(".board-points"), points);
    });
  }
}

customElements.define("olke-projector-board", OlkeProjectorBoard);
