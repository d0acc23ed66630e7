/* A matrix of values from -1 to 1 as coloured cells. The finance bundle has no heatmap trace; bars of height 1 that start at their row
   fill the same cells exactly, with the same colour scale. */
import { Chart } from './chart.js';
import { plain } from './format.js';

const ROOM_FOR_TEXT = 30;

class HeatChart extends Chart {
  async load() { return this.options; }

  needs() { return false; }

  get period() { return [0, 1]; }

  figure(_, { colors: c, narrow, height }) {
    const { names, values } = this.options, n = names.length;
    const left = Math.min(narrow ? 132 : 190, 14 + 6.6 * Math.max(...names.map(name => name.length)));
    const bottom = left, cell = Math.min((this.width - left) / n, (height - bottom) / n);
    const cells = names.flatMap((row, i) => names.map((column, k) => ({ row, column, i, k, value: values[i * n + k] })));
    const known = cells.filter(one => one.value !== null), unknown = cells.filter(one => one.value === null);
    const bars = (list, more) => ({
      type: 'bar', x: list.map(one => one.k), base: list.map(one => n - 1 - one.i), y: list.map(() => 1), width: 1,
      customdata: list.map(one => `${one.row} and ${one.column}`), textposition: 'inside', insidetextanchor: 'middle', textangle: 0, constraintext: 'none', ...more
    });
    return {
      data: [
        bars(known, {
          marker: { color: known.map(one => one.value), colorscale: c.diverging, cmin: -1, cmax: 1, line: { width: 1, color: c.paper } },
          text: known.map(one => cell >= ROOM_FOR_TEXT ? plain(one.value) : ''),
          textfont: { size: 11, color: known.map(one => Math.abs(one.value) > 0.72 ? c.paper : c.text) },
          hovertemplate: '%{customdata}<br><b>%{marker.color:.2f}</b><extra></extra>'
        }),
        bars(unknown, { marker: { color: c.line2, line: { width: 1, color: c.paper } }, text: unknown.map(() => ''), hovertemplate: '%{customdata}<br>no figure: one of them does not vary<extra></extra>' })],
      layout: {
        margin: { l: left, r: 2, t: 2, b: bottom }, barmode: 'overlay', bargap: 0, hovermode: 'closest',
        xaxis: { range: [-0.5, n - 0.5], tickmode: 'array', tickvals: [...names.keys()], ticktext: names, tickangle: -90, showspikes: false, showline: false, fixedrange: true, side: 'bottom' },
        yaxis: { range: [0, n], tickmode: 'array', tickvals: names.map((_, i) => n - 0.5 - i), ticktext: names, side: 'left', showgrid: false, showline: false, fixedrange: true, ticklabelstandoff: 2 }
      }
    };
  }
}

export const mount = (element, page, options) => new HeatChart(element, page, options).start();
