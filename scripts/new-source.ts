/** npm run new-source NAME [LABEL]: scaffolds a source whose tests fail until it is written. docs/adding-a-source.md goes on from there. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addToRepository, EDITED_FILES } from './new-source/add-to-repository.ts';
import { toSourceFiles } from './new-source/to-source-files.ts';

const ROOT = join(import.meta.dirname, '..');
const [name = '', label = toLabel(name)] = process.argv.slice(2);

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) fail('Name the agent in lower case, for example: npm run new-source goose "Goose"');
else if (existsSync(join(ROOT, 'src/sources', name))) fail(`src/sources/${name} is there already.`);
else scaffold();

function scaffold(): void {
  const edited = addToRepository(name, label, Object.fromEntries(EDITED_FILES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')])));
  if (!edited.ok) return fail(edited.problem);
  for (const [file, text] of Object.entries({ ...toSourceFiles(name), ...edited.value })) {
    mkdirSync(dirname(join(ROOT, file)), { recursive: true });
    writeFileSync(join(ROOT, file), text);
  }
  process.stdout.write(
    `Made src/sources/${name} with its fixtures, and its line in ${EDITED_FILES.join(', ')}.\nNext: docs/adding-a-source.md. Until its places are in src/sources/default-places.ts, tests/contract/sources fails.\n`,
  );
}

function fail(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 2;
}

function toLabel(text: string): string {
  return text
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
}
