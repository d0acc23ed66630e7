/* The key of each panel with the values under the crosshair, as text over the chart: names keep their colour, values their unit. */
import { day, eastern, percent, plain } from './format.js';

/* A value in its unit, as the page writes it. */
export function valueText(value, unit) {
  if (!Number.isFinite(value)) return '–';
  switch (unit) {
    case 'Fraction': return percent(value);
    case 'Points': case 'Bars': return plain(value, 1);
    case 'Shares': return short(value);
    case 'Degrees': return `${plain(value, 0)}°`;
    case 'Condition': case 'Pattern': return plain(value, 0);
    default: return price(value);
  }
}

/* Two decimals, three significant digits when that is nothing but noughts. */
export function price(value) {
  const size = Math.abs(value);
  return plain(value, size === 0 || size >= 0.995 ? 2 : Math.min(10, Math.max(2, 2 - Math.floor(Math.log10(size)))));
}

/* Thousands, millions and billions of shares. */
export function short(value) {
  const size = Math.abs(value), [unit, name] = size >= 999.5e6 ? [1e9, ' B'] : size >= 999.5e3 ? [1e6, ' M'] : size >= 9995 ? [1e3, ' k'] : [1, ''];
  return plain(value / unit, unit === 1 ? 0 : size / unit < 99.95 ? 1 : 0) + name;
}

/* The day of a daily bar; day and clock at the exchange of any other. */
export function timeText(time) {
  if (time % 86_400_000 === 0) return day(time);
  const at = eastern(time);
  return `${at.day} ${at.clock} ET`;
}

export class Readout {
  #root; #said; #cross; #parts = [];

  constructor(element) {
    this.#root = document.createElement('div');
    this.#root.className = 'readout';
    this.#root.setAttribute('aria-hidden', 'true');
    this.#said = document.createElement('span');
    this.#said.className = 'sr';
    this.#said.setAttribute('role', 'status');
    this.#cross = document.createElement('i');
    this.#cross.className = 'cross';
    this.#cross.hidden = true;
    element.append(this.#root, this.#said, this.#cross);
  }

  /* One list of lines a panel; answers the height each text takes at this width. */
  build(panels, all, width) {
    this.#root.style.width = `${width}px`;
    this.#parts = panels.map((lines, index) => {
      const box = document.createElement('p');
      const bars = document.createElement('span'), marks = document.createElement('b');
      if (index === 0) box.append(bars);
      const settings = new Map();
      for (const line of all.filter(one => lines.includes(one))) {
        if (!settings.has(line.setting)) settings.set(line.setting, []);
        settings.get(line.setting).push(line);
      }
      const values = new Map();
      for (const [, group] of settings) {
        const entry = document.createElement('span');
        const part = index > 0 && group.length === 1 && all.some(line => line.setting === group[0].setting && line.panel !== index);
        entry.append(`${part ? `${group[0].title}, ${group[0].name.toLowerCase()}` : group[0].title} `);
        for (const line of group) {
          const swatch = document.createElement('i'), value = document.createElement('b');
          swatch.className = `ln k${line.tone % 4 + 1}${line.tone > 3 ? ' dash' : line.stroke === 1 ? ' dash' : line.stroke > 1 ? ' dot' : ''}`;
          if (line.kind === 'Bars') swatch.className = 'ln kb';
          entry.append(swatch, value);
          values.set(line.column, [value, line.unit]);
        }
        box.append(entry);
      }
      if (index === 0) box.append(marks);
      return { box, bars, marks, values };
    });
    this.#root.replaceChildren(...this.#parts.map(part => part.box));
  }

  get heights() { return this.#parts.map(part => part.box.offsetHeight); }

  place(tops) {
    this.#parts.forEach((part, i) => { part.box.style.top = `${Math.round(tops[i])}px`; });
  }

  /* The vertical line through all panels; null takes it away. */
  cross(left, height) {
    this.#cross.hidden = left === null;
    if (left !== null) Object.assign(this.#cross.style, { left: `${Math.round(left)}px`, height: `${height}px` });
  }

  /* Writes the bar, the value of every line, asked by column name, and the patterns that end on it. */
  show(bar, valueOf, marks) {
    for (const part of this.#parts) {
      for (const [column, [element, unit]] of part.values) element.textContent = valueText(valueOf(column), unit);
    }
    if (this.#parts.length > 0) [this.#parts[0].bars.textContent, this.#parts[0].marks.textContent] = [bar, marks.join(', ')];
  }

  /* Said to those who do not see it. */
  say(text) { this.#said.textContent = text; }

  get text() { return this.#parts.map(part => part.box.textContent).join('; '); }
}
