/* Equity against its benchmark, drawdown below and time in the market under that, on one time axis. */
import { extent, rowsBetween, valueAxis } from './axis.js';
import { Chart } from './chart.js';
import { fetchColumns, withQuery } from './columns.js';
import { day, money, percent } from './format.js';
import { template } from './plotly.js';
import { hidden, isThinned, label, markers, nights, pill, rightMargin, ticks, tradesOf } from './marks.js';

const EQUITY = [0.36, 1], DRAWDOWN = [0.125, 0.3], STRIP = [0, 0.03];
const MARGIN = { l: 0, r: 62, t: 6, b: 22 };

class EquityChart extends Chart {
  async load([from, to], signal) {
    const source = this.options.equity, known = this.current?.source === source ? this.current : null;
    const whole = this.options.range === 'All' || !known;
    const part = whole ? {} : { from: Math.floor(from), to: Math.ceil(to) };
    const [equity, trades] = await Promise.all([
      known && !thinned(known.whole) ? known.whole : fetchColumns(withQuery(source, part), signal),
      tradesOf(this.options.trades, known?.trades, [from, to], signal)]);
    return { equity, trades, source, whole: known?.whole ?? equity, part: whole ? null : [from, to] };
  }

  /* Another run has other columns. Thinned ones are fetched again for the part on screen; complete ones have it already. */
  needs(data, range) {
    return data.source !== this.options.equity || (thinned(data.whole) || isThinned(data.trades)) && (data.part === null ? this.options.range !== 'All' : data.part[0] !== range[0] || data.part[1] !== range[1]);
  }

  figure({ equity: e, trades }, { colors: c, roles, range, narrow, height }) {
    const rows = rowsBetween(e.time, ...range), last = rows[1];
    const tall = (height - MARGIN.t - MARGIN.b) * (EQUITY[1] - EQUITY[0]);
    const depth = extent([e.drawdown, e.benchmark_drawdown], rows)[0] || -0.01;
    let trough = rows[0];
    for (let i = rows[0]; i <= last; i++) if (e.drawdown[i] < e.drawdown[trough]) trough = i;
    const under = [trough, trough];
    while (under[0] > 0 && e.drawdown[under[0]] < 0) under[0]--;
    while (under[1] < e.time.length - 1 && e.drawdown[under[1]] < 0) under[1]++;
    const inMarket = Array.from(e.position, shares => shares === 0 ? 0 : 1);
    const values = valueAxis(extent([e.equity, e.benchmark], rows), { log: this.options.log, height: tall, label: e.equity[last] });
    const big = narrow ? null : dominant(trades, range);
    return {
      data: [
        { x: e.time, y: e.equity, name: 'Run', ...roles.run, zorder: 2, hovertemplate: '<b>%{y:$,.2f}</b>' },
        { x: e.time, y: e.benchmark, name: this.options.benchmarkName, ...roles.benchmark, hovertemplate: '%{y:$,.0f}' },
        ...markers(trades, roles, 'equity'),
        { x: e.time, y: e.drawdown, name: 'Drawdown', zorder: 2, ...roles.drawdown, yaxis: 'y2', hovertemplate: '%{y:.2%}' },
        { x: e.time, y: e.benchmark_drawdown, name: 'Drawdown, hold', line: { color: c.benchmark, width: 1 }, yaxis: 'y2', hovertemplate: '%{y:.2%}' },
        { x: e.time, y: inMarket, name: 'In the market', line: { width: 0, shape: 'hv' }, fill: 'tozeroy', fillcolor: c.text3, yaxis: 'y3', hoverinfo: 'skip' }],
      layout: {
        margin: { ...MARGIN, r: rightMargin([...values.tickvals, e.equity[last]].map(value => money(value))) }, hoverdistance: 1,
        xaxis: { ...template.axes.date, ...ticks(range, narrow), anchor: 'y3', range, rangebreaks: nights(e.time) },
        yaxis: { ...values, domain: EQUITY, tickformat: '$,.0f', fixedrange: true },
        yaxis2: { domain: DRAWDOWN, anchor: 'x', side: 'right', tickformat: ',.0%', nticks: 4, range: [depth * 1.14, 0], gridcolor: c.grid, zeroline: true, zerolinecolor: c.axis, fixedrange: true },
        yaxis3: { domain: STRIP, anchor: 'x', side: 'right', range: [0, 1], showgrid: false, showticklabels: false, zeroline: false, fixedrange: true },
        annotations: [
          pill(e.equity[last], money(e.equity[last]), c, this.options.log),
          { xref: 'x', x: e.time[trough], yref: 'y2', y: e.drawdown[trough], yanchor: 'top', xanchor: edge(e.time[trough], range), text: percent(e.drawdown[trough]), font: { size: 11, color: c.loss, weight: 600 }, bgcolor: c.paper, borderpad: 1, yshift: -1 },
          label(DRAWDOWN[1], 'Drawdown', c), label(STRIP[1], this.options.strip, c), ...hidden(trades, EQUITY[1], c),
          ...big ? [note(big, this.options.log, c)] : []],
        shapes: [
          { type: 'rect', xref: 'x', yref: 'paper', x0: this.options.first, x1: this.options.warmUpEnd, y0: EQUITY[0], y1: 1, fillcolor: c.warmUp, line: { width: 0 } },
          { type: 'line', xref: 'x', yref: 'y2', x0: e.time[under[0]], x1: e.time[under[1]], y0: 0, y1: 0, line: { width: 3, color: c.loss } }]
      }
    };
  }
}

/* Words at either end of the axis turn inwards. */
const edge = (time, [from, to]) => time > to - (to - from) * 0.06 ? 'right' : time < from + (to - from) * 0.06 ? 'left' : 'center';

const thinned = columns => columns.bars[0] > columns.time.length;

/* The one trade that made half of the profit or more, when there is one in sight. */
function dominant(t, [from, to]) {
  let net = 0, best = -1;
  for (let i = 0; i < t.number.length; i++) {
    net += t.profit_and_loss[i];
    if (best < 0 || t.profit_and_loss[i] > t.profit_and_loss[best]) best = i;
  }
  const seen = best >= 0 && t.exit_time[best] >= from && t.exit_time[best] <= to;
  return seen && t.number.length > 1 && net > 0 && t.profit_and_loss[best] / net >= 0.5
    ? { time: t.exit_time[best], equity: t.exit_equity[best], profit: t.profit_and_loss[best] } : null;
}

const note = (big, log, c) => ({ x: big.time, y: log ? Math.log10(big.equity) : big.equity, text: `one trade, ${money(big.profit, { plus: true })}`,
  showarrow: true, ax: 6, ay: 62, font: { size: 11, color: c.text }, arrowcolor: c.text3, standoff: 6, xanchor: 'left', hovertext: day(big.time) });

export const mount = (element, page, options) => new EquityChart(element, page, options).start();
