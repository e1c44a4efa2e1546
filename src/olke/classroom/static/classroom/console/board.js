// The board on the console: open a cell, hear the answer, judge it, put a judgement right.
import { keep, make, put } from "../screen.js";
import { groupName, sticker } from "../stickers.js";
import { say } from "../words.js";

class OlkeConsoleBoard extends HTMLElement {
  #told = "";
  #played = "";

  connectedCallback() {
    if (this.text) return;
    this.turn = make("p", "board-now");
    this.text = make("p", "shown-text");
    this.solution = make("div", "shown-solution");
    this.given = make("section", "board-given");
    this.head = make("h3", "hint");
    this.none = make("p", "hint");
    this.answers = make("ul", "board-answers");
    this.given.append(this.head, this.none, this.answers);
    this.judging = make("p", "board-judging");
    this.hint = make("p", "hint");
    this.table = make("div", "board-cells");
    this.score = make("ul", "board-score");
    this.correct = make("details", "board-correct");
    this.append(this.turn, this.text, this.given, this.judging, this.solution, this.hint, this.table, this.score, this.correct);
  }

  show({ state, connection, words, language }) {
    const { show, phase } = state;
    Object.assign(this, { connection, words });
    this.say = (key, values) => say(words, key, values, language);
    const may = phase === "open" || phase === "paused";
    this.#showTurn(show);
    put(this.text, show.item?.text ?? "");
    this.text.hidden = !show.item;
    this.#showAnswers(show, may);
    this.#showJudging(show, may);
    this.#showSolution(show);
    put(this.hint, show.stage === "choose" && may ? this.say("board.open") : "");
    this.#showTable(show, may);
    this.#showScore(show);
    this.#showCorrect(show);
  }

