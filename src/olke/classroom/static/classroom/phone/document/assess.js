// Points by criteria: each descriptor has a row of buttons from nothing to all.
import { make, write } from "../making.js";
import { say } from "../../words.js";

const ASSESSMENT = "assessment";

export function assess(number, given) {
  const { words, connection, state } = given;
  const { criteria, assessed, most } = state.show;
  const before = connection.value(ASSESSMENT, number);
  const points = criteria.map((one, c) => one.descriptors.map((_, d) => before?.points?.[c]?.[d] ?? null));
  const self = assessed === "self";
  const rows = criteria.flatMap((criterion, c) => [
    make("h3", {}, criterion.text),
    ...criterion.descriptors.map((descriptor, d) => row(descriptor, c, d)),
  ]);
  const id = `document-comment-${number}`;
  const comment = make("textarea", { id, rows: 2, maxLength: 600 });
  comment.value = connection.draft(ASSESSMENT, number) || before?.comment || "";
  const label = make("label", { htmlFor: id }, say(words, self ? "document.comment.self" : "document.comment"));
  const total = make("p", { class: "document-total", "aria-live": "polite" });
  const send = make("button", { type: "button", class: "phone-main" });
  const status = make("p", { class: "phone-kept", role: "status" });
  const node = make(
    "section",
    { class: "document-assess phone-form" },
    make("h2", {}, say(words, self ? "document.assess.self" : "document.assess")),
    ...rows,
    label,
    comment,
    total,
    send,
    status,
  );
  const value = () => ({ points, comment: comment.value.trim() });
  const told = () => JSON.stringify(value());
  let sent = before ? JSON.stringify({ points: before.points, comment: before.comment }) : "";
  comment.addEventListener("input", () => {
    connection.draft(ASSESSMENT, number, comment.value);
    draw();
  });
  send.addEventListener("click", () => {
    sent = told();
    connection.send(ASSESSMENT, number, JSON.parse(sent));
    connection.draft(ASSESSMENT, number, "");
    draw();
  });

  function row(descriptor, c, d) {
    const buttons = Array.from({ length: descriptor.points + 1 }, (_, at) => {
      const button = make("button", { type: "button" }, String(at));
      button.addEventListener("click", () => {
        points[c][d] = at;
        draw();
      });
      return button;
    });
    const line = make("div", { class: "document-descriptor", role: "group", "aria-label": descriptor.text }, make("span", {}, descriptor.text), make("div", {}, ...buttons));
    line.draw = () => buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(points[c][d] === at)));
    return line;
  }

  let may = true;
  function draw() {
    for (const line of node.querySelectorAll(".document-descriptor")) line.draw();
    const given_ = points.flat();
    const whole = given_.every((one) => one !== null);
    write(total, criteria.length ? say(words, "document.of", { points: given_.reduce((sum, one) => sum + (one ?? 0), 0), most }) : "");
    send.disabled = !may || !whole || sent === told() || (!criteria.length && !comment.value.trim());
    write(send, say(words, sent ? "document.give.again" : "document.give"));
    send.hidden = !may;
  }

  const update = ({ open, connection: line }) => {
    may = open;
    comment.readOnly = !open;
    for (const button of node.querySelectorAll(".document-descriptor button")) button.disabled = !open;
    const fate = line.status(ASSESSMENT, number);
    status.className = fate?.refused ? "phone-problem" : fate === "kept" ? "phone-kept" : "phone-note";
    const key = { kept: "document.given", sending: "phone.sending", late: "phone.late" }[fate];
    write(status, fate?.refused ?? (key ? `${fate === "kept" ? "✓ " : ""}${say(words, key)}` : ""));
    draw();
  };
  return { node, update };
}
