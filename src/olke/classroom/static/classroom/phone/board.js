// The board on a phone: choosing a cell when it is the team's turn, answering when it is asked.
import { isOpen } from "./countdown.js";
import { make, write } from "./making.js";
import { penLine, penOf } from "./pen.js";
import { ordering } from "./question/ordering.js";
import { solutionOf } from "./question/solution.js";
import { choice, statement } from "./question/tapping.js";
import { estimate, prompt } from "./question/typing.js";
import { groupName, sticker } from "../stickers.js";
import { say } from "../words.js";

const KINDS = { statement, choice, estimate, ordering, prompt };
const CHOICE = "cell";

class OlkePhoneBoard extends HTMLElement {
  #of = "";
  #cell = "";
  #parts = null;
  #control = null;

  show(given) {
    const { state, language, words } = given;
    const of = `${state.turn}/${language}`;
    if (this.#of !== of) {
      this.#of = of;
      this.#cell = "";
      this.#parts = this.#build(given);
    }
    const { show } = state;
    const team = this.#team(given);
    this.#parts.pen.update(given);
    const turn = { choose: show.choosing, ask: show.asked }[show.stage];
    if (turn !== team) this.#parts.pen.node.hidden = true; // others have nothing to write
    this.#showLead(given, team);
    this.#showGrid(given, team);
    this.#showItem(given, team);
    this.#showScore(given);
    write(this.#parts.result, show.stage === "shown" ? this.#result(show, words) : "");
  }

  #build({ words }) {
    const parts = {
      title: make("h1", {}),
      lead: make("p", { class: "phone-lead", role: "status" }),
      pen: penLine(),
      grid: make("div", { class: "board-grid" }),
      over: make("p", { class: "phone-over" }),
      text: make("h2", { class: "phone-question" }),
      control: make("div"),
      status: make("p", { class: "phone-note", role: "status" }),
      result: make("p", { class: "board-result" }),
      solution: solutionOf(),
      score: make("section", { class: "board-score" }, make("h2", {}, say(words, "board.final")), make("ul")),
    };
    const nodes = Object.values(parts).map((part) => part.node ?? part);
    this.replaceChildren(...nodes);
    return parts;
  }

