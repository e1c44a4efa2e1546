// What goes with a card: its column, the idea it is about, the claim it rests on.
import { make } from "../making.js";
import { say } from "../../words.js";
import { chips } from "./chips.js";

// Returns what a composer takes as extra, null where a card is words and nothing else.
export function besideCard({ state, words }) {
  const { columns, evidence, ideas } = state.show;
  const parts = [];
  if (columns.length) parts.push(columnChips(columns, words));
  if (ideas?.length) parts.push(ideaChips(ideas, words));
  if (evidence) parts.push(claimChoice(evidence, words));
  if (!parts.length) return null;
  const before = make("div", { class: "wall-before" }, ...parts.filter((one) => one.first).map((one) => one.node));
  const after = make("div", { class: "wall-beside" }, ...parts.filter((one) => !one.first).map((one) => one.node));
  return {
    before,
    node: after,
    read: () => Object.assign({}, ...parts.map((one) => one.read())),
    fill: (value) => parts.forEach((one) => one.fill(value ?? {})),
    sent: () => parts.forEach((one) => one.sent?.()),
  };
}

// The next card is offered the next column: one of each is what is mostly asked for.
function columnChips(columns, words) {
  const options = columns.map((text, value) => ({ value, text }));
  const row = chips({ label: say(words, "wall.column"), options, chosen: () => {} });
  row.set(0);
  return {
    first: true,
    node: row.node,
    read: () => ({ column: row.value() }),
    fill: ({ column }) => row.set(column ?? 0),
    sent: () => row.set((row.value() + 1) % columns.length),
  };
}

function ideaChips(ideas, words) {
  const about = chips({
    label: say(words, "wall.idea"),
    options: ideas.map(({ id, text }) => ({ value: id, text })),
    chosen: (value) => {
      side.node.hidden = value === undefined;
    },
    none: true,
  });
  const side = chips({
    label: say(words, "wall.side"),
    options: [
      { value: false, text: say(words, "wall.supports") },
      { value: true, text: say(words, "wall.refutes") },
    ],
    chosen: () => {},
  });
  side.set(false);
  side.node.hidden = true;
  const node = make("div", {}, about.node, side.node);
  return {
    first: true,
    node,
    read: () => (about.value() === undefined ? {} : { about: about.value(), against: side.value() }),
    fill: (value) => {
      about.set(value.about);
      side.set(Boolean(value.against));
      side.node.hidden = value.about === undefined;
    },
  };
}

function claimChoice(evidence, words) {
  const options = evidence.map(({ claim, sentence }) => make("option", { value: claim }, sentence));
  const select = make("select", { id: "wall-claim" }, make("option", { value: "" }, say(words, "wall.no-claim")), ...options);
  const source = make("p", { class: "phone-hint wall-source" });
  const tell = () => {
    const found = evidence.find((one) => one.claim === select.value);
    source.replaceChildren(...(found ? [make("span", {}, found.sentence), ...found.citations.map((one) => make("cite", {}, one))] : []));
    source.hidden = !found;
  };
  select.addEventListener("change", tell);
  tell();
  const label = make("label", { htmlFor: "wall-claim" }, say(words, "wall.claim"));
  return {
    first: false,
    node: make("div", { class: "wall-claim" }, label, select, source),
    read: () => (select.value ? { claim: select.value } : {}),
    fill: ({ claim }) => {
      select.value = claim ?? "";
      tell();
    },
    sent: () => {
      select.value = "";
      tell();
    },
  };
}
