// Words behind a figure, on hover and on focus: data-tip="text", or data-tip-from="id" for a piece of the page.
(function () {
  'use strict';
  const SELECTOR = '[data-tip], [data-tip-from]';
  const GAP = 6, EDGE = 8;
  const box = document.createElement('div');
  box.className = 'tip';
  box.id = 'af-tip';
  box.setAttribute('role', 'tooltip');
  box.hidden = true;
  document.body.append(box);
  let owner = null;

  function show(element) {
    if (owner === element) return;
    hide();
    const source = element.dataset.tipFrom && document.getElementById(element.dataset.tipFrom);
    if (source) box.replaceChildren(...[...source.cloneNode(true).childNodes]); else box.textContent = element.dataset.tip ?? '';
    if (!box.hasChildNodes()) return;
    owner = element;
    owner.setAttribute('aria-describedby', box.id);
    (element.closest('dialog') ?? document.body).append(box);
    box.hidden = false;
    place(element.getBoundingClientRect(), box.getBoundingClientRect());
  }

  function place(at, size) {
    const below = at.bottom + GAP + size.height + EDGE <= innerHeight;
    box.style.top = `${below ? at.bottom + GAP : Math.max(EDGE, at.top - GAP - size.height)}px`;
    box.style.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - size.width - EDGE))}px`;
  }

  function hide() {
    owner?.removeAttribute('aria-describedby');
    owner = null;
    box.hidden = true;
  }

  const over = event => { const element = event.target.closest?.(SELECTOR); if (element) show(element); else if (owner) hide(); };
  document.addEventListener('pointerover', over);
  document.addEventListener('focusin', over);
  document.addEventListener('focusout', hide);
  document.addEventListener('scroll', hide, { capture: true, passive: true });
  document.addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });
})();
