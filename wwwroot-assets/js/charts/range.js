/* What part of the time axis is shown: a word of the range buttons, or two days (or minutes, when short) joined by "~". */
const DAY = 86_400_000;
const LENGTH = { '1D': 1, '1W': 7, '1M': 31, '3M': 92, '6M': 183, '1Y': 366, '3Y': 1096, '5Y': 1827 };
const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/;

/* [from, to] in milliseconds inside the period, or the whole period. */
export function rangeOf(word, [first, last]) {
  if (LENGTH[word]) {
    return [Math.max(first, last - LENGTH[word] * DAY), last];
  }
  const [start, end] = (word ?? '').split('~');
  if (!INSTANT.test(start) || !INSTANT.test(end ?? '')) {
    return [first, last];
  }
  const from = Math.max(first, parse(start)), to = Math.min(last, end.length > 10 ? parse(end) : parse(end) + DAY - 1);
  return from < to ? [from, to] : [first, last];
}

export function wordOf([from, to]) {
  const length = to - from < 5 * DAY ? 16 : 10;
  return `${new Date(from).toISOString().slice(0, length)}~${new Date(to).toISOString().slice(0, length)}`;
}

const parse = text => Date.parse(text.length > 10 ? text + 'Z' : text);
