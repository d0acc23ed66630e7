// Ages of live figures. The server says when a figure was heard (data-heard, milliseconds of its clock) and how often it should be
// (data-period); the browser counts, so that a figure greys also when the server has gone. The newest [data-now] carries the
// server's clock. Inside an element that was heard, a [data-age] shows the age: "always", or "stale" once it is too old.
(function () {
  'use strict';
  const TICK = 250, MINUTE = 60, HOUR = 3600, DAY = 86_400;
  let said = null, ahead = 0;

  const words = seconds => seconds < 9.95 ? `${seconds.toFixed(1)} s`
    : seconds < MINUTE - 0.5 ? `${Math.round(seconds)} s`
    : seconds < HOUR ? `${Math.floor(seconds / MINUTE)} m ${Math.floor(seconds % MINUTE)} s`
    : seconds < DAY ? `${Math.floor(seconds / HOUR)} h ${Math.floor(seconds % HOUR / MINUTE)} m`
    : `${Math.floor(seconds / DAY)} d`;

  function count() {
    const clock = document.querySelector('[data-now]');
    if (!clock) return;
    if (clock.dataset.now !== said) {
      said = clock.dataset.now;
      ahead = Number(said) - Date.now();
    }
    const now = Date.now() + ahead;
    for (const element of document.querySelectorAll('[data-heard]')) {
      const age = Math.max(0, now - Number(element.dataset.heard)) / 1000, period = Number(element.dataset.period) / 1000;
      const stale = period > 0 && age > 2 * period;
      if (stale !== element.hasAttribute('data-stale')) element.toggleAttribute('data-stale', stale);
      for (const place of element.hasAttribute('data-age') ? [element] : element.querySelectorAll('[data-age]')) {
        if (place.closest('[data-heard]') !== element || (place.dataset.age === 'stale' && !stale)) continue;
        const text = stale ? `${words(age)} old` : words(age);
        if (place.textContent !== text) place.textContent = text;
      }
    }
  }

  setInterval(count, TICK);
})();
