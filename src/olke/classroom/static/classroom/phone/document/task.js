// A task: written, or answered as a question of its kind is; with the evidence behind the answer.
import { make, write } from "../making.js";
import { ordering } from "../question/ordering.js";
import { choice, statement } from "../question/tapping.js";
import { estimate } from "../question/typing.js";
import { say } from "../../words.js";
import { ownValue } from "./own.js";
import { picker } from "./picker.js";
import { grow } from "./text.js";

const KINDS = { statement, choice, estimate, ordering };

export function task(item, evidence, given, saver) {
  const { words } = given;
  const written = !(item.kind in KINDS);
  const control = written ? area(item, words) : question(item, given, () => now());
  const pick = picker(evidence, words, () => now());
  const level = item.level ? `${say(words, "document.level", item)} · ` : "";
  const over = make("p", { class: "phone-over" });
  write(over, `${level}${item.topic ?? ""}`.replace(/ · $/, ""));
  const title = make("h2", { class: "document-task", id: `document-${item.id}-title` }, item.text);
  const key = make("div", { class: "document-key", hidden: true });
  const node = make("section", { class: "document-field" }, over, title, control.node, pick.node, key);
  pick.label(say(words, "document.rests"));
  const value = () => ({ answer: control.value(), claim: pick.value() });
  const now = () => {
    if (control.value() === undefined) return;
    saver.now(item.id, 0, value);
  };
  control.listen?.(
    () => saver.later(item.id, 0, value),
    () => saver.isDirty(item.id, 0) && saver.now(item.id, 0, value),
  );
  let begun = false;

  const update = (state) => {
    const theirs = ownValue(state, item.id, 0);
    const left = !begun && state.may ? saver.left(item.id, 0) : undefined;
    if (!saver.isDirty(item.id, 0)) {
      if (!node.contains(document.activeElement)) pick.choose((left ?? theirs)?.claim ?? "");
      control.set((left ?? theirs)?.answer, state);
    }
    if (left) saver.later(item.id, 0, value);
    control.lock(!state.may, state);
    pick.lock(!state.may);
    if (theirs) saver.knows(item.id, 0, theirs);
    begun = true;
    showKey(key, state.state.show.solutions?.[item.id], words);
  };
  return { node, update };
}

function area(item, words) {
  const field = make("textarea", { rows: 3, maxLength: 16000, "aria-labelledby": `document-${item.id}-title` });
  field.placeholder = say(words, "document.answer");
  return {
    node: field,
    value: () => field.value.trim(),
    set: (text = "") => {
      if (document.activeElement !== field && field.value !== text) field.value = text;
      grow(field);
    },
    lock: (locked) => {
      field.readOnly = locked;
    },
    listen: (typed, left) => {
      field.addEventListener("input", () => {
        grow(field);
        typed();
      });
      field.addEventListener("blur", left);
    },
  };
}

// The controls of a timed question send by themselves: what they send becomes part of the document.
function question(item, given, changed) {
  let answer;
  const { connection } = given;
  const line = {
    send: (_id, _number, value) => {
      answer = value;
      changed();
    },
    value: () => answer,
    draft: (...told) => (told.length > 2 ? told[2] : ""),
  };
  const control = KINDS[item.kind](item, { ...given, connection: line });
  const draw = (may, state) => {
    const own = answer === undefined ? undefined : { value: answer };
    const status = connection.status(item.id, 0);
    control.update({ ...state, own, status, revealed: false, may });
  };
  return {
    node: control.node,
    value: () => answer,
    set: (value) => {
      if (value !== undefined) answer = value;
    },
    lock: (locked, state) => draw(!locked, state),
  };
}

export function showKey(place, solution, words) {
  place.hidden = !solution?.answer && !solution?.explanation;
  if (place.hidden || place.childElementCount) return;
  const sources = [...new Set((solution.evidence ?? []).flatMap((one) => one.citations))];
  place.append(
    make("h3", {}, say(words, "document.key")),
    ...[solution.answer, solution.explanation].filter(Boolean).map((text) => make("p", {}, String(text))),
    ...sources.map((one) => make("cite", {}, one)),
  );
}
