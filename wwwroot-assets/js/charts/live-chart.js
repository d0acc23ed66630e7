/* Money as it comes in: read once, then appended point by point. Three layers lie on each other: grid, line, and what moves. A new
   point draws its own stretch of the line; the rest is drawn again only when the point does not fit, or theme or width change. */
import { fetchColumns } from './columns.js';
import { eastern, money } from './format.js';
import { LiveScale } from './live-scale.js';
import { template } from './plotly.js';

const MOST = 20_000, FONT = '11px "Inter Variable", Inter, system-ui, sans-serif';
const margin = { l: 0, r: 66, t: 8, b: 20 };

class LiveChart {
  #element; #options; #layers; #read; #watch; #theme; #scale; #colors; #abort; #times = []; #values = []; #fills = []; #next = 0; #hover = -1; #waits = [];

  constructor(element, options) {
    this.#element = element;
    this.#options = options;
    this.#layers = ['grid', 'line', 'over'].map(() => element.appendChild(document.createElement('canvas')));
    this.#read = element.appendChild(document.createElement('div'));
    this.#read.className = 'read';
    this.#read.hidden = true;
    this.#watch = new ResizeObserver(() => this.#all());
    this.#watch.observe(element);
    this.#theme = new MutationObserver(() => this.#all());
    this.#theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    this.#theme.observe(element, { attributes: true, attributeFilter: ['data-stale'] });
    element.addEventListener('pointermove', event => this.#point(event.offsetX));
    element.addEventListener('pointerleave', () => this.#point(null));
  }

  async load() {
    this.#abort?.abort();
    this.#abort = new AbortController();
    [this.#times, this.#values, this.#fills, this.#waits, this.#next] = [[], [], [], [], 0];
    try {
      const { number, time, value } = await fetchColumns(new URL(this.#options.address, document.baseURI), this.#abort.signal);
      [this.#times, this.#values, this.#next] = [[...time], [...value], number.length ? number[number.length - 1] + 1 : 0];
    } catch (error) {
      if (error.name === 'AbortError') return this;
      console.error(error);
    }
    const waited = this.#waits;
    this.#waits = null;
    this.#element.removeAttribute('aria-busy');
    for (const one of [...waited, this.#options]) this.#take(one);
    this.#all();
    return this;
  }

  /* Called by the page: another curve, or new points of this one. */
  async set(options) {
    const other = options.address !== this.#options.address;
    const moved = String(options.session) !== String(this.#options.session) || options.floor !== this.#options.floor;
    this.#options = options;
    if (other) { await this.load(); return; }
    if (this.#waits) { this.#waits.push(options); return; }
    // A number is missing in between when this page was too slow for a frame.
    if (this.#next > 0 && options.points.some(([number], i) => i === 0 && number > this.#next)) { await this.load(); return; }
    if (this.#take(options) && !moved) this.#over(); else this.#all();
  }

  dispose() {
    this.#abort?.abort();
    this.#watch.disconnect();
    this.#theme.disconnect();
    this.#element.replaceChildren();
  }

  /* True when all of it fitted in. */
  #take({ points, fills }) {
    let fits = this.#scale !== undefined;
    for (const [number, time, value] of points) {
      if (number < this.#next) continue;
      this.#next = number + 1;
      this.#times.push(time);
      this.#values.push(value);
      fits = fits && this.#times.length <= MOST && this.#scale.holds(this.#times.length, value);
      if (fits) this.#stretch(this.#times.length - 1);
    }
    if (this.#times.length > MOST) [this.#times, this.#values] = [this.#times.slice(-MOST / 2), this.#values.slice(-MOST / 2)];
    for (const fill of fills) {
      if (this.#fills.some(known => known[2] === fill[2])) continue;
      this.#fills.push(fill);
      if (fits) this.#mark(fill);
    }
    return fits;
  }

  #all() {
    const width = this.#element.clientWidth, height = this.#element.clientHeight;
    if (!width || this.#waits) return;
    this.#colors = template.colors(document.documentElement.dataset.theme);
    for (const layer of this.#layers) {
      const sharp = devicePixelRatio || 1;
      [layer.width, layer.height] = [Math.round(width * sharp), Math.round(height * sharp)];
      const pen = layer.getContext('2d');
      pen.setTransform(sharp, 0, 0, sharp, 0, 0);
      pen.font = FONT;
    }
    if (!this.#times.length) { this.#scale = undefined; this.#say(width, height); return; }
    this.#scale = new LiveScale({ times: this.#times, values: this.#values, session: this.#options.session, floor: this.#options.floor, width, height, margin });
    this.#grid(width);
    for (let i = 0; i < this.#times.length; i++) this.#stretch(i);
    for (const fill of this.#fills) this.#mark(fill);
    this.#over();
  }

  #say(width, height) {
    const pen = this.#layers[0].getContext('2d');
    pen.fillStyle = this.#colors.text3;
    pen.textAlign = 'center';
    pen.fillText('The first point comes with the first price.', width / 2, height / 2);
  }

  #grid(width) {
    const pen = this.#layers[0].getContext('2d'), c = this.#colors, s = this.#scale;
    pen.textBaseline = 'middle';
    for (const value of s.axis.tickvals) {
      const y = Math.round(s.y(value)) + 0.5;
      pen.strokeStyle = c.grid;
      pen.beginPath(); pen.moveTo(s.left, y); pen.lineTo(s.right, y); pen.stroke();
      pen.fillStyle = c.text3;
      pen.textAlign = 'left';
      pen.fillText(this.#money(value), s.right + 6, y);
    }
    if (this.#options.floor !== null) {
      const y = Math.round(s.y(this.#options.floor)) + 0.5;
      pen.strokeStyle = c.zero;
      pen.beginPath(); pen.moveTo(s.left, y); pen.lineTo(s.right, y); pen.stroke();
    }
    pen.strokeStyle = c.axis;
    pen.beginPath(); pen.moveTo(s.left, s.bottom + 0.5); pen.lineTo(s.right, s.bottom + 0.5); pen.stroke();
    pen.fillStyle = c.text3;
    for (const { x, text } of s.ticks(this.#times)) {
      const half = pen.measureText(text).width / 2;
      pen.textAlign = 'center';
      pen.fillText(text, Math.min(width - half, Math.max(half, x)), s.bottom + 12);
    }
  }

  /* The line from the point before to this one, and what lies between it and the floor. */
  #stretch(i) {
    const pen = this.#layers[1].getContext('2d'), c = this.#colors, s = this.#scale, stale = this.#element.hasAttribute('data-stale');
    const x = s.x(i, this.#times[i]), y = s.y(this.#values[i]), from = Math.max(0, i - 1), x0 = s.x(from, this.#times[from]), y0 = s.y(this.#values[from]);
    if (this.#options.filled && i > 0) this.#fill(pen, x0, y0, x, y, stale);
    pen.strokeStyle = stale ? c.text3 : this.#options.filled ? c.text : c.c1;
    pen.lineWidth = this.#options.filled ? 1.5 : 1.75;
    pen.lineCap = pen.lineJoin = 'round';
    pen.beginPath(); pen.moveTo(x0, y0); pen.lineTo(x, y); pen.stroke();
  }

  #fill(pen, x0, y0, x1, y1, stale) {
    const zero = this.#scale.y(this.#options.floor), c = this.#colors, left = Math.round(x0), right = Math.round(x1);
    const part = (a, ya, b, yb) => {
      if (b <= a) return;
      pen.fillStyle = stale ? c.warmUp : Math.min(ya, yb) < zero ? c.gainFill : c.lossFill;
      pen.beginPath(); pen.moveTo(a, zero); pen.lineTo(a, ya); pen.lineTo(b, yb); pen.lineTo(b, zero); pen.fill();
    };
    if ((y0 - zero) * (y1 - zero) >= 0) { part(left, y0, right, y1); return; }
    const cross = left + (right - left) * (zero - y0) / (y1 - y0);
    part(left, y0, cross, zero);
    part(cross, zero, right, y1);
  }

  /* A triangle where shares changed hands: up for bought, down for sold. */
  #mark([time, side]) {
    const i = this.#scale.at(this.#scale.session ? this.#scale.x(0, time) : this.#scale.x(this.#before(time)), this.#times);
    if (i < 0 || time < this.#times[0]) return;
    const pen = this.#layers[1].getContext('2d'), c = this.#colors, x = this.#scale.x(i, this.#times[i]), y = this.#scale.y(this.#values[i]), up = side > 0 ? 1 : -1;
    pen.beginPath(); pen.moveTo(x, y - 5 * up); pen.lineTo(x + 4.5, y + 3.5 * up); pen.lineTo(x - 4.5, y + 3.5 * up); pen.closePath();
    pen.fillStyle = c.text;
    pen.fill();
    pen.strokeStyle = c.paper;
    pen.lineWidth = 1;
    pen.stroke();
  }

  #before(time) {
    let i = this.#times.length - 1;
    while (i > 0 && this.#times[i] > time) i--;
    return i;
  }

  #over() {
    const layer = this.#layers[2], pen = layer.getContext('2d'), c = this.#colors, s = this.#scale, last = this.#times.length - 1;
    if (!s) return;
    pen.clearRect(0, 0, layer.width, layer.height);
    const value = this.#values[last], floor = this.#options.floor, text = this.#money(value), y = Math.min(s.bottom - 6, Math.max(s.top + 6, s.y(value)));
    pen.font = `600 ${FONT}`;
    const width = pen.measureText(text).width + 8;
    // A tick under the pill would be half a word: it goes as a whole.
    pen.fillStyle = c.paper;
    for (const tick of s.axis.tickvals.map(one => s.y(one)).filter(at => Math.abs(at - y) < 17)) pen.fillRect(s.right + 1, tick - 8, this.#element.clientWidth - s.right, 16);
    pen.fillStyle = this.#element.hasAttribute('data-stale') ? c.text3 : this.#options.filled ? this.#tone(value - floor) : c.c1;
    pen.fillRect(s.right + 2, y - 8, width, 16);
    pen.fillStyle = c.paper;
    pen.textAlign = 'left';
    pen.textBaseline = 'middle';
    pen.fillText(text, s.right + 6, y + 0.5);
    pen.font = FONT;
    if (this.#hover < 0 || this.#hover > last) { this.#read.hidden = true; return; }
    const x = Math.round(s.x(this.#hover, this.#times[this.#hover])) + 0.5;
    pen.strokeStyle = c.text3;
    pen.lineWidth = 1;
    pen.beginPath(); pen.moveTo(x, s.top); pen.lineTo(x, s.bottom); pen.stroke();
    this.#tell(x);
  }

  #tell(x) {
    const at = eastern(this.#times[this.#hover]), strong = document.createElement('b');
    strong.textContent = money(this.#values[this.#hover], { digits: 2, plus: this.#options.filled });
    this.#read.replaceChildren(`${at.day} ${at.clock} ET `, strong);
    this.#read.hidden = false;
    const wide = this.#read.offsetWidth;
    this.#read.style.left = `${x + 10 + wide > this.#element.clientWidth ? Math.max(0, x - wide - 10) : x + 10}px`;
    this.#read.style.top = '4px';
  }

  #point(x) {
    this.#hover = x === null || !this.#scale ? -1 : this.#scale.at(x, this.#times);
    this.#over();
  }

  /* Nothing made has no colour. Half a cent is nothing: it is written as 0. */
  #tone(made) { return Math.abs(made) < 0.005 ? this.#colors.text2 : made > 0 ? this.#colors.gain : this.#colors.loss; }

  #money(value) { return money(value, { digits: this.#scale.digits, plus: this.#options.filled }); }
}

export const mount = (element, page, options) => new LiveChart(element, options).load();
