// Asks before a page is left on which something was typed and not sent.
for (const form of document.querySelectorAll("form[data-unsaved]")) {
  let typed = form.dataset.unsaved === "typed";
  form.addEventListener("input", () => { typed = true; });
  form.addEventListener("submit", () => { typed = false; });
  addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
}
