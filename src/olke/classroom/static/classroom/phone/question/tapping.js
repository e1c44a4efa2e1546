// Questions that a tap answers: true or false, options, a hand that is raised.
import { label, make, write } from "../making.js";
import { say } from "../../words.js";

// True or false: two buttons, one tap.
export function statement(item, { connection, words }) {
  const buttons = [true, false].map((value) => {
    const label = say(words, value ? "question.true" : "question.false");
    const tap = () => connection.send(item.id, 0, value);
    return make("button", { type: "button", class: "phone-choice", onclick: tap }, label);
  });
  const node = make("div", { class: "phone-pair", role: "group" }, ...buttons);
  const update = ({ own, may, revealed, state }) => {
    [true, false].forEach((value, n) => {
      const button = buttons[n];
      button.setAttribute("aria-pressed", String(own?.value === value));
      button.disabled = !may;
      button.classList.toggle("phone-is-right", revealed && state.show.solution?.solution === value);
    });
  };
  return { node, update };
}

// One of several options with one tap; several with ticks and a button.
export function choice(item, { connection, words }) {
  let chosen = read(connection, item) ?? connection.value(item.id, 0) ?? [];
  let given;
  const tap = (number) => {
    if (!item.several) {
      connection.send(item.id, 0, [number]);
      return;
    }
    chosen = chosen.includes(number) ? chosen.filter((one) => one !== number) : [...chosen, number];
    connection.draft(item.id, 0, JSON.stringify(chosen));
    draw();
  };
  const buttons = item.options.map(({ number, letter, text }) =>
    make(
      "button",
      { type: "button", class: "phone-choice", onclick: () => tap(number) },
      make("i", { "aria-hidden": "true" }, letter),
      make("span", {}, text),
    ),
  );
  const send = make("button", { type: "button", class: "phone-main" }, say(words, "phone.send"));
  send.addEventListener("click", () => {
    connection.send(item.id, 0, [...chosen].sort((a, b) => a - b));
    connection.draft(item.id, 0, "");
  });
  const hint = make("p", { class: "phone-hint" }, say(words, "question.several"));
  const node = make("div", { class: "phone-choices", role: "group" }, hint, ...buttons, send);

  function draw() {
    const { own, may, revealed, state } = given;
    const shown = item.several && may ? chosen : (own?.value ?? []);
    item.options.forEach(({ number }, n) => {
      buttons[n].setAttribute("aria-pressed", String(shown.includes(number)));
      buttons[n].disabled = !may;
      const right = state.show.solution?.solution ?? [];
      buttons[n].classList.toggle("phone-is-right", revealed && right.includes(number));
    });
    send.hidden = hint.hidden = !item.several || !may;
    send.disabled = !chosen.length || same(chosen, own?.value);
    label(send, say(given.words, own ? "phone.send-again" : "phone.send"));
  }

  const update = (now) => {
    const theirs = now.own?.value;
    // Another of the group, or this learner's other phone, chose meanwhile.
    if (theirs && !same(theirs, given?.own?.value) && !read(connection, item)) chosen = theirs;
    given = now;
    draw();
  };
  return { node, update };
}

function read(connection, item) {
  const draft = connection.draft(item.id, 0);
  return draft ? JSON.parse(draft) : null;
}

function same(one, other) {
  return Boolean(other) && one.length === other.length && one.every((n) => other.includes(n));
}

// Answered aloud: a hand to raise where learners ask for the word, or else just time to think.
export function aloud(item, { connection, words, state }) {
  const { hands } = state.show;
  const lead = make("p", { class: "phone-lead" });
  const button = make("button", { type: "button", class: "phone-main phone-hand" });
  const node = make("div", {}, lead, button);
  let up = false;
  button.addEventListener("click", () => connection.send(item.id, 0, !up));
  const update = ({ own, may, revealed }) => {
    up = Boolean(own?.value);
    write(lead, revealed ? "" : say(words, hands ? "question.volunteer" : "question.aloud"));
    write(button, hands && may ? say(words, up ? "question.hand-down" : "question.hand-raise") : "");
    button.setAttribute("aria-pressed", String(up));
  };
  return { node, update };
}
