// The line at the top: where the lesson is, and who one is.
import { make, write } from "./making.js";
import { say } from "../words.js";

const COLOURS = 12;

export class Bar {
  constructor(node) {
    this.node = node;
    this.where = make("span", { class: "phone-where" });
    this.sticker = make("span", { class: "sticker", role: "img", hidden: true });
    this.name = make("span", { class: "phone-name" });
    this.seat = make("b", { class: "phone-seat" });
    const me = make("span", { class: "phone-me" }, this.sticker, this.name, this.seat);
    node.replaceChildren(this.where, me);
  }

  show({ state, mine, words }) {
    write(this.where, where(state));
    write(this.name, mine.name);
    write(this.seat, mine.seat);
    this.#group(mine.group, words);
  }

  #group(group, words) {
    write(this.sticker, group ? String(group.number) : "");
    if (!group) return;
    this.sticker.dataset.sticker = ((group.number - 1) % COLOURS) + 1;
    this.sticker.setAttribute("aria-label", say(words, "phone.group", { number: group.number }));
  }
}

function where({ phase, title, activity, show }) {
  if (phase === "lobby" || phase === "ended") return title;
  const among = show?.of > 1 && show.number ? ` · ${show.number}/${show.of}` : "";
  return activity.title + among;
}
