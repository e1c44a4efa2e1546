// Drags activities by their grip, and claims and methods out of the tray, with mouse, pen or finger.
// What is dropped asks the editor for the same as a button would; buttons and arrow keys do it too.
const FAR = 6; // pixels before a press becomes a drag
const EDGE = 60; // pixels from the window's edge where the page begins to scroll

class Drag {
  constructor(editor) {
    this.editor = editor;
    editor.classList.add("draggable");
    editor.addEventListener("pointerdown", (event) => this.press(event));
  }

  press(event) {
    if (event.button !== 0) return;
    const grip = event.target.closest(".grip");
    const card = event.target.closest("[data-drag]");
    // A finger on the tray scrolls it; its buttons are there for fingers.
    if (!grip && (!card || event.pointerType === "touch" || event.target.closest("a, button"))) return;
    this.part = grip ? grip.closest("[data-path]") : card;
    this.what = grip ? `place:${this.part.dataset.path}` : card.dataset.drag;
    this.start = [event.clientX, event.clientY];
    const move = (moved) => this.move(moved);
    const end = (ended) => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", end);
      removeEventListener("keydown", escape);
      this.end(ended.type === "pointerup");
    };
    const escape = (pressed) => { if (pressed.key === "Escape") end({ type: "escape" }); };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", end);
    addEventListener("keydown", escape);
  }

  move(event) {
    const [x, y] = [event.clientX, event.clientY];
    if (!this.label) {
      if (Math.hypot(x - this.start[0], y - this.start[1]) < FAR) return;
      this.begin();
    }
    event.preventDefault();
    getSelection().removeAllRanges();
    this.label.style.left = `${Math.min(x + 12, innerWidth - 220)}px`;
    this.label.style.top = `${y + 12}px`;
    if (y < EDGE) scrollBy(0, -14);
    else if (y > innerHeight - EDGE) scrollBy(0, 14);
    this.aim(x, y);
  }

  begin() {
    document.body.classList.add("dragging");
    this.part.classList.add("dragged");
    this.label = document.createElement("div");
    this.label.className = "drag-label";
    this.label.textContent = (this.part.querySelector("p, input:not([type=hidden])")?.value
      ?? this.part.querySelector("p, a")?.textContent ?? "").trim().slice(0, 60);
    this.line = document.createElement("div");
    this.line.className = "drop-line";
    document.body.append(this.label);
  }

  aim(x, y) {
    this.clear();
    const under = document.elementFromPoint(x, y);
    if (!under || !this.editor.contains(under)) return;
    if (this.what.startsWith("claim:")) {
      this.target = under.closest(".activity-edit");
      this.target?.classList.add("drop-into");
      return;
    }
    const stage = under.closest(".stage-edit");
    if (!stage) return;
    const activities = [...stage.querySelectorAll(".activity-edit")];
    const at = activities.findIndex((one) => {
      const box = one.getBoundingClientRect();
      return y < box.top + box.height / 2;
    });
    this.place = `${stage.dataset.list}-${at < 0 ? activities.length : at}`;
    if (at < 0 && !activities.length) stage.querySelector(".stage-head").after(this.line);
    else if (at < 0) activities.at(-1).after(this.line);
    else activities[at].before(this.line);
  }

  clear() {
    this.target?.classList.remove("drop-into");
    this.target = this.place = null;
    this.line?.remove();
  }

  end(dropped) {
    const does = this.target ? `${this.what}:${this.target.dataset.path}` : this.place ? `${this.what}:${this.place}` : "";
    const began = Boolean(this.label);
    this.clear();
    this.label?.remove();
    this.label = null;
    this.part.classList.remove("dragged");
    document.body.classList.remove("dragging");
    if (!dropped || !began || !does) return;
    this.editor.dispatchEvent(new CustomEvent("olke-drop", { detail: { do: does } }));
  }
}

for (const editor of document.querySelectorAll("olke-lesson-editor")) new Drag(editor);
