/* Where an axis starts, ends and carries ticks. Plotly fits an axis to all data; a zoomed chart must fit what is on screen. */

/* First and last row inside [from, to], with one row on either side so that lines reach the edge. */
export function rowsBetween(times, from, to) {
  const first = lowerBound(times, from), last = lowerBound(times, to);
  return [Math.max(0, times[first] > from ? first - 1 : first), Math.min(times.length - 1, last)];
}

export function lowerBound(times, value) {
  let low = 0, high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < value) low = middle + 1; else high = middle;
  }
  return low;
}

export function extent(columns, [first, last]) {
  let low = Infinity, high = -Infinity;
  for (const column of columns) {
    for (let i = first; i <= last; i++) {
      if (column[i] < low) low = column[i];
      if (column[i] > high) high = column[i];
    }
  }
  return [low, high];
}

/* Range with air around [low, high] and round ticks that stay clear of the label at `label` by `clear` pixels. */
export function valueAxis([low, high], { log = false, height, label = null, clear = 18, most = 7 }) {
  const f = log ? Math.log10 : x => x;
  const air = (f(high) - f(low) || Math.abs(f(high)) * 0.02 || 1) * 0.05;
  const range = [f(low) - air, f(high) + air];
  const perPixel = (range[1] - range[0]) / height;
  const ticks = (log ? logTicks(range, most) : linearTicks(range, most))
    .filter(tick => label === null || Math.abs(f(tick) - f(label)) > clear * perPixel)
    .filter(tick => f(tick) - range[0] > 3 * perPixel && range[1] - f(tick) > 3 * perPixel);
  return { type: log ? 'log' : 'linear', range, tickmode: 'array', tickvals: ticks };
}

function linearTicks([from, to], most) {
  const rough = (to - from) / most, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].find(factor => factor * power >= rough) * power;
  const ticks = [];
  for (let i = Math.ceil(from / step); i * step <= to; i++) ticks.push(i * step);
  return ticks;
}

function logTicks([from, to], most) {
  const decades = to - from;
  if (decades < 0.4) {
    return linearTicks([10 ** from, 10 ** to], most);
  }
  const factors = decades > 3 ? [1] : decades > 1.2 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 7];
  const ticks = [];
  for (let power = Math.floor(from); power <= to; power++) {
    for (const factor of factors) {
      const tick = factor * 10 ** power;
      if (Math.log10(tick) >= from && Math.log10(tick) <= to) ticks.push(tick);
    }
  }
  return ticks;
}
