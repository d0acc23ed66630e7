/* Reads binary columns: u32 "AFC1", u32 count, then per column u32 name length, UTF-8 name, u32 values, zeros up to a multiple
   of 8, little-endian doubles. The padding lets the numbers be used where they lie, without a copy. */
const MAGIC = 0x31434641;
const text = new TextDecoder();

export function readColumns(buffer) {
  const view = new DataView(buffer);
  if (buffer.byteLength < 8 || view.getUint32(0, true) !== MAGIC) {
    throw new Error('The answer holds no chart columns. Reload the page; you may have been signed out.');
  }
  const columns = {};
  let at = 8;
  for (let left = view.getUint32(4, true); left > 0; left--) {
    const nameLength = view.getUint32(at, true);
    const name = text.decode(new Uint8Array(buffer, at + 4, nameLength));
    at += 4 + nameLength;
    const count = view.getUint32(at, true);
    at = (at + 4 + 7) & ~7;
    columns[name] = new Float64Array(buffer, at, count);
    at += 8 * count;
  }
  return columns;
}

/* Adds query values to an address that may have a query already; null and undefined are left out. */
export function withQuery(address, values) {
  const url = new URL(address, document.baseURI);
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

export async function fetchColumns(url, signal) {
  const response = await fetch(url, { signal, headers: { accept: 'application/vnd.alphafactory.columns, application/problem+json' } });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail ?? `The chart's data did not arrive (HTTP ${response.status}). Reload the page.`);
  }
  return readColumns(await response.arrayBuffer());
}
