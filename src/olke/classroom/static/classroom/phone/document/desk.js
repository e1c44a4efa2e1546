// The desk: texts to read, headings, tasks and tables to write on, kept as they are typed.
import { make, write } from "../making.js";
import { penLine, penOf } from "../pen.js";
import { say } from "../../words.js";
import { grid } from "./grid.js";
import { lines } from "./lines.js";
import { Saver } from "./saver.js";
import { task } from "./task.js";
import { text } from "./text.js";
import { texts } from "./texts.js";

const FIELD = "field";

export function desk(work, given) {
  const { words, connection, state } = given;
  const saver = new Saver(connection, state.turn);
  const pen = penLine();
  const reading = texts(work?.exhibits ?? [], given);
  const questions = (work?.questions ?? []).map((one) => make("p", { class: "document-question" }, one.text));
  const parts = work ? writable(work, given, saver) : [];
  const further = make("div", { class: "document-further" });
  const status = make("p", { class: "phone-kept document-status", role: "status" });
  const lead = make("p", { class: "phone-lead" }, state.step.do);
  const writing = make("div", { class: "document-writing" }, ...questions, pen.node, ...parts.map((one) => one.node), further, status);
  const node = make("div", { class: "document-desk" }, lead, reading.node, writing);
  let level = "";
  let wasOpen = false;

  const update = (now) => {
    const { mine, open } = now;
    pen.update(now);
    const writer = pen.node.querySelector("span");
    if (mine.writer && penOf(now.state, mine) === "elsewhere") write(writer, say(words, "document.writer", { name: mine.writer }));
    const may = open && penOf(now.state, mine) !== "elsewhere";
    if (wasOpen && !open) saver.flush(); // the last letters count when they come in time
    wasOpen = open;
    lead.hidden = !now.state.step.do;
    reading.update(now);
    showFurther(now);
    for (const part of parts) part.update({ ...now, may });
    tell(now);
  };

  // The other levels, for who is done with the own one.
  function showFurther({ mine }) {
    const told = JSON.stringify((mine.further ?? []).map((one) => [one.level, one.work.tasks.map((t) => t.id)]));
    if (told === level) return;
    level = told;
    const added = (mine.further ?? []).map((one) => {
      const own = writable(one.work, given, saver);
      parts.push(...own);
      const summary = make("summary", {}, say(words, "document.further", one));
      return make("details", {}, summary, ...own.map((part) => part.node));
    });
    further.replaceChildren(...added);
  }

  function tell({ mine, open, connection: line, state: now }) {
    const own = mine.answers.filter((one) => one.turn === now.turn && one.item !== "pen");
    const fates = own.map((one) => line.status(one.item.replace(/\+$/, ""), one.number));
    const late = own.some((one) => one.late || one.item.endsWith("+")) || fates.includes("late");
    const refused = fates.find((one) => one?.refused)?.refused;
    const busy = saver.waits || fates.includes("sending");
    status.className = `document-status ${refused ? "phone-problem" : late || busy ? "phone-note" : "phone-kept"}`;
    let said = "";
    if (refused) said = refused;
    else if (late) said = say(words, "document.late");
    else if (busy) said = say(words, "document.saving");
    else if (!open) said = say(words, "document.closed");
    else if (own.length) said = `✓ ${say(words, "document.saved")}`;
    write(status, said);
  }

  return { node, update, leave: () => saver.stop() };
}

function writable(work, given, saver) {
  const { needs_evidence: needs } = given.state.show;
  const field = needs ? lines : text;
  return [
    ...work.tasks.map((item) => task(item, work.evidence, given, saver)),
    ...work.grids.map((item) => grid(item, given, saver)),
    ...work.fields.map((heading, number) => field({ heading, item: FIELD, number, evidence: work.evidence }, given, saver)),
  ];
}
