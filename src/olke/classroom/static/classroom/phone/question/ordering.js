// Things to bring into order: buttons up and down for fingers, keys and readers alike, or drag.
import { label, make } from "../making.js";
import { say } from "../../words.js";

export function ordering(item, { connection, words }) {
  const draft = connection.draft(item.id, 0);
  const texts = new Map(item.options.map(({ number, text }) => [number, text]));
  let order = draft ? JSON.parse(draft) : (connection.value(item.id, 0) ?? [...texts.keys()]);
  let given;
  const rows = new Map(item.options.map(({ number }) => [number, row(number)]));
  const list = make("ol", { class: "phone-order" });
  const hint = make("p", { class: "phone-hint" }, say(words, "question.order"));
  const said = make("p", { class: "for-ears", role: "status" });
  const send = make("button", { type: "button", class: "phone-main" });
  const node = make("div", {}, hint, list, said, send);
  send.addEventListener("click", () => {
    connection.send(item.id, 0, order);
    connection.draft(item.id, 0, "");
  });

  function row(number) {
    const arrow = (step, key, sign) => {
      const label = say(words, key, { text: texts.get(number) });
      const tap = () => move(number, step);
      return make("button", { type: "button", class: "phone-arrow", "aria-label": label, onclick: tap }, sign);
    };
    const up = arrow(-1, "question.up", "↑");
    const down = arrow(1, "question.down", "↓");
    const text = make("span", {}, texts.get(number));
    const line = make("li", { class: "phone-entry" }, text, up, down);
    dragged(text, number, line);
    return { line, up, down };
  }

  function move(number, step) {
    const from = order.indexOf(number);
    place(number, from + step);
    const place_ = order.indexOf(number) + 1;
    said.textContent = say(words, "question.moved", { text: texts.get(number), place: place_ });
    const { up, down } = rows.get(number);
    const button = step < 0 ? up : down;
    (button.disabled ? (step < 0 ? down : up) : button).focus();
  }

  function place(number, to) {
    const next = order.filter((one) => one !== number);
    next.splice(Math.max(0, Math.min(to, next.length)), 0, number);
    if (next.join() === order.join()) return;
    order = next;
    connection.draft(item.id, 0, JSON.stringify(order));
    draw();
  }

  // A finger on the text takes the entry along; whatever it passes makes room.
  function dragged(handle, number, line) {
    handle.addEventListener("pointerdown", (event) => {
      if (!given.may || event.button) return;
      handle.setPointerCapture(event.pointerId);
      line.classList.add("phone-dragged");
    });
    handle.addEventListener("pointermove", (event) => {
      if (!line.classList.contains("phone-dragged")) return;
      const lines = order.map((one) => rows.get(one).line);
      const over = lines.findIndex((one) => event.clientY < one.getBoundingClientRect().bottom);
      place(number, over < 0 ? lines.length - 1 : over);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      handle.addEventListener(end, () => line.classList.remove("phone-dragged"));
    }
  }

  function draw() {
    const { own, may } = given;
    const lines = order.map((one) => rows.get(one).line);
    if (lines.some((line, n) => list.children[n] !== line)) list.replaceChildren(...lines);
    order.forEach((one, n) => {
      const { up, down } = rows.get(one);
      up.disabled = !may || n === 0;
      down.disabled = !may || n === order.length - 1;
    });
    list.classList.toggle("phone-fixed", !may);
    send.hidden = hint.hidden = !may;
    send.disabled = own?.value?.join() === order.join();
    label(send, say(words, own ? "phone.send-again" : "phone.send"));
  }

  const update = (now) => {
    const theirs = now.own?.value;
    const isNews = theirs && theirs.join() !== given?.own?.value?.join();
    if (isNews && !connection.draft(item.id, 0)) order = theirs;
    given = now;
    draw();
  };
  return { node, update };
}
