// Elements made from plain texts: whatever a text holds, it stays a text.
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.startsWith("aria-") || name.includes("-") || name === "role") {
      element.setAttribute(name, value);
    } else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Changes a text only where it differs: a screen reader says what is new and nothing else.
export function write(element, text = "") {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}

// The same for what is shown or hidden by other rules than having a text.
export function label(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// A number as people of a language write it. Chromium says that it knows Kazakh and writes its numbers
// the English way; Russian writes them as Kazakh does.
export function written(number, language) {
  const like = language === "kk" ? "ru" : language;
  return new Intl.NumberFormat(like, { maximumFractionDigits: 2 }).format(number);
}

// Loads a stylesheet once; resolves when it is there, or cannot be had: a page works without.
export function styled(address) {
  if (document.querySelector(`link[href="${address}"]`)) return undefined;
  const link = make("link", { rel: "stylesheet", href: address });
  return new Promise((done) => {
    for (const end of ["load", "error"]) link.addEventListener(end, done);
    document.head.append(link);
  });
}
