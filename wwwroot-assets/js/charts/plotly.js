/* The chart library is the heaviest file there is, so it is fetched when the first chart comes up, once. */
import '../plotly-template.js';

let loading;

export function loadPlotly() {
  return loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('../../lib/plotly.min.js', import.meta.url);
    script.onload = () => resolve(globalThis.Plotly);
    script.onerror = () => {
      loading = undefined;
      reject(new Error('The chart script did not arrive. Reload the page.'));
    };
    document.head.append(script);
  });
}

export const template = globalThis.afPlotly;
