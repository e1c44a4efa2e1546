// A choice of one among a few, as a row of buttons: a column, an idea, for or against.
import { make, write } from "../making.js";

// options: [{value, text}]. chosen(value) is told when one is pressed. none: nothing may be chosen.
export function chips({ label, options, chosen, none = false }) {
  let value;
  const buttons = options.map((one) => {
    const button = make("button", { type: "button", class: "wall-chip" }, one.text);
    button.addEventListener("click", () => {
      set(none && value === one.value ? undefined : one.value);
      chosen(value);
    });
    return button;
  });
  const name = make("legend", {}, label);
  const node = make("fieldset", { class: "wall-chips" }, name, make("div", { class: "wall-chip-row" }, ...buttons));

  function set(next) {
    value = next;
    options.forEach((one, place) => buttons[place].setAttribute("aria-pressed", String(one.value === value)));
  }

  function allow(may) {
    for (const button of buttons) button.disabled = !may;
  }

  return { node, set, allow, relabel: (text) => write(name, text), value: () => value };
}
