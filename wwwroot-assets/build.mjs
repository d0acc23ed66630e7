// Puts what the pages load into one folder: node build.mjs OUT. Third-party parts come from node_modules and are cut down to
// what is used; nothing of them is committed.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeIcons } from './icons/build-icons.mjs';

const here = import.meta.dirname;
const out = process.argv[2];
if (!out) {
  console.error('Say where to: node build.mjs OUT');
  process.exit(2);
}

const modules = join(here, 'node_modules');
await mkdir(join(out, 'fonts'), { recursive: true });
await Promise.all([
  cp(join(here, 'css'), join(out, 'css'), { recursive: true }),
  cp(join(here, 'js'), join(out, 'js'), { recursive: true }),
  cp(join(modules, 'plotly.js-finance-dist-min/plotly-finance.min.js'), join(out, 'lib/plotly.min.js')),
  cp(join(modules, '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2'), join(out, 'fonts/inter.woff2')),
  cp(join(modules, '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'), join(out, 'fonts/jetbrains-mono.woff2')),
]);
const wanted = JSON.parse(await readFile(join(here, 'icons/icons.json'), 'utf8'));
const { sprite, font } = await writeIcons(join(modules, 'material-symbols/material-symbols-outlined.woff2'), wanted);
await writeFile(join(out, 'icons.svg'), sprite);
await writeFile(join(out, 'fonts/icons.woff2'), font);
