/* Marks that several charts share: the pill of the last value, names of panels, trade markers, ticks of the time axis. */
import { fetchColumns, withQuery } from './columns.js';
import { money, plain } from './format.js';

const DAY = 86_400_000, HOUR = 3_600_000, MONTH = 30.5 * DAY;

export function pill(value, text, c, log = false) {
  return { xref: 'paper', x: 1, xanchor: 'left', yref: 'y', y: log ? Math.log10(value) : value, text, font: { size: 11, color: c.paper, weight: 600 }, bgcolor: c.c1, borderpad: 2, xshift: 3 };
}

export function label(y, text, c) {
  return { xref: 'paper', x: 0, xanchor: 'left', yref: 'paper', y, yanchor: 'bottom', text, font: { size: 11, color: c.text2 } };
}

/* The column exit_reason holds the place in this list. */
const REASONS = ['signal', 'stop', 'trailing stop', 'target', 'time stop', 'risk rule', 'delisting', 'open'];

/* Where trades went in and out; `level` is "equity" or "price", the column they are drawn at. */
export function markers(t, roles, level) {
  const rows = [...t.number.keys()], closed = rows.filter(i => !t.is_open[i]);
  const entry = (name, role, part) => trace(name, role, part, i => t.entry_time[i], i => t[`entry_${level}`][i],
    i => `${t.side[i] > 0 ? 'long' : 'short'} ${plain(t.quantity[i], Number.isInteger(t.quantity[i]) ? 0 : 4)} at ${plain(t.entry_price[i])}`);
  const exit = (name, role, part) => trace(name, role, part, i => t.exit_time[i], i => t[`exit_${level}`][i],
    i => `${money(t.profit_and_loss[i], { digits: 2, plus: true })} at ${plain(t.exit_price[i])}, ${REASONS[t.exit_reason[i]]}`);
  return [
    entry('entry', roles.entryLong, rows.filter(i => t.side[i] > 0)),
    entry('entry, short', roles.entryShort, rows.filter(i => t.side[i] < 0)),
    exit('exit, gain', roles.exitGain, closed.filter(i => t.profit_and_loss[i] > 0)),
    exit('exit, loss', roles.exitLoss, closed.filter(i => t.profit_and_loss[i] <= 0))
  ].filter(one => one.x.length > 0);
}

function trace(name, role, rows, x, y, words) {
  return { type: 'scatter', name, ...role, zorder: 3, x: rows.map(x), y: rows.map(y), text: rows.map(words), hovertemplate: '%{text}' };
}

/* Years on a long axis, months or days on a short one. */
export function ticks([from, to], narrow) {
  const months = (to - from) / MONTH;
  if (months > 30) {
    const years = Math.ceil(months / 12 / (narrow ? 5 : 12));
    return { dtick: `M${12 * years}`, tickformat: '%Y' };
  }
  return { nticks: narrow ? 5 : 10 };
}

/* Stretches of time without bars that are cut out of the axis: weekends, when no bar lies on one. */
function weekends(times) {
  return times.every(time => new Date(time).getUTCDay() % 6 !== 0) ? [{ bounds: ['sat', 'mon'] }] : [];
}

/* The hours no bar of an intraday series ever falls into, and its weekends. A daily series keeps its calendar. */
export function nights(times) {
  let first = DAY, last = 0, step = DAY;
  for (let i = 0; i < times.length; i++) {
    const time = times[i] % DAY;
    first = Math.min(first, time);
    last = Math.max(last, time);
    if (i > 0) step = Math.min(step, times[i] - times[i - 1]);
  }
  if (last === 0 || last - first > 20 * HOUR) return [];
  return [...weekends(times), { pattern: 'hour', bounds: [(last + step) / HOUR, first / HOUR] }];
}

/* Between candles wide enough to show a hole, weekends are cut out of a daily series, too. */
export const breaks = times => times.every(time => time % DAY === 0) ? weekends(times) : nights(times);

/* The trades of a chart: all of them once, or those of the part on screen when all are too many to draw. */
export async function tradesOf(address, known, [from, to], signal) {
  if (known && known.total[0] === known.number.length && known.all) return known;
  const all = !known;
  const part = all ? {} : { from: Math.floor(from), to: Math.ceil(to) };
  const trades = await fetchColumns(withQuery(address, part), signal);
  trades.all = all;
  return trades;
}

/* True when trades must be fetched again because only a part of them, or none, could be drawn. */
export const isThinned = trades => !trades.all || trades.total[0] > trades.number.length;

/* Says that there are markers which cannot be drawn at this zoom; nothing when all are there. */
export function hidden(trades, y, c) {
  const count = trades.total[0];
  return count > trades.number.length
    ? [{ ...label(y, `${count.toLocaleString('en-US')} trades in sight, zoom in for their markers`, c), yanchor: 'top', bgcolor: c.paper }] : [];
}

/* Room at the right for the longest label of the value axis. */
export const rightMargin = texts => Math.max(62, Math.ceil(11 + 6.3 * Math.max(0, ...texts.map(text => text.length))));
