/* Lines, steps, bars and points over numbers, names or days: slices of a sweep, its histogram, in against out of sample, parameters over windows. */
import { valueAxis } from './axis.js';
import { Chart } from './chart.js';
import { money, percent, plain } from './format.js';

const SYMBOLS = { plateau: 'square-open', best: 'x-thin', default: 'circle-open' };

class FigureChart extends Chart {
  async load() { return this.options; }

  needs() { return false; }

  get period() { return [0, 1]; }

  figure(_, { colors: c, roles, narrow, height }) {
    const { series, marks, uprights, names, diagonal, unit, acrossUnit, fromZero } = this.options;
    const write = writer(unit), across = names ? at => names[at] ?? '' : writer(acrossUnit);
    const found = series.flatMap(one => one.values).concat(marks.map(mark => mark.value)).filter(Number.isFinite);
    if (fromZero || series.some(one => one.kind === 'bars')) found.push(0);
    const margin = { l: this.options.title ? 20 : 4, r: 56, t: uprights.length ? 20 + 14 * (uprights.length - 1) : 8, b: this.options.acrossTitle ? 38 : 22 };
    const values = valueAxis([Math.min(...found), Math.max(...found)], { height: height - margin.t - margin.b, most: Math.max(3, Math.floor((height - margin.t - margin.b) / 34)) });
    if (unit === 'count') values.tickvals = values.tickvals.filter(Number.isInteger);
    const places = series.flatMap(one => one.at), first = Math.min(...places), last = Math.max(...places);
    return {
      data: [
        ...diagonal ? [this.#diagonal(found, c)] : [],
        ...series.map((one, i) => this.#series(one, i, { c, roles, write, across })),
        ...marks.map(mark => ({ type: 'scatter', mode: 'markers', x: [mark.at], y: [mark.value], hoverinfo: 'skip', marker: { symbol: SYMBOLS[mark.kind], size: 10, color: c.text, line: { width: 2.25, color: c.text } } }))
      ],
      layout: {
        margin, bargap: 0, hovermode: series.some(one => one.kind === 'points' || one.kind === 'bars') ? 'closest' : 'x unified',
        xaxis: { ...names ? nameTicks(names, this.width, narrow) : { nticks: narrow ? 5 : 8, tickformat: format(acrossUnit) }, range: names ? [-0.5, names.length - 0.5] : diagonal ? undefined : pad(first, last, series), title: axisTitle(this.options.acrossTitle), fixedrange: true, showspikes: !diagonal },
        yaxis: { ...values, tickformat: format(unit), fixedrange: true, zeroline: true },
        shapes: uprights.map(upright => ({ type: 'line', x0: upright.at, x1: upright.at, yref: 'paper', y0: 0, y1: 1, layer: 'above', line: { color: upright.strong ? c.c1 : c.text, width: 1.5, dash: upright.strong ? 'solid' : 'dot' } })),
        annotations: uprights.map((upright, i) => ({ x: upright.at, yref: 'paper', y: 1, yanchor: 'bottom', yshift: 14 * i, text: `${upright.words} ${across(upright.at)}`, xanchor: upright.at > (first + last) / 2 ? 'right' : 'left', bgcolor: c.paper, font: { size: 11, color: upright.strong ? c.c1 : c.text, weight: upright.strong ? 600 : 400 } }))
      }
    };
  }

  #series(one, i, { c, roles, write, across }) {
    const words = one.at.map((at, k) => `${one.words?.[k] ?? across(at)}<br>${one.name} <b>${write(one.values[k])}</b>`), custom = { customdata: words, hovertemplate: '%{customdata}<extra></extra>' };
    const lined = { x: one.at, y: one.values, name: one.name, hovertext: one.values.map(write), hovertemplate: '<b>%{hovertext}</b>' };
    switch (one.kind) {
      case 'bars': return { type: 'bar', x: one.at, y: one.values, width: one.width, marker: { color: c.axis, line: { width: 1, color: c.paper } }, ...custom };
      case 'points': return { type: 'scatter', mode: 'markers', x: one.at, y: one.values, name: one.name, marker: { size: 7, color: c.series[i % 4], opacity: 0.75, line: { width: 1, color: c.paper } }, customdata: one.words, hovertemplate: '%{customdata}<extra></extra>' };
      case 'steps': return { type: 'scatter', mode: 'lines+markers', ...lined, ...roles.series(i), line: { ...roles.series(i).line, shape: 'hv' }, marker: { size: 6, color: c.series[i % 4] } };
      case 'other': return { type: 'scatter', ...lined, line: { color: c.benchmark, width: 1.25, dash: 'dash' } };
      default: return { type: 'scatter', ...lined, mode: one.at.length < 40 ? 'lines+markers' : 'lines', marker: { size: 5, color: c.c1 }, ...roles.run };
    }
  }

  #diagonal(values, c) {
    const ends = [Math.min(...values), Math.max(...values)];
    return { type: 'scatter', mode: 'lines', x: ends, y: ends, hoverinfo: 'skip', line: { color: c.benchmark, width: 1.25, dash: 'dot' } };
  }
}

const axisTitle = text => text ? { text, standoff: 6 } : undefined;

function pad(first, last, series) {
  const half = series.find(one => one.kind === 'bars')?.width / 2 || (last - first || 1) * 0.02;
  return [first - half, last + half];
}

function nameTicks(names, width, narrow) {
  const longest = Math.max(...names.map(name => name.length)), every = Math.max(1, Math.ceil((6.8 * longest + 12) * names.length / Math.max(1, width - 60)));
  const shown = [...names.keys()].filter(i => i % every === 0);
  return { tickmode: 'array', tickvals: shown, ticktext: shown.map(i => names[i]), tickangle: 0 };
}

const format = unit => ({ percent: '.0%', money: '$,.0f', count: ',.0f' })[unit] ?? '';

const writer = unit => value => !Number.isFinite(value) ? '–' : unit === 'percent' ? percent(value) : unit === 'money' ? money(value) : unit === 'count' ? plain(value, 0) : plain(value, Number.isInteger(value) && unit === 'plain' ? 0 : 2);

export const mount = (element, page, options) => new FigureChart(element, page, options).start();
