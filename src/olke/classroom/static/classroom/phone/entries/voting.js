// What others wrote and the teacher let through: to read, and to vote on.
import { make, write } from "../making.js";
import { say } from "../../words.js";
import { VOTES, ownIds } from "./own.js";
import { keyed } from "./keyed.js";

// entries: by number ({text, votes?, pinned?, answered?}). more(one): further nodes of a row, made
// once; below(one): such that stand under it; fill(row, one): brings them up to date.
export function votingList({ more = () => [], below = () => [], fill = () => {} } = {}) {
  const head = make("p", { class: "entry-votes", role: "status" });
  const list = make("ul", { class: "entry-list" });
  const node = make("div", { class: "entry-voting" }, head, list);
  let given = null;
  let entries = [];

  const chosen = () => {
    const there = new Set(entries.map((one) => one.id));
    return (given.connection.value(VOTES) ?? []).filter((one) => there.has(one));
  };

  function toggle(id) {
    const before = chosen();
    const after = before.includes(id) ? before.filter((one) => one !== id) : [...before, id];
    if (after.length <= given.state.show.votes) given.connection.send(VOTES, 0, after.sort((a, b) => a - b));
  }

  function create(one) {
    const button = make("button", { type: "button", class: "entry-vote" });
    button.addEventListener("click", () => toggle(one.id));
    const text = make("p", { class: "entry-text" });
    const beside = make("div", { class: "entry-more" }, text, ...more(one));
    return make("li", { class: "entry-row" }, beside, make("span", { class: "entry-count" }), button, ...below(one));
  }

  function update(row, one) {
    const { words, state, may } = given;
    const [beside, count, button] = row.children;
    write(beside.firstElementChild, one.text);
    row.classList.toggle("entry-pinned", Boolean(one.pinned));
    row.classList.toggle("entry-done", Boolean(one.answered));
    row.classList.toggle("entry-picked", (state.show.line ?? []).includes(one.id));
    write(count, one.votes === undefined ? "" : say(words, "entry.votes", { count: one.votes }));
    const votes = chosen();
    const isChosen = votes.includes(one.id);
    button.disabled = !may || (!isChosen && votes.length >= state.show.votes);
    button.setAttribute("aria-pressed", String(isChosen));
    write(button, isChosen ? "✓" : "+");
    button.hidden = !state.show.votes || one.own || (!may && !isChosen);
    button.setAttribute("aria-label", `${say(words, isChosen ? "entry.voted" : "entry.vote")}: ${one.text}`);
    if (one.own) write(count, [count.textContent, say(words, "entry.own")].filter(Boolean).join(" · "));
    fill(row, one);
  }

  const show = (now, things, order = byNumber) => {
    given = now;
    const mine = ownIds(now);
    entries = Object.entries(things ?? {}).map(([id, one]) => ({ ...one, id: Number(id), own: mine.has(Number(id)) }));
    // What one wrote stands above, where it can be changed; here only if it is voted on.
    if (now.may && (now.state.show.cards_each || now.state.show.submissions)) entries = entries.filter((one) => !one.own);
    entries.sort(order);
    const { words, state, may } = now;
    const left = state.show.votes - chosen().length;
    const status = now.connection.status(VOTES);
    const asked = state.show.votes && may && entries.length;
    write(head, status?.refused ?? (asked ? say(words, "entry.votes-left", { count: left, of: state.show.votes }) : ""));
    keyed(list, entries, (one) => one.id, create, update);
    node.hidden = !entries.length;
  };
  return { node, show };
}

export const byNumber = (a, b) => a.id - b.id;
export const byVotes = (a, b) =>
  Number(Boolean(b.pinned)) - Number(Boolean(a.pinned)) || (b.votes ?? 0) - (a.votes ?? 0) || a.id - b.id;
