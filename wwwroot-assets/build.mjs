// Puts what the pages load into one folder: node build.mjs OUT. Third-party parts come from node_modules and are cut down to
// what is used; nothing of them is committed.
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { iconSprite } from './icons/icon-sprite.mjs';

const here = import.meta.dirname;
const out = process.argv[2];
if (!out) {
  console.error('Say where to: node build.mjs OUT');
  process.exit(2);
}

const modules = join(here, 'node_modules');
await Promise.all(['css', 'fonts'].map(name => mkdir(join(out, name), { recursive: true })));
await Promise.all([
  cp(join(here, 'favicon.svg'), join(out, 'favicon.svg')),
  cp(join(here, 'js'), join(out, 'js'), { recursive: true }),
  cp(join(modules, 'plotly.js-finance-dist-min/plotly-finance.min.js'), join(out, 'lib/plotly.min.js')),
  cp(join(modules, '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2'), join(out, 'fonts/inter.woff2')),
  cp(join(modules, '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'), join(out, 'fonts/jetbrains-mono.woff2')),
]);
const wanted = JSON.parse(await readFile(join(here, 'icons/icons.json'), 'utf8'));
await writeFile(join(out, 'icons.svg'), await iconSprite(join(modules, 'material-symbols/material-symbols-outlined.woff2'), wanted));
await writeFile(join(out, 'css/app.css'), await styles(join(here, 'css')));

/** One file instead of twenty requests: the parts app.css imports, in its order, then every file of css/pages by name. */
async function styles(folder) {
  const entry = await readFile(join(folder, 'app.css'), 'utf8');
  const parts = [...entry.matchAll(/^@import "(.+)";$/gm)].map(match => match[1]);
  const pages = (await readdir(join(folder, 'pages'))).filter(name => name.endsWith('.css')).sort().map(name => join('pages', name));
  return (await Promise.all([...parts, ...pages].map(name => readFile(join(folder, name), 'utf8')))).join('\n');
}
