/* Bars with volume, indicators over them and in panels below, on one time axis. One crosshair goes through all panels; the values
   under it stand in the key of each panel, the last ones when there is none. */
import { extent, lowerBound, rowsBetween, valueAxis } from './axis.js';
import { Chart } from './chart.js';
import { fetchColumns, withQuery } from './columns.js';
import { plain } from './format.js';
import { template } from './plotly.js';
import { breaks, nights, pill, rightMargin, ticks } from './marks.js';
import { gaps, isIntraday, sessionTicks } from './sessions.js';
import { price, Readout, short, timeText, valueText } from './readout.js';

const PIXELS_PER_CANDLE = 2.5, BOTTOM = 22, VOLUME = 56, GAP = 8;
const DASHES = ['solid', 'dash', 'dot', 'dashdot'];

class IndicatorChart extends Chart {
  #readout; #listening = false; #bar = null;

  async load([from, to], signal) {
    const candles = Math.max(100, Math.floor((this.width - 62) / PIXELS_PER_CANDLE)), { data: url, lines, panels } = this.options;
    const columns = await fetchColumns(withQuery(url, { from: Math.floor(from), to: Math.ceil(to), candles }), signal);
    return { columns, url, from, to, lines: ordered(lines), keys: lines, panels };
  }

  needs(data, [from, to]) { return data.from !== from || data.to !== to || data.url !== this.options.data; }

  /* Lines and panels are those of the data: while others are on their way, what there is stays. */
  figure({ columns: b, lines, keys, panels: levels }, { colors: c, roles, range, narrow, height }) {
    const rows = rowsBetween(b.time, ...range), last = rows[1];
    this.#readout ??= new Readout(this.element);
    this.#bar = this.#bar !== null && this.#bar < b.time.length ? this.#bar : null;
    const panels = [lines.filter(line => line.panel === 0 && !isMark(line)), ...levels.map((_, i) => lines.filter(line => line.panel === i + 1))];
    const overlays = panels[0].map(line => b[line.column]), lineRows = b.line_time.length ? rowsBetween(b.line_time, ...range) : [0, -1];
    const values = valueAxis(withOverlays(extent([b.low, b.high], rows), extent(overlays, lineRows)), { log: this.options.log, height: height * 0.6, label: b.close[last] });
    const right = rightMargin([...values.tickvals, b.close[last]].map(value => price(value)));
    this.#readout.build(panels, keys, this.width - right);
    this.#write(b, this.#bar ?? last);
    const heights = this.#readout.heights, room = this.#divide(heights, height, levels.length);
    this.#readout.place(room.tops);
    const step = (b.time[last] - b.time[rows[0]]) / Math.max(1, last - rows[0]) || 86_400_000;
    const bars = { x: b.time, open: b.open, high: b.high, low: b.low, close: b.close, name: this.options.symbol, hoverinfo: 'skip' };
    const axes = {}, intraday = isIntraday(b.time);
    levels.forEach((marks, i) => { axes[`yaxis${i + 3}`] = panelAxis(panels[i + 1], marks, b, lineRows, room.domains[i + 2], c); });
    const bottom = room.domains.length === 2 ? this.options.volume ? 'y2' : 'y' : `y${room.domains.length}`;
    this.#tell(b);
    return {
      data: [
        this.options.ohlc ? { type: 'ohlc', ...bars, line: { width: 1.25 }, tickwidth: 0.35, increasing: { line: { color: c.text } }, decreasing: { line: { color: c.text3 } } } : { type: 'candlestick', ...bars },
        { x: b.time, y: b.close, line: { width: 0, color: c.text2 }, hoverinfo: 'none', name: 'close' },
        ...this.options.volume ? [{ type: 'bar', x: b.time, y: b.volume, name: 'Volume', marker: { color: c.axis, line: { width: 0 } }, yaxis: 'y2', hoverinfo: 'skip' }] : [],
        ...lines.flatMap(line => traces(line, b, c, roles, lines))],
      layout: {
        margin: { l: 0, r: right, t: heights[0] + 4, b: BOTTOM }, hovermode: 'x', hoversubplots: 'axis', hoverdistance: -1, spikedistance: -1, bargap: 0.3,
        xaxis: { ...template.axes.date, ...intraday && sessionTicks(b.time, range, this.width) || ticks(range, narrow), showspikes: false, anchor: bottom,
          range: [range[0] - step, range[1] + step], rangebreaks: intraday ? gaps(b.time) ?? nights(b.time) : b.bars_per_candle[0] === 1 ? breaks(b.time) : [] },
        yaxis: { ...values, domain: room.domains[0], tickformat: values.range[1] - values.range[0] < 3 && !this.options.log ? ',.4~f' : ',.2~f', fixedrange: true },
        yaxis2: { domain: room.domains[1], anchor: 'x', side: 'right', nticks: 2, showgrid: false, showticklabels: false, fixedrange: true, rangemode: 'tozero', visible: this.options.volume },
        ...axes,
        annotations: [pill(b.close[last], price(b.close[last]), c, this.options.log), ...crowded(lines, b, c)],
        shapes: [...levels.flatMap((marks, i) => marks.map(level => rule(level, `y${i + 3}`, c))), ...room.rules.map(y => divider(y, c))]
      }
    };
  }

