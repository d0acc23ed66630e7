/* Where the points of a live chart lie. Equity runs bar by bar, whatever nights lie between; a day runs from the opening to the close. */
import { lowerBound, valueAxis } from './axis.js';
import { eastern } from './format.js';

const LABEL = 78, ROW = 38, AHEAD = 1.25, FEWEST = 24, DAY = 86_400_000;

export class LiveScale {
  constructor({ times, values, session, floor, width, height, margin }) {
    this.margin = margin;
    this.left = margin.l;
    this.right = width - margin.r;
    this.top = margin.t;
    this.bottom = height - margin.b;
    this.session = session;
    // Room ahead, so that a new point seldom moves all the others.
    this.room = Math.max(FEWEST, Math.ceil(times.length * AHEAD));
    const found = values.concat(floor === null ? [] : [floor]), low = Math.min(...found), high = Math.max(...found);
    // Beside an amount of six digits there is no room for cents, so that its ticks are a dollar apart or more.
    const air = Math.max((high - low || Math.abs(high) * 0.002 || 1) * 0.18, Math.abs(high) >= 10_000 ? 2 : 0);
    this.axis = valueAxis([low - air, high + air], { height: this.bottom - this.top, most: Math.max(2, Math.floor((this.bottom - this.top) / ROW)) });
    // Digits after the point: as many as tell one tick from the next.
    const [first, second] = this.axis.tickvals;
    this.digits = second - first < 1 ? 2 : 0;
  }

  /* Pixel of the i-th point. */
  x(i, time) {
    if (!this.session) return this.left + (this.right - this.left) * i / (this.room - 1);
    const [open, close] = this.session;
    return this.left + (this.right - this.left) * Math.min(1, Math.max(0, (time - open) / (close - open)));
  }

  y(value) {
    const [low, high] = this.axis.range;
    return this.bottom - (this.bottom - this.top) * (value - low) / (high - low);
  }

  holds(count, value) {
    const [low, high] = this.axis.range;
    return (this.session || count <= this.room) && value > low && value < high;
  }

  /* The point nearest to a pixel. */
  at(x, times) {
    if (!times.length) return -1;
    if (!this.session) return Math.max(0, Math.min(times.length - 1, Math.round((x - this.left) / (this.right - this.left) * (this.room - 1))));
    const [open, close] = this.session, time = open + (close - open) * (x - this.left) / (this.right - this.left);
    const after = lowerBound(times, time), before = Math.max(0, after - 1);
    return Math.abs(times[before] - time) < Math.abs(times[after] - time) ? before : after;
  }

  /* Pixels with their words, as many as fit. */
  ticks(times) {
    return this.session ? this.#hours() : this.#points(times);
  }

  #hours() {
    const [open, close] = this.session, hour = 3_600_000, ticks = [];
    const every = Math.max(1, Math.ceil((close - open) / hour * LABEL / (this.right - this.left)));
    for (let time = Math.ceil(open / hour) * hour; time <= close; time += every * hour) ticks.push({ x: this.x(0, time), text: eastern(time).clock });
    return ticks;
  }

  #points(times) {
    if (times.length < 2) return times.length ? [{ x: this.x(0), text: eastern(times[0]).clock }] : [];
    if (times[times.length - 1] - times[0] > DAY) return this.#days(times);
    const most = Math.max(2, Math.floor((this.right - this.left) / LABEL)), every = Math.ceil(this.room / most), ticks = [];
    for (let i = 0; i < times.length; i += every) ticks.push({ x: this.x(i), text: eastern(times[i]).clock });
    return ticks;
  }

  /* Each day once, where it begins, while there is room for the word. A session lies within one day of UTC. */
  #days(times) {
    const ticks = [], dayOf = time => Math.floor(time / DAY);
    let free = 0;
    for (let i = 0; i < times.length; i++) {
      if (this.x(i) < free || i > 0 && dayOf(times[i]) === dayOf(times[i - 1])) continue;
      // The word at the left edge is moved inwards by half its width.
      free = Math.max(this.x(i), LABEL / 2) + LABEL;
      ticks.push({ x: this.x(i), text: eastern(times[i]).day });
    }
    return ticks;
  }
}
