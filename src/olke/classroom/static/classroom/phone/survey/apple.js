// An apple, drawn: a colour of its own for each option, and a mark of its own for who sees none.
const SVG = "http://www.w3.org/2000/svg";
const MARKS = ["M6 12.5 10 17 18 8", "M12 7v6M12 16.5v.5", "M8 8l8 8M16 8l-8 8", "M7 12h10", "M12 7v10M7 12h10"];

export function apple(number) {
  const svg = part("svg", { viewBox: "0 0 24 26", class: "apple", "data-apple": (number % 5) + 1, "aria-hidden": "true" });
  svg.append(
    part("path", { class: "apple-stalk", d: "M12 6C12 3.5 13 2 14.5 1" }),
    part("path", { class: "apple-body", d: "M12 6.5C9.5 4.5 2 5 2 13c0 6.5 4.500 11.500 7.500 11.500 1.200 0 1.700-.6 2.500-.6s1.300.6 2.500.6C17.500 24.500 22 19.500 22 13c0-8-7.500-8.500-10-6.500z" }),
    part("path", { class: "apple-mark", d: MARKS[number % MARKS.length], transform: "translate(1.8 3.400) scale(.85)" }),
  );
  return svg;
}

function part(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
