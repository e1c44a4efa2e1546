// True or false: two buttons, one tap.
import { make } from "../making.js";
import { say } from "../../words.js";

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