  drawn() {
    if (this.#listening) return;
    this.#listening = true;
    this.element.on('plotly_hover', event => this.#point(event.points[0]?.x));
    this.element.on('plotly_unhover', () => this.#at(null));
    this.element.addEventListener('keydown', event => this.#press(event));
    this.element.addEventListener('blur', () => this.#at(null));
  }

  /* Where each panel lies: prices take what the others leave. Domains count from the bottom in parts of the plot. */
  #divide(heights, height, count) {
    const plot = height - heights[0] - 4 - BOTTOM, volume = this.options.volume ? VOLUME : 0;
    const each = count === 0 ? 0 : Math.max(56, Math.min(110, (plot * 0.6) / count));
    const below = heights.slice(1).reduce((sum, one) => sum + one + each + GAP, 0), part = y => Math.max(0, Math.min(1, y / plot));
    const domains = [[part(below + volume + (volume ? GAP : 0)), 1], [part(below), part(below + volume)]], tops = [2], rules = [];
    let y = below;
    for (let i = 1; i <= count; i++) {
      rules.push(part(y - GAP / 2));
      tops.push(heights[0] + 4 + plot - y + GAP / 2);
      const top = y - GAP - heights[i];
      domains.push([part(top - each), part(top)]);
      y = top - each;
    }
    return { domains, tops, rules };
  }

  #press(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20 }[event.key];
    if (!step || !this.current) return;
    event.preventDefault();
    const { time } = this.current.columns, [first, last] = rowsBetween(time, ...this.range);
    this.#at(Math.max(first, Math.min(last, (this.#bar ?? last + (step < 0 ? 1 : 0)) + step)));
    this.#readout.say(this.#readout.text);
  }

  #point(x) {
    const { time } = this.current?.columns ?? {};
    if (x === undefined || !time) return;
    const at = typeof x === 'number' ? x : Date.parse(x.replace(' ', 'T') + (x.length > 10 ? 'Z' : ''));
    this.#at(lowerBound(time, at));
  }

  #at(bar) {
    if (!this.current || bar === this.#bar) return;
    this.#bar = bar;
    const { columns } = this.current, axis = this.element._fullLayout.xaxis;
    this.#readout.cross(bar === null ? null : axis._offset + axis.d2p(columns.time[bar]), this.element.clientHeight - BOTTOM);
    this.#write(columns, bar ?? rowsBetween(columns.time, ...this.range)[1]);
  }

  /* The bar, and what each line stands at when it closes. */
  #write(b, bar) {
    const size = b.bars_per_candle[0], end = bar + 1 < b.time.length ? b.time[bar + 1] : Infinity;
    let row = b.line_time.length ? lowerBound(b.line_time, end) : -1;
    if (row >= 0 && b.line_time[row] >= end) row--;
    const open = `${timeText(b.time[bar])}${size > 1 ? ` and ${size - 1} more` : ''}`;
    const change = bar > 0 ? b.close[bar] / b.close[bar - 1] - 1 : NaN;
    this.#readout.show(`${open}  O ${price(b.open[bar])}  H ${price(b.high[bar])}  L ${price(b.low[bar])}  C ${price(b.close[bar])}${Number.isFinite(change) ? `  ${valueText(change, 'Fraction')}` : ''}  V ${short(b.volume[bar])}`,
      column => row < 0 ? NaN : b[column][row], this.current.lines.filter(line => isMark(line) && marked(b, line.column, b.time[bar], end)).map(line => line.title));
  }

  #tell(b) {
    const size = b.bars_per_candle[0], passport = document.getElementById(this.options.passport);
    const lines = b.line_time.length && b.line_time.length < b.bars[0] ? ', lines thinned to their extremes' : '';
    if (passport) passport.textContent = (size > 1 ? `1 candle = ${size} bars at this zoom` : '1 candle = 1 bar') + lines;
  }
}

/* The borders of a band next to each other, so that what lies between them can be filled. */
function ordered(lines) {
  const rank = line => lines.findIndex(one => one.setting === line.setting) + (line.kind === 'Edge' ? 0 : 0.5);
  return [...lines].sort((a, b) => rank(a) - rank(b));
}

