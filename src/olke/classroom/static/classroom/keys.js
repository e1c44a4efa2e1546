// Keys of a keyboard and of a presenter: Space, → and PageDown go on, ← and PageUp go back.
const NEXT = new Set(["ArrowRight", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "PageUp"]);
const TYPED_IN = "input, textarea, select, [contenteditable], olke-combobox";
const PRESSED = "button, a, summary";

export class Keys {
  constructor({ next, back }) {
    document.addEventListener("keydown", (event) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.target.closest?.(TYPED_IN)) return;
      // Space presses what has the focus.
      if (event.key === " " && event.target.closest?.(PRESSED)) return;
      const action = NEXT.has(event.key) ? next : BACK.has(event.key) ? back : null;
      if (!action) return;
      event.preventDefault();
      action();
    });
  }
}
