// A <dialog data-modal> that appears in the page is shown as a modal one; when it goes, the focus returns to where it was.
// A [data-opens="id"] control clicks the element of that id.
(function () {
  'use strict';
  const returnTo = new WeakMap();
  const dialogsOf = node => node.nodeType === 1 ? [...(node.matches('dialog[data-modal]') ? [node] : []), ...node.querySelectorAll('dialog[data-modal]')] : [];

  new MutationObserver(changes => {
    for (const change of changes) {
      change.addedNodes.forEach(node => dialogsOf(node).forEach(dialog => {
        if (dialog.open) return;
        returnTo.set(dialog, document.activeElement);
        dialog.showModal();
        dialog.querySelector('[autofocus]')?.focus();
      }));
      change.removedNodes.forEach(node => dialogsOf(node).forEach(dialog => {
        const before = returnTo.get(dialog);
        if (before?.isConnected) before.focus();
      }));
    }
  }).observe(document.body, { childList: true, subtree: true });

  document.addEventListener('click', event => {
    // A click on the backdrop lands on the dialog itself.
    if (event.target.matches?.('dialog[data-modal]')) event.target.close();
    const opener = event.target.closest?.('[data-opens]');
    if (opener) document.getElementById(opener.dataset.opens)?.click();
  });
})();
