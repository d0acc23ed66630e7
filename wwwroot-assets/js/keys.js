// Shortcuts by declaration: an element with data-keys="g h" is clicked (or focused, when it is a field) by typing g then h.
(function () {
  'use strict';
  const PAUSE = 900, TWICE = 1500;
  let typed = '', at = 0, pressed = 0;

  const inField = target => target.closest('input, textarea, select, [contenteditable="true"]');
  const find = keys => [...document.querySelectorAll('[data-keys]')].find(element => element.dataset.keys === keys);

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && event.shiftKey && !event.repeat) { chord(event); return; }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const start = find('ctrl enter');
      if (start) { event.preventDefault(); start.click(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') { document.querySelectorAll('details.menu[open]').forEach(menu => { menu.open = false; }); return; }
    if (event.key.length !== 1) return;
    const before = Date.now() - at < PAUSE ? typed + ' ' : '';
    at = Date.now();
    typed = find(before + event.key) ? before + event.key : event.key;
    const element = find(typed);
    if (!element) return;
    event.preventDefault();
    typed = '';
    if (element.matches('input, textarea, select')) element.focus(); else element.click();
  });

  // A chord pressed twice is meant, also in a field or a dialog; nothing else listens to it.
  function chord(event) {
    event.preventDefault();
    event.stopPropagation();
    const twice = Date.now() - pressed < TWICE;
    pressed = twice ? 0 : Date.now();
    if (twice) document.querySelector('[data-chord="shift escape"]')?.click();
  }

  // A menu closes when the click is elsewhere, or on one of its entries.
  document.addEventListener('click', event => document.querySelectorAll('details.menu[open]').forEach(menu => {
    if (!menu.contains(event.target) || event.target.closest('.drop a, .drop button')) menu.open = false;
  }));
})();
