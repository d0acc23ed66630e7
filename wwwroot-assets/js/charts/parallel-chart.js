/* Parallel coordinates: one line a set through the axes of its parameters to the objective. Dragging along an axis keeps the sets that pass there. */
import { Chart } from './chart.js';
import { fetchColumns } from './columns.js';
import { plain } from './format.js';
import { ramp } from './ramp.js';

const MARGIN = { l: 34, r: 40, t: 34, b: 20 }, SHADES = 5, LEAST_DRAG = 4;

class ParallelChart extends Chart {
  #tracks = [];

  async load(_, signal) { return fetchColumns(new URL(this.options.columns, document.baseURI), signal).then(columns => ({ columns, of: this.options.columns })); }

  needs(data) { return data.of !== this.options.columns; }

  get period() { return [0, 1]; }

  figure({ columns }, { colors: c }) {
    const axes = this.options.axes, count = columns.objective.length, colour = ramp(c.sequential);
    const share = (axis, row) => { const value = columns[`axis_${axis}`]?.[row] ?? columns.objective[row]; const [low, high] = this.#ends(axis, columns); return high > low ? (value - low) / (high - low) : 0.5; };
    const groups = Array.from({ length: SHADES + 1 }, () => []);
    for (let row = 0; row < count; row++) {
      if (!Number.isFinite(columns.objective[row])) continue;
      const inside = axes.every((axis, k) => { const brush = this.options.brushes[axis.name], at = columns[`axis_${k}`]?.[row] ?? columns.objective[row]; return !brush || (at >= brush[0] && at <= brush[1]); });
      groups[inside ? 1 + Math.min(SHADES - 1, Math.floor(SHADES * share(axes.length - 1, row))) : 0].push(row);
    }
    const trace = (rows, color, opacity) => ({ type: 'scatter', mode: 'lines', hoverinfo: 'skip', line: { width: 1, color }, opacity, x: rows.flatMap(() => [...axes.keys(), null]), y: rows.flatMap(row => [...axes.map((_, k) => share(k, row)), null]) });
    return {
      data: [trace(groups[0], c.axis, 0.22), ...groups.slice(1).map((rows, i) => trace(rows, colour(0.25 + 0.75 * i / (SHADES - 1)), count > 500 ? 0.3 : 0.7))],
      layout: {
        margin: MARGIN, hovermode: false,
        xaxis: { range: [0, axes.length - 1], visible: false, fixedrange: true }, yaxis: { range: [0, 1], visible: false, fixedrange: true },
        shapes: axes.map((_, k) => ({ type: 'line', x0: k, x1: k, y0: 0, y1: 1, layer: 'above', line: { color: c.text2, width: 1 } })),
        annotations: axes.flatMap((axis, k) => [
          { x: k, y: 1, yanchor: 'bottom', yshift: 14, text: axis.label, xanchor: end(k, axes.length), font: { size: 11, color: c.text, weight: 600 } },
          { x: k, y: 1, yanchor: 'bottom', text: this.#end(k, 1, columns), xanchor: end(k, axes.length), font: { size: 11, color: c.text2 } },
          { x: k, y: 0, yanchor: 'top', text: this.#end(k, 0, columns), xanchor: end(k, axes.length), font: { size: 11, color: c.text2 } }])
      }
    };
  }

  /* The strips one drags along lie over the axes; they are drawn anew with every chart. */
  drawn({ columns }, { height }) {
    const axes = this.options.axes, width = this.width - MARGIN.l - MARGIN.r, tall = height - MARGIN.t - MARGIN.b;
    for (const track of this.#tracks) track.remove();
    this.#tracks = axes.map((axis, k) => {
      const track = document.createElement('div'), brush = document.createElement('i'), [low, high] = this.#ends(k, columns), kept = this.options.brushes[axis.name]?.map(at => high > low ? Math.min(1, Math.max(0, (at - low) / (high - low))) : 0.5);
      track.className = 'brush-track';
      track.dataset.axis = axis.name;
      Object.assign(track.style, { left: `${MARGIN.l + width * k / Math.max(1, axes.length - 1)}px`, top: `${MARGIN.t}px`, height: `${tall}px` });
      const place = (from, to) => Object.assign(brush.style, { bottom: `${100 * Math.min(from, to)}%`, height: `max(3px, ${100 * Math.abs(to - from)}%)` });
      brush.hidden = !kept;
      if (kept) place(...kept);
      track.append(brush);
      track.addEventListener('pointerdown', event => this.#drag(event, track, brush, place, axis, k, columns));
      this.element.append(track);
      return track;
    });
  }

  #drag(event, track, brush, place, axis, k, columns) {
    const box = track.getBoundingClientRect(), share = move => Math.min(1, Math.max(0, 1 - (move.clientY - box.top) / box.height)), from = share(event), start = event.clientY;
    event.preventDefault();
    track.setPointerCapture(event.pointerId);
    track.onpointermove = move => { brush.hidden = false; place(from, share(move)); };
    track.onpointerup = up => {
      track.onpointermove = track.onpointerup = null;
      // A press without a drag takes the brush away.
      if (Math.abs(up.clientY - start) < LEAST_DRAG) return this.tell(`${axis.name}~`);
      const [low, high] = this.#ends(k, columns), [a, b] = [from, share(up)].sort((x, y) => x - y);
      this.tell(`${axis.name}~${low + a * (high - low)}~${low + b * (high - low)}`);
    };
  }

  #ends(axis, columns) {
    const one = this.options.axes[axis];
    return one.count ? [0, one.count - 1] : extremes(columns.objective);
  }

  #end(axis, which, columns) {
    const one = this.options.axes[axis];
    return one.count ? (which ? one.last : one.first) : plain(this.#ends(axis, columns)[which]);
  }
}

const end = (k, count) => k === 0 ? 'left' : k === count - 1 ? 'right' : 'center';

function extremes(values) {
  let low = Infinity, high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

export const mount = (element, page, options) => new ParallelChart(element, page, options).start();
