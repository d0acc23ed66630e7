/* Candles with volume below and the fills of the run on them; a trade can be brought up and is then framed. */
import { extent, rowsBetween, valueAxis } from './axis.js';
import { Chart } from './chart.js';
import { fetchColumns, withQuery } from './columns.js';
import { plain } from './format.js';
import { template } from './plotly.js';
import { breaks, hidden, label, markers, nights, pill, rightMargin, ticks, tradesOf } from './marks.js';

const PRICE = [0.22, 1], VOLUME = [0, 0.14];
const MARGIN = { l: 0, r: 62, t: 6, b: 22 };
const PIXELS_PER_CANDLE = 4;

class CandleChart extends Chart {
  async load([from, to], signal) {
    const source = this.source;
    if (this.fetched !== source) this.trades = undefined;
    const points = Math.max(100, Math.floor((this.width - MARGIN.r) / PIXELS_PER_CANDLE));
    const [bars, trades] = await Promise.all([
      fetchColumns(withQuery(this.options.candles, { from: Math.floor(from), to: Math.ceil(to), points }), signal),
      tradesOf(this.options.trades, this.trades, [from, to], signal)]);
    this.trades = trades;
    this.fetched = source;
    this.tell(bars);
    return { bars, from, to, source };
  }

  needs(data, [from, to]) { return data.from !== from || data.to !== to || data.source !== this.source; }

  /* The addresses the data comes from: a preview changes them while it is drawn. */
  get source() { return `${this.options.candles} ${this.options.trades}`; }

  /* Joined bars are said in the passport under the chart. */
  tell(bars) {
    const size = bars.bars_per_candle[0], passport = document.getElementById(this.options.passport);
    if (passport) passport.textContent = size > 1 ? `1 candle = ${size} bars at this zoom` : '1 candle = 1 bar';
  }

  figure({ bars: b, trades: t = this.trades }, { colors: c, roles, range, narrow, height }) {
    const rows = rowsBetween(b.time, ...range), last = rows[1];
    const tall = (height - MARGIN.t - MARGIN.b) * (PRICE[1] - PRICE[0]);
    const room = (b.time[last] - b.time[rows[0]]) / Math.max(1, last - rows[0]) || 86_400_000;
    const values = valueAxis(extent([b.low, b.high], rows), { log: this.options.log, height: tall, label: b.close[last] });
    const selected = t.number.indexOf(this.options.trade ?? -1);
    const hover = Array.from(b.time, (_, i) => `open ${plain(b.open[i])}  high ${plain(b.high[i])}<br>low ${plain(b.low[i])}  close <b>${plain(b.close[i])}</b>`);
    return {
      data: [
        { type: 'candlestick', x: b.time, open: b.open, high: b.high, low: b.low, close: b.close, name: this.options.symbol, hoverinfo: 'skip' },
        { x: b.time, y: b.close, name: this.options.symbol, line: { width: 0, color: c.text2 }, text: hover, hovertemplate: '%{text}' },
        ...markers(t, roles, 'price'),
        { type: 'bar', x: b.time, y: b.volume, name: 'Volume', marker: { color: c.axis, line: { width: 0 } }, yaxis: 'y2', hovertemplate: '%{y:,.0f}' }],
      layout: {
        margin: { ...MARGIN, r: rightMargin([...values.tickvals, b.close[last]].map(value => plain(value))) }, hoverdistance: 1, bargap: 0.3,
        xaxis: { ...template.axes.date, ...ticks(range, narrow), anchor: 'y2', range: [range[0] - room, range[1] + room], rangebreaks: b.bars_per_candle[0] === 1 ? breaks(b.time) : nights(b.time) },
        yaxis: { ...values, domain: PRICE, tickformat: ',.2~f', fixedrange: true },
        yaxis2: { domain: VOLUME, anchor: 'x', side: 'right', nticks: 2, showgrid: false, showticklabels: false, fixedrange: true, rangemode: 'tozero' },
        annotations: [pill(b.close[last], plain(b.close[last]), c, this.options.log), label(VOLUME[1], 'Volume', c), ...hidden(t, PRICE[1], c)],
        shapes: [
          { type: 'rect', xref: 'x', yref: 'paper', x0: this.options.first, x1: this.options.warmUpEnd, y0: PRICE[0], y1: 1, fillcolor: c.warmUp, line: { width: 0 } },
          ...selected >= 0 ? [frame(t, selected, room, c)] : []]
      }
    };
  }
}

const frame = (t, i, room, c) => ({ type: 'rect', xref: 'x', yref: 'paper', x0: t.entry_time[i] - room / 2, x1: t.exit_time[i] + room / 2,
  y0: PRICE[0], y1: 1, fillcolor: c.accent, opacity: 0.1, line: { width: 0 } });

export const mount = (element, page, options) => new CandleChart(element, page, options).start();
