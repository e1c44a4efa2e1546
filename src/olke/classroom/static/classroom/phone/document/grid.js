// A table with open cells: row by row, so that it fits a phone.
import { make, write } from "../making.js";
import { say } from "../../words.js";
import { ownValue } from "./own.js";

export function grid(item, { words }, saver) {
  const cells = [];
  const rows = item.rows.map((row, r) => {
    const pairs = item.columns.map((column, c) => {
      const open = item.blank.findIndex(([br, bc]) => br === r && bc === c);
      if (open < 0) return make("div", {}, make("dt", {}, column), make("dd", {}, row.cells[c] || "–"));
      const field = make("input", { maxLength: 300, autocomplete: "off", "aria-label": say(words, "document.cell", { row: row.title, column }) });
      const key = make("span", { class: "document-cell-key" });
      const value = () => field.value.trim();
      field.addEventListener("input", () => saver.later(item.id, open, value));
      field.addEventListener("blur", () => saver.isDirty(item.id, open) && saver.now(item.id, open, value));
      cells.push({ field, key, open, r, c, begun: false, value });
      return make("div", { class: "is-open" }, make("dt", {}, column), make("dd", {}, field, key));
    });
    return make("section", { class: "document-grid-row" }, make("h3", {}, row.title), make("dl", {}, ...pairs));
  });
  const node = make("section", { class: "document-field" }, make("h2", { class: "document-task" }, item.text), ...rows);

  const update = (now) => {
    const { solutions } = now.state.show;
    for (const cell of cells) {
      const theirs = ownValue(now, item.id, cell.open) ?? "";
      cell.field.readOnly = !now.may;
      const left = !cell.begun && now.may ? saver.left(item.id, cell.open) : undefined;
      cell.begun = true;
      if (left !== undefined) {
        cell.field.value = left;
        saver.later(item.id, cell.open, cell.value);
      } else if (!saver.isDirty(item.id, cell.open) && document.activeElement !== cell.field) {
        cell.field.value = theirs;
      }
      saver.knows(item.id, cell.open, theirs);
      const answer = solutions?.[item.id]?.rows?.[cell.r]?.cells?.[cell.c];
      const own = now.mine.answers.find((one) => one.turn === now.state.turn && one.item === item.id && one.number === cell.open);
      cell.key.className = `document-cell-key${own?.right ? " is-right" : ""}`;
      write(cell.key, answer ? `${own?.right ? "✓ " : ""}${answer}` : "");
    }
  };
  return { node, update };
}
