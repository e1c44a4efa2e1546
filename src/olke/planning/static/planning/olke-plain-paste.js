// Pastes text as a document keeps it: Word's bullets become "- ", soft hyphens and other unseen
// characters go. The server does the same to whatever comes another way.
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const BULLET = /^[ \t]*(?:[•‣◦▪●○■□▸►∙·*\uf0b7\uf0a7\uf0d8\uf0fc]|[–—-](?=\t))[ \t\u00a0]+/gm;

addEventListener("paste", (event) => {
  const field = event.target;
  if (!field.matches?.(".lesson-form textarea, .lesson-form input")) return;
  const pasted = event.clipboardData?.getData("text/plain");
  if (!pasted) return;
  let text = pasted.replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n").replace(UNSEEN, "").replace(BULLET, "- ");
  text = text.replace(/(?<!\d)[\u00a0\u202f]/g, " ").replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n");
  if (field.matches("input")) text = text.replace(/\s*\n\s*/g, " ").trim();
  event.preventDefault();
  // Unlike setting the value, this can be undone by the field itself.
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}, true);
