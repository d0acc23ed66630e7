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

const EASTERN = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/* Day and clock of an instant where the exchange is, daylight saving counted. */
export function eastern(time) {
  const part = Object.fromEntries(EASTERN.formatToParts(time).map(one => [one.type, one.value]));
  return { day: `${part.year}-${part.month}-${part.day}`, clock: `${part.hour}:${part.minute}`, minutes: 60 * part.hour + +part.minute };
}