  #showTurn({ stage, whole, choosing, asked, winner, cell, rows }) {
    const name = (number) => groupName(this.words, number);
    let text = "";
    if (!rows.length) text = this.say("board.empty");
    else if (stage === "choose") text = whole ? this.say("board.choosing.class") : this.say("board.choosing", { team: name(choosing) });
    else if (stage === "ask") text = whole ? this.say("board.asked.class") : this.say("board.asked", { team: name(asked) });
    else if (stage === "over") text = this.say("board.over");
    else if (winner === undefined) text = this.say("board.lost");
    else text = whole ? this.say("board.won.class", cell) : this.say("board.won", { team: name(winner), points: cell.points });
    const over = cell && (stage === "ask" || stage === "shown") ? ` · ${[cell.topic, this.say("board.points", cell)].filter(Boolean).join(", ")}` : "";
    put(this.turn, text + over);
  }

  #showAnswers({ stage, answers = [], whole }, may) {
    this.given.hidden = stage !== "ask" && !answers.length;
    put(this.head, this.say("board.answers"));
    put(this.none, answers.length ? "" : this.say("board.no.answer"));
    this.none.hidden = answers.length > 0;
    keep(this.answers, answers, (one) => one.id, () => {
      const row = make("li");
      const right = make("button", "btn btn-small");
      right.type = "button";
      right.addEventListener("click", () => this.connection.command("judge", { right: "1", answer: row.dataset.key }));
      row.append(make("b"), make("span"), make("em"), right);
      return row;
    }, (row, one) => {
      put(row.children[0], whole ? one.by : groupName(this.words, one.team));
      put(row.children[1], one.text);
      const verdict = one.right === null ? "" : this.say(one.right ? "board.right" : "board.wrong");
      put(row.children[2], verdict);
      put(row.children[3], this.say("board.right"));
      row.children[3].hidden = !whole || stage !== "ask" || !may;
    });
  }

  #showJudging({ stage, can_pass: canPass, whole }, may) {
    this.judging.hidden = stage !== "ask" || !may;
    if (!this.judging.childElementCount) {
      const buttons = [["judge", { right: "1" }], ["judge", { right: "0" }], ["give_up", {}]];
      this.judging.append(...buttons.map(([name, data]) => {
        const button = make("button", "btn");
        button.type = "button";
        button.addEventListener("click", () => this.connection.command(name, data));
        return button;
      }));
    }
    const [right, wrong, giveUp] = this.judging.children;
    put(right, this.say("board.right"));
    put(wrong, this.say(canPass ? "board.pass" : "board.wrong"));
    put(giveUp, this.say("board.give.up"));
    wrong.hidden = whole;
    giveUp.hidden = !canPass && !whole;
  }

  #showSolution({ solution, stage }) {
    this.solution.hidden = !solution || (stage !== "ask" && stage !== "shown");
    if (this.solution.hidden) return;
    const told = JSON.stringify(solution);
    if (this.solution.dataset.told === told) return;
    this.solution.dataset.told = told;
    const sources = [...new Set((solution.evidence ?? []).flatMap((one) => one.citations))];
    this.solution.replaceChildren(
      make("span", "shown-term", this.say("board.answer")),
      ...[solution.answer, solution.explanation].filter(Boolean).map((text) => make("p", "", String(text))),
      ...sources.map((one) => make("small", "hint", one)),
    );
  }

  #showTable({ topics, rows, stage, chosen }, may) {
    const open = stage === "choose" && may;
    this.table.hidden = !rows.length || stage === "ask" || stage === "shown";
    const told = JSON.stringify([topics, rows, open, chosen]);
    if (this.#told === told) return;
    this.#told = told;
    this.table.style.setProperty("--topics", topics.length);
    const heads = topics.map((topic) => make("b", "", topic));
    const cells = rows.flatMap(({ points, cells: row }) => row.map((cell, at) => this.#cell(cell, points, topics[at], open, chosen)));
    this.table.replaceChildren(...heads, ...cells);
  }

  #cell(cell, points, topic, open, chosen) {
    if (!cell) return make("span", "hint", "–");
    const hidden = cell.state === "hidden";
    const button = make("button", "board-cell", hidden ? points : cell.team || (cell.team === 0 ? "✓" : "·"));
    button.type = "button";
    button.disabled = !hidden || !open;
    button.setAttribute("aria-label", this.say(hidden ? "board.cell" : "board.cell.done", { topic, points }));
    button.classList.toggle("is-chosen", chosen === cell.id);
    button.addEventListener("click", () => this.connection.command("open", { cell: cell.id }));
    return button;
  }

  #showScore({ teams, whole }) {
    keep(this.score, teams, (one) => one.id, ({ number }) => {
      const row = make("li");
      row.append(...(whole ? [] : [sticker(this.words, number)]), make("span", "", whole ? this.say("board.class") : groupName(this.words, number)), make("b"));
      return row;
    }, (row, { points }) => put(row.lastElementChild, points));
  }

  // Each cell that was played, with the team that got it: another choice puts it right.
  #showCorrect({ rows, topics, teams, whole }) {
    const played = rows.flatMap(({ points, cells }) => cells.map((cell, at) => ({ ...cell, points, topic: topics[at] }))).filter((one) => one.state === "done" || (one.state === "open" && one.team !== undefined));
    this.correct.hidden = !played.length;
    const told = JSON.stringify([played, teams.map((one) => one.number)]);
    if (this.#played === told) return;
    this.#played = told;
    const summary = make("summary", "", this.say("board.correct"));
    const lines = played.map((one) => {
      const label = make("label", "", this.say("board.got", { cell: [one.topic, one.points].filter(Boolean).join(", ") }));
      const select = make("select");
      const options = [["", this.say("board.nobody")], ...teams.map(({ number }) => [String(number), whole ? this.say("board.class") : groupName(this.words, number)])];
      select.append(...options.map(([value, text]) => Object.assign(make("option", "", text), { value })));
      select.value = one.team === null ? "" : String(one.team);
      select.addEventListener("change", () => this.connection.command("correct", { cell: one.id, team: select.value }));
      label.append(" ", select);
      return label;
    });
    this.correct.replaceChildren(summary, ...lines);
  }
}

customElements.define("olke-console-board", OlkeConsoleBoard);
