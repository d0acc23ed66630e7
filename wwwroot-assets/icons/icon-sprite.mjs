// Cuts Material Symbols down to an SVG sprite of the icons our markup names.
import { readFile } from 'node:fs/promises';
import fontverter from 'fontverter';
import * as hb from 'harfbuzzjs';

const PIN = { FILL: 0, GRAD: 0, opsz: 24, wght: 400 };

/** @param {string} file the whole icon font @param {string[]} names icon names */
export async function iconSprite(file, names) {
  const font = new hb.Font(new hb.Face(new hb.Blob(await fontverter.convert(await readFile(file), 'sfnt'))));
  font.setVariations(Object.entries(PIN).map(([tag, value]) => new hb.Variation(tag, value)));
  return `<svg xmlns="http://www.w3.org/2000/svg">${names.map(name => symbol(font, name)).join('')}</svg>\n`;
}

/** Font units run upwards from the baseline, so the view box is turned over. */
function symbol(font, name) {
  return `<symbol id="${name}" viewBox="0 0 960 960"><path transform="matrix(1 0 0 -1 0 960)" d="${font.glyphToPath(glyphOf(font, name))}"/></symbol>`;
}

/** The font draws an icon as the ligature of its name. */
function glyphOf(font, name) {
  const buffer = new hb.Buffer();
  buffer.addText(name);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  const shaped = buffer.getGlyphInfos();
  if (shaped.length !== 1) throw new Error(`icons.json names "${name}", which Material Symbols does not have. Look the name up or take it out.`);
  return shaped[0].codepoint;
}