  // The number of the learner's team; 0 where the class plays together.
  #team({ state, mine }) {
    const own = state.show.teams.find((one) => one.id === mine.group?.id);
    return state.show.whole ? 0 : (own?.number ?? -1);
  }

  #showLead({ state, words }, team) {
    const { show } = state;
    const { title, lead } = this.#parts;
    const over = show.stage === "over";
    write(title, over ? say(words, "board.over") : state.step.title);
    title.hidden = !over && show.stage !== "choose";
    write(lead, over ? "" : this.#lead(show, words, team));
  }

  #lead({ stage, choosing, asked, whole, rows }, words, team) {
    if (!rows.length) return say(words, "board.empty");
    const name = (number) => groupName(words, number);
    if (stage === "choose") {
      if (whole) return say(words, "board.choosing.class");
      return choosing === team ? say(words, "board.your.turn") : say(words, "board.others.choose", { team: name(choosing) });
    }
    if (stage !== "ask") return "";
    if (whole) return say(words, "board.asked.class");
    return asked === team ? say(words, "board.your.question") : say(words, "board.others", { team: name(asked) });
  }

  // Topics stand one under another: a phone is narrow.
  #showGrid(given, team) {
    const { state, connection, words } = given;
    const { show } = state;
    const place = this.#parts.grid;
    place.hidden = show.stage !== "choose";
    if (place.hidden) return;
    const may = isOpen(state, connection.now()) && (show.whole || show.choosing === team) && penOf(state, given.mine) !== "elsewhere";
    const chosen = connection.value(CHOICE, show.round);
    const told = JSON.stringify([show.rows, show.topics, may, chosen]);
    if (place.dataset.told === told) return;
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.cell : "";
    place.dataset.told = told;
    const press = (cell) => connection.send(CHOICE, show.round, cell);
    place.replaceChildren(...show.topics.map((topic, at) => topicRow(topic, at, show, { may, chosen, press, words })));
    if (focused) place.querySelector(`[data-cell="${CSS.escape(focused)}"]`)?.focus();
    const label = chosen && cellLabel(show, chosen);
    write(this.#parts.status, label && may ? say(words, "board.chosen", { cell: label }) : "");
  }

  #showItem(given, team) {
    const { state, connection, mine, words } = given;
    const { show } = state;
    const { over, text, control, status, solution } = this.#parts;
    const item = show.stage === "ask" || show.stage === "shown" ? show.item : null;
    write(over, item ? [show.cell.topic, say(words, "board.points", show.cell)].filter(Boolean).join(" · ") : "");
    write(text, item?.text ?? "");
    control.hidden = !item;
    solution.node.hidden = !item;
    if (!item) {
      if (show.stage !== "choose") write(status, "");
      return;
    }
    const mayBe = show.stage === "ask" && (show.whole || show.asked === team) && isOpen(state, connection.now());
    const may = mayBe && penOf(state, mine) !== "elsewhere";
    const own = mine.answers.find((one) => one.turn === state.turn && one.item === item.id);
    if (this.#cell !== item.id) {
      this.#cell = item.id;
      this.#control = (KINDS[item.kind] ?? prompt)(item, given);
      control.replaceChildren(this.#control.node);
    }
    control.hidden = show.stage === "ask" && !mayBe && !own;
    if (show.stage === "shown" && !own) control.hidden = true;
    const fate = connection.status(item.id, 0);
    this.#control.update({ ...given, own, status: fate, revealed: show.stage === "shown", may });
    write(status, this.#fate(fate, own, show.stage, words));
    solution.show({ ...given, own, revealed: show.stage === "shown" });
  }

  #fate(fate, own, stage, words) {
    if (fate?.refused) return fate.refused;
    if (stage !== "ask" || !own) return "";
    return fate === "sending" ? say(words, "phone.sending") : `✓ ${say(words, "phone.kept")}`;
  }

  #result({ winner, whole, cell }, words) {
    if (winner === null || winner === undefined) return say(words, "board.lost");
    if (whole) return say(words, "board.won.class", cell);
    return say(words, "board.won", { team: groupName(words, winner), points: cell.points });
  }

  #showScore({ state, words, mine }) {
    const { teams, whole, rows } = state.show;
    const place = this.#parts.score;
    place.hidden = !rows.length;
    const told = JSON.stringify(teams);
    if (place.dataset.told === told) return;
    place.dataset.told = told;
    const order = [...teams].sort((a, b) => b.points - a.points);
    place.lastElementChild.replaceChildren(
      ...order.map((one) => {
        const name = whole ? say(words, "board.class") : groupName(words, one.number);
        const row = make("li", { class: one.id === mine.group?.id ? "board-own" : "" });
        row.append(...(whole ? [] : [sticker(words, one.number)]), make("span", {}, name), make("b", {}, String(one.points)));
        return row;
      }),
    );
  }
}

function topicRow(topic, at, show, { may, chosen, press, words }) {
  const cells = show.rows.map(({ points, cells: row }) => {
    const cell = row[at];
    if (!cell) return make("span", { class: "board-none", "aria-hidden": "true" }, "–");
    const hidden = cell.state === "hidden";
    const label = say(words, hidden ? "board.cell" : "board.cell.done", { topic, points });
    const button = make(
      "button",
      { type: "button", class: "board-cell", "aria-label": label, "aria-pressed": String(chosen === cell.id), disabled: !hidden || !may, onclick: () => press(cell.id) },
      hidden ? String(points) : "·",
    );
    button.dataset.cell = cell.id;
    return button;
  });
  return make("section", { class: "board-topic" }, make("h3", {}, topic), make("div", {}, ...cells));
}

function cellLabel({ topics, rows }, id) {
  for (const { points, cells } of rows) {
    const at = cells.findIndex((cell) => cell?.id === id);
    if (at >= 0) return [topics[at], points].filter(Boolean).join(", ");
  }
  return "";
}

customElements.define("olke-phone-board", OlkePhoneBoard);
