/* Values over two lists of names as coloured cells: correlations, or what a sweep made of two parameters. The finance bundle has no heatmap
   trace; the cells are one picture under the axes, so that 40,000 of them cost no more than nine, and the text of a cell is a trace of its own. */
import { Chart } from './chart.js';
import { percent, plain } from './format.js';
import { ramp, luminance } from './ramp.js';

const ROOM_FOR_TEXT = 30, ROOM_FOR_GAP = 8, TICK = 18;
const SYMBOLS = { plateau: 'square-open', best: 'x-thin', default: 'circle-open' };

class HeatChart extends Chart {
  async load() { return this.options; }

  needs() { return false; }

  get period() { return [0, 1]; }

  figure(_, { colors: c, narrow, height }) {
    const { rows, columns, values, missing, marks, region, diverging, upward, unit } = this.options;
    const [low, high] = diverging ? [-1, 1] : spread(values), colour = ramp(diverging ? c.diverging : c.sequential);
    const left = Math.min(narrow ? 132 : 190, 14 + 6.6 * Math.max(...rows.map(name => name.length)) + (this.options.rowTitle ? 16 : 0));
    const slanted = columns.some(name => name.length > 5), bottom = (slanted ? Math.min(narrow ? 132 : 190, 14 + 6.6 * Math.max(...columns.map(name => name.length))) : 22) + (this.options.columnTitle ? 18 : 0);
    const width = this.width - left - 2, tall = height - bottom - 2, across = width / columns.length, down = tall / rows.length;
    const place = i => upward ? i : rows.length - 1 - i, share = value => high > low ? (value - low) / (high - low) : 0.5;
    const cells = rows.flatMap((row, i) => columns.map((column, k) => ({ row, column, x: k, y: place(i), value: values[i * columns.length + k], why: missing?.[i * columns.length + k] ?? 0 })));
    const write = value => unit === 'percent' ? percent(value) : plain(value);
    const roomy = Math.min(across, down) >= ROOM_FOR_TEXT && across >= 6.4 * Math.max(...cells.map(one => one.value === null ? 0 : write(one.value).length));
    const fill = one => one.value === null ? (one.why === 2 ? null : c.line2) : colour(share(one.value));
    return {
      data: [{
        type: 'scatter', mode: roomy ? 'text' : 'none', x: cells.map(one => one.x), y: cells.map(one => one.y),
        text: cells.map(one => roomy && one.value !== null ? write(one.value) : ''),
        textfont: { size: 11, color: cells.map(one => one.value !== null && luminance(colour(share(one.value))) < 0.35 === luminance(c.paper) > 0.5 ? c.paper : c.text) },
        customdata: cells.map(one => [this.#words(one), one.value === null ? this.options.reasons[one.why] : `<b>${write(one.value)}</b>`]),
        hovertemplate: '%{customdata[0]}<br>%{customdata[1]}<extra></extra>'
      }, ...marks.flatMap(mark => this.#mark(mark, place, c))],
      layout: {
        margin: { l: left, r: 2, t: 2, b: bottom }, hovermode: 'closest', hoverdistance: -1,
        xaxis: { range: [-0.5, columns.length - 0.5], ...ticks(columns, k => k, across, slanted ? TICK : 6.6 * Math.max(...columns.map(name => name.length)) + 10), tickangle: slanted ? -90 : 0, title: title(this.options.columnTitle), showspikes: false, showline: false, showgrid: false, fixedrange: true, side: 'bottom' },
        yaxis: { range: [-0.5, rows.length - 0.5], ...ticks(rows, place, down, TICK), title: title(this.options.rowTitle), side: 'left', showgrid: false, showline: false, fixedrange: true, ticklabelstandoff: 2 },
        images: [{ source: picture(cells, columns.length, rows.length, across, down, fill), xref: 'x', yref: 'y', x: -0.5, y: rows.length - 0.5, sizex: columns.length, sizey: rows.length, sizing: 'stretch', layer: 'below' }],
        shapes: region.length ? outline(region.map(([i, k]) => [k, place(i)]), c) : [],
        annotations: narrow ? [] : marks.filter(mark => mark.words).map((mark, i) => this.#flag(mark, i, place, c))
      }
    };
  }

  #words(one) {
    const { rowTitle, columnTitle } = this.options;
    return rowTitle ? `${columnTitle} ${one.column}, ${rowTitle} ${one.row}` : `${one.row} and ${one.column}`;
  }

  /* A mark with a halo of paper, so that it shows on any colour. */
  #mark(mark, place, c) {
    const one = (size, width, color) => ({ type: 'scatter', x: [mark.column], y: [place(mark.row)], mode: 'markers', hoverinfo: 'skip', marker: { symbol: SYMBOLS[mark.kind], size, color, line: { width, color } } });
    return [one(13, 5, c.paper), one(12, 2.5, c.text)];
  }

  /* Its words stand towards the middle of the picture, where there is room; two marks on one side keep clear of each other. */
  #flag(mark, i, place, c) {
    const x = mark.column, y = place(mark.row), { rows, columns } = this.options, right = x < columns.length / 2, up = y < rows.length / 2;
    return { x, y, text: mark.words, showarrow: true, ax: right ? 34 : -34, ay: (up ? -1 : 1) * (34 + 22 * i), xanchor: right ? 'left' : 'right', font: { size: 12, color: c.text, weight: 600 }, bgcolor: c.paper, borderpad: 3, arrowcolor: c.text, arrowwidth: 1, standoff: 7 };
  }
}

const title = text => text ? { text, standoff: 4 } : undefined;

/* As many names as there is room for, evenly. */
function ticks(names, place, step, room) {
  const every = Math.max(1, Math.ceil(room / step)), shown = [...names.keys()].filter(i => i % every === 0);
  return { tickmode: 'array', tickvals: shown.map(place), ticktext: shown.map(i => names[i]) };
}

function spread(values) {
  const known = values.filter(value => value !== null);
  return [Math.min(...known), Math.max(...known)];
}

/* Whole pixels a cell, so that edges stay sharp when the picture is stretched over the axes. */
function picture(cells, columns, rows, across, down, fill) {
  const canvas = document.createElement('canvas'), w = Math.max(1, Math.ceil(across)), h = Math.max(1, Math.ceil(down)), gap = Math.min(w, h) >= ROOM_FOR_GAP ? 1 : 0;
  [canvas.width, canvas.height] = [columns * w, rows * h];
  const draw = canvas.getContext('2d');
  for (const one of cells) {
    const colour = fill(one);
    if (colour === null) continue;
    draw.fillStyle = colour;
    draw.fillRect(one.x * w, (rows - 1 - one.y) * h, w - gap, h - gap);
  }
  return canvas.toDataURL();
}

/* The edge around cells that belong together. */
function outline(cells, c) {
  const inside = new Set(cells.map(([x, y]) => `${x} ${y}`));
  let path = '';
  for (const [x, y] of cells) {
    const open = (dx, dy) => !inside.has(`${x + dx} ${y + dy}`);
    if (open(1, 0)) path += `M${x + .5},${y - .5}L${x + .5},${y + .5}`;
    if (open(-1, 0)) path += `M${x - .5},${y - .5}L${x - .5},${y + .5}`;
    if (open(0, 1)) path += `M${x - .5},${y + .5}L${x + .5},${y + .5}`;
    if (open(0, -1)) path += `M${x - .5},${y - .5}L${x + .5},${y - .5}`;
  }
  return [{ type: 'path', path, layer: 'above', line: { color: c.paper, width: 4.5 } }, { type: 'path', path, layer: 'above', line: { color: c.text, width: 2 } }];
}

export const mount = (element, page, options) => new HeatChart(element, page, options).start();
