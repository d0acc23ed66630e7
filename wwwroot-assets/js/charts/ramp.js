/* Colours between the stops of a scale. */

const probe = document.createElement('canvas').getContext('2d');

function parts(colour) {
  probe.fillStyle = colour;
  const text = probe.fillStyle;
  return text.startsWith('#') ? [1, 3, 5].map(at => parseInt(text.slice(at, at + 2), 16)) : text.match(/[\d.]+/g).slice(0, 3).map(Number);
}

/* The colour at a share of 0 to 1. */
export function ramp(stops) {
  const known = stops.map(([at, colour]) => [at, parts(colour)]);
  return share => {
    const t = Math.min(1, Math.max(0, share)), i = Math.max(1, known.findIndex(([at]) => at >= t));
    const [[from, a], [to, b]] = [known[i - 1], known[i]], part = (t - from) / (to - from);
    return '#' + a.map((value, k) => Math.round(value + part * (b[k] - value)).toString(16).padStart(2, '0')).join('');
  };
}

/* How light a colour is, 0 black to 1 white, as WCAG has it. */
export function luminance(colour) {
  const [r, g, b] = parts(colour).map(value => value / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
