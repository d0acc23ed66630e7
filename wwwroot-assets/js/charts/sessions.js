/* The time axis of an intraday series: a tick where each trading day begins, and no room for hours without a bar. */
import { eastern } from './format.js';

const DAY = 86_400_000, LABEL = 56, MOST_GAPS = 80;

/* Between midnight and four in the morning at the exchange, in winter and in summer: no session of a day reaches it. */
const NIGHT = 6 * 3_600_000;

export const isIntraday = times => times.some(time => time % DAY !== 0);

/* Ticks at the first bar of the days in sight, as many as fit; of a single day, at the hours of the exchange. */
export function sessionTicks(times, [from, to], width) {
  const firsts = [];
  for (let i = 0; i < times.length; i++) {
    const begins = i === 0 || Math.floor((times[i] - NIGHT) / DAY) !== Math.floor((times[i - 1] - NIGHT) / DAY);
    if (begins && times[i] >= from && times[i] <= to) firsts.push(times[i]);
  }
  if (firsts.length < 2) return hourTicks(times, from, to, width);
  const every = Math.ceil(firsts.length / Math.max(2, Math.floor(width / LABEL)));
  const tickvals = firsts.filter((_, i) => i % every === 0), years = new Set(firsts.map(time => new Date(time).getUTCFullYear()));
  const form = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', ...years.size > 1 ? { year: '2-digit' } : {}, timeZone: 'UTC' });
  return { tickmode: 'array', tickvals, ticktext: tickvals.map(time => form.format(time)) };
}

function hourTicks(times, from, to, width) {
  const seen = Array.from(times).filter(time => time >= from && time <= to).map(time => ({ time, ...eastern(time) }));
  const most = Math.max(2, Math.floor(width / LABEL));
  const step = [5, 15, 30, 60, 120].find(minutes => seen.filter(one => one.minutes % minutes === 0).length <= most) ?? 240;
  const ticks = seen.filter(one => one.minutes % step === 0);
  return ticks.length < 2 ? null : { tickmode: 'array', tickvals: ticks.map(one => one.time), ticktext: ticks.map(one => one.clock) };
}

/* The stretches without bars between sessions, each by itself so that early closes and holidays leave no hole; null when there are
   so many that a pattern must do. */
export function gaps(times) {
  let step = Infinity;
  for (let i = 1; i < times.length; i++) step = Math.min(step, times[i] - times[i - 1]);
  const found = [];
  for (let i = 1; i < times.length; i++) {
    if (times[i] - times[i - 1] > 1.5 * step) found.push({ bounds: [times[i - 1] + step, times[i]] });
  }
  return found.length > MOST_GAPS ? null : found;
}
