// Runs before the first paint, so that no page flashes in the wrong theme. The choice lives in cookies, because the server writes
// the same attributes into the page when it knows them.
(function () {
  'use strict';
  const html = document.documentElement;
  const cookie = name => document.cookie.split('; ').find(part => part.startsWith(name + '='))?.slice(name.length + 1);
  const keep = (name, value) => { document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`; };
  const dark = matchMedia('(prefers-color-scheme: dark)');

  const show = theme => {
    if (html.dataset.theme === theme) return;
    html.dataset.theme = theme;
    dispatchEvent(new CustomEvent('af-theme', { detail: theme }));
  };
  const system = () => { if (!cookie('af-theme')) show(dark.matches ? 'dark' : 'light'); };
  system();
  dark.addEventListener('change', system);

  // The control of the choice in force is the pressed one; pages come and go, so it is told by what is on screen.
  const mark = () => document.querySelectorAll('.themes [data-theme-set]').forEach(control => {
    const pressed = String(control.dataset.themeSet === (cookie('af-theme') || 'system'));
    if (control.getAttribute('aria-pressed') !== pressed) control.setAttribute('aria-pressed', pressed);
  });
  document.addEventListener('DOMContentLoaded', () => new MutationObserver(mark).observe(document.body, { childList: true, subtree: true }));

  document.addEventListener('click', event => {
    const control = event.target.closest?.('[data-theme-set], [data-rail-fold]');
    if (!control) return;
    if (control.hasAttribute('data-rail-fold')) {
      const closed = html.dataset.rail !== 'closed';
      if (closed) html.dataset.rail = 'closed'; else delete html.dataset.rail;
      keep('af-rail', closed ? 'closed' : 'open');
      dispatchEvent(new Event('resize'));
      return;
    }
    const wanted = control.dataset.themeSet;
    if (wanted === 'system') { keep('af-theme', ''); system(); mark(); return; }
    const theme = wanted === 'switch' ? (html.dataset.theme === 'dark' ? 'light' : 'dark') : wanted;
    keep('af-theme', theme);
    show(theme);
    mark();
  });
})();
