// A control with data-copy-from="id" copies the text of that element, and says so for a moment.
document.addEventListener('click', async event => {
  const control = event.target.closest?.('[data-copy-from]');
  const source = control && document.getElementById(control.dataset.copyFrom);
  if (!source) return;
  const words = control.lastChild, before = words.textContent;
  let copied = true;
  try { await navigator.clipboard.writeText(source.textContent); } catch { copied = false; }
  if (!copied) { getSelection().selectAllChildren(source); }
  words.textContent = copied ? 'Copied' : 'Selected';
  setTimeout(() => { words.textContent = before; }, 1500);
});
