/* What every chart does: draw when its data is there, again when theme, width or range change, and leave nothing behind.
   A chart gives load(range, signal) -> data, needs(data, range) -> whether that must be loaded again, figure(data, view) ->
   { data, layout } and, when it has more to do, drawn(data, view); the page keeps the range word. */
import { loadPlotly, template } from './plotly.js';
import { rangeOf, wordOf } from './range.js';

const NARROW = 640;

export class Chart {
  #element; #page; #resize; #theme; #abort; #timer; #plotly; #data; #drawn = false; #stale = false; #disposed = false;

  constructor(element, page, options) {
    this.#element = element;
    this.#page = page;
    this.options = options;
  }

  async start() {
    try {
      [this.#plotly, this.#data] = await Promise.all([loadPlotly(), this.#fetch(null)]);
    } catch (error) {
      this.#stale = true;
      this.#say(error);
      return this;
    }
    if (this.#disposed) return this;
    this.#theme = new MutationObserver(() => this.#draw());
    this.#theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    this.#resize = new ResizeObserver(() => this.#later(() => this.#draw(), 60));
    this.#resize.observe(this.#element);
    await this.#show();
    return this;
  }

  /* Called by the page. */
  async set(options) {
    this.options = { ...this.options, ...options };
    if (this.#data) await this.#show();
    else if (this.#stale) await this.start();
  }

  dispose() {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#theme?.disconnect();
    this.#resize?.disconnect();
    if (this.#drawn) {
      this.#plotly.purge(this.#element);
    }
    this.#page = this.#data = undefined;
  }

  /* Period of the whole run, in milliseconds. */
  get period() { return [this.options.first, this.options.last]; }

  /* The data on screen and the part of the axis that shows. */
  get current() { return this.#data; }

  get range() { return rangeOf(this.options.range, this.period); }

  get element() { return this.#element; }

  /* Tells the page what a person dragged. */
  tell(range) { this.#page?.invokeMethodAsync('ShowRangeAsync', range); }

  get width() { return this.#element.clientWidth; }

  get narrow() { return window.innerWidth <= NARROW; }

  async #show() {
    const range = rangeOf(this.options.range, this.period);
    // What is still on its way was asked for before: it must not come after what is shown now.
    this.#abort?.abort();
    if (this.needs(this.#data, range)) {
      try {
        this.#data = await this.#fetch(range);
      } catch (error) {
        if (error.name === 'AbortError') return;
        // Until other data is there nothing is drawn: neither theme nor width may bring back curves of something else.
        this.#stale = true;
        this.#say(error);
        return;
      }
    }
    this.#stale = false;
    await this.#draw();
  }

  #fetch(range) {
    this.#abort?.abort();
    this.#abort = new AbortController();
    return this.load(range ?? rangeOf(this.options.range, this.period), this.#abort.signal);
  }

  /* A chart that fails is a chart missing, never a page missing. */
  async #draw() {
    try {
      await this.#paint();
    } catch (error) {
      console.error(error);
      this.#say(new Error(`The chart could not be drawn: ${error.message}`));
    }
  }

  async #paint() {
    if (this.#disposed || !this.#data || this.#stale || this.width === 0) return;
    const theme = document.documentElement.dataset.theme, colors = template.colors(theme);
    const view = { colors, roles: template.roles(colors), range: rangeOf(this.options.range, this.period), narrow: this.narrow, height: this.#element.clientHeight };
    const shown = this.#data, { data, layout } = this.figure(shown, view);
    // The range is ours: Plotly must not hold on to the one a person dragged.
    const whole = { ...layout, template: template.template(theme), uirevision: undefined, width: this.width, height: view.height, dragmode: view.narrow ? false : 'zoom' };
    whole.template.layout.uirevision = undefined;
    this.#element.querySelector(':scope > .none-row')?.remove();
    await this.#plotly.react(this.#element, data, whole, { ...template.config, responsive: false, doubleClick: false });
    if (this.#disposed) return;
    if (!this.#drawn) {
      this.#drawn = true;
      this.#element.removeAttribute('aria-busy');
      this.#element.on('plotly_relayout', change => this.#zoomed(change));
      this.#element.on('plotly_doubleclick', () => this.#page?.invokeMethodAsync('ShowRangeAsync', 'All'));
    }
    this.drawn?.(shown, view);
  }

  #zoomed(change) {
    const from = change['xaxis.range[0]'], to = change['xaxis.range[1]'];
    if (from === undefined || to === undefined) return;
    const utc = value => typeof value === 'number' ? value : Date.parse(value.replace(' ', 'T') + (value.length > 10 ? 'Z' : ''));
    this.#page?.invokeMethodAsync('ShowRangeAsync', wordOf([utc(from), utc(to)]));
  }

  #later(action, milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, milliseconds);
  }

  #say(error) {
    if (this.#disposed) return;
    if (this.#drawn) {
      this.#plotly.purge(this.#element);
      this.#drawn = false;
    }
    const note = document.createElement('p');
    note.className = 'none-row';
    note.setAttribute('role', 'alert');
    note.textContent = error.message;
    this.#element.removeAttribute('aria-busy');
    this.#element.replaceChildren(note);
  }
}
