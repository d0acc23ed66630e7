// Cuts Material Symbols down: an SVG sprite for our own markup and a small ligature font for the icons Radzen draws itself.
import { readFile } from 'node:fs/promises';
import fontverter from 'fontverter';
import subsetFont from 'subset-font';
import * as hb from 'harfbuzzjs';

const PIN = { FILL: 0, GRAD: 0, opsz: 24, wght: 400 };

/** @param {string} file the whole icon font @param {{sprite: string[], font: string[]}} wanted icon names */
export async function writeIcons(file, wanted) {
  const whole = await readFile(file);
  const sfnt = await fontverter.convert(whole, 'sfnt');
  const face = new hb.Face(new hb.Blob(sfnt));
  const font = new hb.Font(face);
  font.setVariations(Object.entries(PIN).map(([tag, value]) => new hb.Variation(tag, value)));

  const glyphs = new Map();
  for (const name of new Set([...wanted.sprite, ...wanted.font])) glyphs.set(name, glyphOf(font, name));

  const codePoints = new Map();
  for (const code of face.collectUnicodes()) codePoints.set(font.nominalGlyph(code), code);
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789_';
  const text = letters + wanted.font.map(name => String.fromCodePoint(codePoints.get(glyphs.get(name)))).join('');

  return {
    sprite: sprite(font, wanted.sprite, glyphs),
    // Without closure only the ligatures whose glyph is kept stay; with it every icon would, since all letters are kept.
    font: await subsetFont(whole, text, { targetFormat: 'woff2', noLayoutClosure: true, variationAxes: PIN }),
  };
}

function glyphOf(font, name) {
  const buffer = new hb.Buffer();
  buffer.addText(name);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  const shaped = buffer.getGlyphInfos();
  if (shaped.length !== 1) throw new Error(`icons.json names "${name}", which Material Symbols does not have. Look the name up or take it out.`);
  return shaped[0].codepoint;
}

/** Font units run upwards from the baseline, so the view box is turned over. */
function sprite(font, names, glyphs) {
  const symbols = names.map(name => `<symbol id="${name}" viewBox="0 0 960 960"><path transform="matrix(1 0 0 -1 0 960)" d="${font.glyphToPath(glyphs.get(name))}"/></symbol>`);
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}