const isMark = line => line.kind === 'Marks' || line.kind === 'Neutral';

const marked = (b, column, from, end) => b[`${column}_time`]?.some(time => time >= from && time < end);

/* Lines over the prices may widen the axis by half of the range of the prices on either side, no more. */
function withOverlays([low, high], [least, most]) {
  const air = (high - low) * 0.5;
  return [Math.max(Math.min(low, least), low - air), Math.min(Math.max(high, most), high + air)];
}

function panelAxis(lines, levels, b, rows, domain, c) {
  const unit = lines[0]?.unit ?? 'Ratio', bars = lines.some(line => line.kind === 'Bars');
  let [low, high] = extent([...lines.map(line => b[line.column]), levels, bars ? [0] : []].filter(column => column.length), rows[1] < rows[0] ? [0, -1] : rows);
  for (const level of [...levels, ...bars ? [0] : []]) [low, high] = [Math.min(low, level), Math.max(high, level)];
  if (!(low <= high)) [low, high] = [0, 1];
  const axis = valueAxis([low, high], { height: 80, most: 3 }), tickvals = levels.length > 1 ? levels : axis.tickvals;
  return { ...axis, tickvals, ticktext: tickvals.map(value => levels.length > 1 ? levelText(value, unit) : valueText(value, unit)), domain, anchor: 'x', side: 'right', showgrid: levels.length < 2, fixedrange: true, zeroline: false, color: c.text3 };
}

/* Levels as people say them: 70, not 70.0. */
const levelText = (value, unit) => unit === 'Fraction' ? valueText(value, unit) : plain(value, Number.isInteger(value) ? 0 : 1);

function traces(line, b, c, roles, all) {
  const axis = line.panel === 0 ? 'y' : `y${line.panel + 2}`, common = { name: line.name, yaxis: axis, hoverinfo: 'skip' };
  if (isMark(line)) {
    const neutral = line.kind === 'Neutral';
    return [true, false].map(rising => {
      const rows = [...b[line.column].keys()].filter(i => b[line.column][i] > 0 === rising);
      return { ...common, mode: 'markers', x: rows.map(i => b[`${line.column}_time`][i]), y: rows.map(i => b[`${line.column}_price`][i]), cliponaxis: false,
        // Off the bar by their own height; standoff counts from the point towards where the symbol looks.
        marker: { symbol: neutral ? 'circle-open' : rising ? 'triangle-up' : 'triangle-down', size: neutral ? 5 : 7, color: c.text, line: { width: neutral ? 1.25 : 0, color: c.text } } };
    }).filter(trace => trace.x.length > 0);
  }
  const x = b.line_time, y = b[line.column];
  if (line.kind === 'Bars') return [{ ...common, type: 'bar', x, y, marker: { color: c.benchmark, line: { width: 0 } } }];
  const stroke = roles.series(line.tone).line;
  if (line.kind === 'Dots') return [{ ...common, x, y, mode: 'markers', marker: { size: 3, color: stroke.color } }];
  if (line.kind === 'Edge') {
    const second = all.findIndex(one => one.setting === line.setting && one.kind === 'Edge') !== all.indexOf(line);
    return [{ ...common, x, y, line: { ...stroke, width: 1 }, ...second ? { fill: 'tonexty', fillcolor: c.band } : {} }];
  }
  return [{ ...common, x, y, line: { ...stroke, dash: line.stroke > 0 ? DASHES[line.stroke % 4] : stroke.dash } }];
}

/* Says that there are marks which cannot be drawn at this zoom. */
function crowded(lines, b, c) {
  const count = lines.filter(line => isMark(line) && b[`${line.column}_total`][0] > b[line.column].length).reduce((sum, line) => sum + b[`${line.column}_total`][0], 0);
  return count === 0 ? [] : [{ xref: 'paper', x: 0, xanchor: 'left', yref: 'paper', y: 1, yanchor: 'top', text: `${plain(count, 0)} marks in sight, zoom in to see them`, font: { size: 11, color: c.text2 }, bgcolor: c.paper }];
}

const rule = (y, axis, c) => ({ type: 'line', xref: 'paper', x0: 0, x1: 1, yref: axis, y0: y, y1: y, line: { color: c.zero, width: 1, dash: 'dot' } });
const divider = (y, c) => ({ type: 'line', xref: 'paper', x0: 0, x1: 1, yref: 'paper', y0: y, y1: y, line: { color: c.line, width: 1 } });

export const mount = (element, page, options) => new IndicatorChart(element, page, options).start();
