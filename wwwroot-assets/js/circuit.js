// Starts Blazor with a reconnect view of our own: an amber strip with a countdown. When the server has forgotten the page (a
// restart), the page is loaded again where it was: the address is the state, the scroll position is carried over.
(function () {
  'use strict';
  const WAITS = [1, 2, 3, 5, 8, 13, 20, 30];
  const html = document.documentElement;
  const strip = document.getElementById('reconnect');
  const since = strip.querySelector('[data-since]'), next = strip.querySelector('[data-next]'), now = strip.querySelector('button');
  const SCROLL = 'af-scroll';
  let lostAt = 0, tries = 0, dueAt = 0, clock = 0, busy = false;

  function down() {
    if (clock) return;
    lostAt = Date.now();
    tries = 0;
    html.dataset.circuit = 'lost';
    strip.hidden = false;
    plan();
    clock = setInterval(tick, 250);
    tick();
  }

  function up() {
    clearInterval(clock);
    clock = 0;
    delete html.dataset.circuit;
    strip.hidden = true;
  }

  const plan = () => { dueAt = Date.now() + 1000 * WAITS[Math.min(tries, WAITS.length - 1)]; tries += 1; };

  function tick() {
    const age = Math.round((Date.now() - lostAt) / 1000), left = Math.ceil((dueAt - Date.now()) / 1000);
    since.textContent = `${age} s`;
    next.textContent = busy ? 'trying now' : `next try in ${Math.max(0, left)} s`;
    if (left <= 0) attempt();
  }

  async function attempt() {
    if (busy || !clock) return;
    busy = true;
    try {
      if (await Blazor.reconnect()) up(); else reload();
    } catch {
      plan();
    } finally {
      busy = false;
    }
  }

  function reload() {
    sessionStorage.setItem(SCROLL, JSON.stringify([location.pathname + location.search, scrollY]));
    location.reload();
  }

  // Should the framework's own view ever take over, its verdict "rejected" means the same.
  new MutationObserver(() => { if (document.querySelector('.components-reconnect-rejected')) reload(); })
    .observe(document.body, { childList: true, subtree: false, attributes: true, attributeFilter: ['class'] });

  function restoreScroll() {
    const kept = JSON.parse(sessionStorage.getItem(SCROLL) ?? 'null');
    sessionStorage.removeItem(SCROLL);
    if (!kept || kept[0] !== location.pathname + location.search) return;
    const until = Date.now() + 5000;
    const wait = setInterval(() => {
      if (html.scrollHeight - innerHeight >= kept[1] || Date.now() > until) { clearInterval(wait); scrollTo(0, kept[1]); }
    }, 50);
  }

  now.addEventListener('click', attempt);
  addEventListener('online', attempt);
  restoreScroll();
  Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown: down, onConnectionUp: up } } });
})();
