// The groups that stand: who is in each, its points, a point more.
import { keep, make, put } from "../screen.js";

const STICKERS = 12;

export class Teams {
  constructor(console) {
    this.console = console;
  }

  show({ groups = [] }) {
    this.console.find("groups").hidden = !groups.length;
    const list = this.console.find("groups-list");
    keep(list, groups, (one) => one.id, (one) => this.#create(one), update);
  }

  #create({ id, number }) {
    const { say, setup } = this.console;
    const row = make("li");
    const badge = sticker(number);
    const button = make("button", "btn btn-small", "+1");
    button.setAttribute("aria-label", `${say("console.award")}: ${say("console.group", { number })}`);
    Object.assign(button, { name: "points", value: "1" });
    const form = make("form", "command team-award");
    Object.assign(form, { method: "post", action: setup.command });
    form.append(hidden("name", "award"), hidden("group", id), button);
    row.append(badge, make("span", "team-members"), make("span", "team-points"), form);
    return row;
  }
}

function update(row, { members, points }) {
  put(row.querySelector(".team-members"), members.join(", "));
  put(row.querySelector(".team-points"), points || "");
}

function hidden(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

export function sticker(number) {
  const badge = make("b", "sticker", number);
  badge.dataset.sticker = ((number - 1) % STICKERS) + 1;
  return badge;
}
