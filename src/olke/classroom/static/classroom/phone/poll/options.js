// Options to choose from, with what was chosen, and how many chose each once it is known.
import { make, write, written } from "../making.js";
import { say } from "../../words.js";

// all: [{number, letter, text, item?}]; place: {item, number} of the answer. mark(option): a node
// before its text, instead of its letter.
export function options({ all, several = false, label, place, mark = letterOf }, given) {
  const { connection, words } = given;
  let chosen = connection.value(place.item, place.number) ?? [];
  let before = chosen;
  const send = (value) => connection.send(place.item, place.number, [...value].sort((a, b) => a - b));
  const rows = all.map((option) => row(option));
  const button = make("button", { type: "button", class: "phone-main", hidden: true });
  button.addEventListener("click", () => send(chosen));
  const group = make("div", { class: "phone-choices", role: "group", "aria-label": label }, ...rows.map((one) => one.node));
  const node = make("div", { class: "poll-options" }, group, button);

  function tap({ number }) {
    if (!several) {
      send([number]);
      return;
    }
    chosen = chosen.includes(number) ? chosen.filter((one) => one !== number) : [...chosen, number];
    update(given);
  }

  function row(option) {
    const count = make("b", { class: "poll-count" });
    const bar = make("span", { class: "poll-bar", "aria-hidden": "true", hidden: true });
    const press = make("button", { type: "button", class: "phone-choice" }, bar, mark(option), make("span", {}, option.text), count);
    press.addEventListener("click", () => tap(option));
    const text = option.item?.text;
    const more = text ? make("details", { class: "poll-more" }, make("summary", {}, say(words, "poll.more")), make("p", {}, text)) : null;
    return { option, press, bar, count, node: make("div", { class: "poll-option" }, press, more) };
  }

  // given: what elements are shown, with may, own, status, counts and total.
  function update(now) {
    given = now;
    const { may, own, counts, total, language, words: say_in } = now;
    if (JSON.stringify(own) !== JSON.stringify(before)) [before, chosen] = [own, own ?? []];
    const shown = several && may ? chosen : (own ?? []);
    for (const { option, press, bar, count } of rows) {
      press.setAttribute("aria-pressed", String(shown.includes(option.number)));
      press.disabled = !may;
      const some = counts?.[option.number];
      write(count, some === undefined ? "" : written(some, language));
      bar.hidden = some === undefined;
      bar.style.setProperty("--share", some && total ? some / total : 0);
    }
    write(button, say(say_in, own ? "phone.send-again" : "phone.send"));
    button.hidden = !several || !may;
    button.disabled = !chosen.length || JSON.stringify([...chosen].sort()) === JSON.stringify([...(own ?? [])].sort());
  }
  return { node, update };
}

function letterOf({ letter }) {
  return make("i", { "aria-hidden": "true" }, letter);
}
