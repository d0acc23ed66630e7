// The query of the address follows the view; the history entry stays the one the router made.
export function show(query) {
  history.replaceState(history.state, '', location.pathname + (query ? `?${query}` : ''));
}

export function reveal(id) {
  const element = document.getElementById(id);
  if (!element) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
  if (element.tabIndex >= 0 || element.hasAttribute('tabindex')) element.focus({ preventScroll: true });
}
