/* Numbers on charts, by the same rules as the value components: minus U+2212, thousands with commas, sign before the dollar. */
const MINUS = '\u2212';

function number(value, digits, plus) {
  const size = Math.abs(value).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const zero = Math.abs(value) < 0.5 * 10 ** -digits;
  return { sign: zero ? '' : value < 0 ? MINUS : plus ? '+' : '', size };
}

export function money(value, { digits = 0, plus = false } = {}) {
  const { sign, size } = number(value, digits, plus);
  return `${sign}$${size}`;
}

export function percent(fraction, { digits = 1, plus = false } = {}) {
  const { sign, size } = number(100 * fraction, digits, plus);
  return `${sign}${size}%`;
}

export function plain(value, digits = 2) {
  const { sign, size } = number(value, digits, false);
  return sign + size;
}

export const day = time => new Date(time).toISOString().slice(0, 10);
