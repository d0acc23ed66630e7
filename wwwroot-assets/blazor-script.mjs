// The Blazor script out of the library that carries it as a resource: node blazor-script.mjs LIBRARY OUT
// A resource lies in its library as four bytes of length and then its bytes. The script is known by its checksum, so where it starts
// is looked for and what was found is proven; decision 4 says why it comes from there.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const [library, out] = process.argv.slice(2);
const start = Buffer.from('!function(){"use strict";');
const checksum = '9e4b324dd37a521ae407524dd291709e5b7bb1355d4d4698e4a047a9b4fe87c2';

const bytes = await readFile(library);
for (let at = bytes.indexOf(start, 4); at >= 0; at = bytes.indexOf(start, at + 1)) {
  const script = bytes.subarray(at, at + bytes.readInt32LE(at - 4));
  if (createHash('sha256').update(script).digest('hex') === checksum) {
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, script);
    process.exit(0);
  }
}

console.error(`${library} does not hold the Blazor script with the checksum ${checksum}. If the version in BuildAssets.targets was changed, change the checksum in blazor-script.mjs with it.`);
process.exit(1);
