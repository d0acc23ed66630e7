/* Several runs on one time axis: equity from one start, drawdown, or each against the first. Lines carry their names at their ends. */
import { extent, rowsBetween, valueAxis } from './axis.js';
import { Chart } from './chart.js';
import { fetchColumns, withQuery } from './columns.js';
import { money, percent } from './format.js';
import { template } from './plotly.js';
import { rightMargin, ticks } from './marks.js';

const MARGIN = { l: 58, r: 92, t: 6, b: 20 };
const LABEL = 15;

class CompareChart extends Chart {
  async load([from, to], signal) {
    const source = this.options.columns, names = this.options.names.split('\n');
    const known = this.current?.source === source ? this.current.whole : null;
    const whole = this.options.range === 'All' || !known;
    const columns = whole && known ? known : await fetchColumns(withQuery(source, whole ? {} : { from: Math.floor(from), to: Math.ceil(to) }), signal);
    return { columns, names, source, whole: whole ? columns : known, part: whole ? null : [from, to] };
  }

  /* A run that is added or taken out makes other columns; names go with their columns, so no line is ever called after another run. */
  needs(data, range) {
    if (data.source !== this.options.columns) return true;
    if (data.whole.days[0] <= data.whole.time.length) return false;
    return data.part === null ? this.options.range !== 'All' : data.part[0] !== range[0] || data.part[1] !== range[1];
  }

  figure({ columns, names }, { colors: c, roles, range, narrow, height }) {
    const rows = rowsBetween(columns.time, ...range), last = rows[1];
    const drawn = names.map((_, i) => this.line(columns, i)), held = columns.equity_benchmark && this.line(columns, 'benchmark');
    const written = value => this.options.view === 'equity' ? money(value) : percent(value, { plus: this.options.view === 'difference' });
    const hover = this.options.view === 'equity' ? '%{y:$,.0f}' : '%{y:.2%}';
    const log = this.options.view === 'equity' && this.options.log;
    const values = valueAxis(this.span(extent(held ? [...drawn, held] : drawn, rows)), { log, height: height - MARGIN.t - MARGIN.b });
    const axis = values.tickvals.map(value => this.options.view === 'equity' ? money(value) : percent(value, { digits: 0 }));
    const ends = narrow ? [] : apart(drawn.map((line, i) => ({ i, y: log ? Math.log10(line[last]) : line[last], text: `${names[i][0]}  ${written(line[last])}` })), values.range, height - MARGIN.t - MARGIN.b);
    return {
      data: [...held ? [{ x: columns.time, y: held, name: 'Buy and hold', ...roles.benchmark, hovertemplate: hover }] : [], ...names.map((name, i) => ({ x: columns.time, y: drawn[i], name, ...roles.series(i), hovertemplate: `<b>${hover}</b>` }))],
      layout: {
        margin: { ...MARGIN, l: Math.max(MARGIN.l, rightMargin(axis)), r: narrow ? 8 : rightMargin(ends.map(end => end.text)) + 8 },
        xaxis: { ...template.axes.date, ...ticks(range, narrow), range },
        yaxis: { ...values, side: 'left', tickformat: this.options.view === 'equity' ? '$,.0f' : ',.0%', fixedrange: true, zeroline: this.options.view === 'difference' },
        annotations: ends.map(end => ({ xref: 'paper', x: 1, xanchor: 'left', xshift: 4, y: end.y, text: end.text, font: { size: 11, color: c.series[end.i % 4], weight: 600 }, bgcolor: c.paper }))
      }
    };
  }

  line(columns, i) {
    if (this.options.view === 'drawdown') return columns[`drawdown_${i}`];
    const equity = columns[`equity_${i}`], first = columns.equity_0;
    return this.options.view === 'equity' ? equity : equity.map((value, row) => value / first[row] - 1);
  }

  /* The first line of a difference is zero all along, and a drawdown hangs from zero: zero is always in sight. */
  span([low, high]) {
    return this.options.view === 'equity' ? [low, high] : [Math.min(low, 0), Math.max(high, 0)];
  }
}

/* Labels at line ends, pushed up until none touches the next; what is pushed out at the top is pushed down again. */
function apart(ends, [low, high], pixels) {
  const step = (high - low) / pixels * LABEL;
  ends.sort((a, b) => a.y - b.y);
  for (let i = 1; i < ends.length; i++) ends[i].y = Math.max(ends[i].y, ends[i - 1].y + step);
  let top = high - step / 2;
  for (let i = ends.length - 1; i >= 0 && ends[i].y > top; i--, top -= step) ends[i].y = top;
  return ends;
}

export const mount = (element, page, options) => new CompareChart(element, page, options).start();
