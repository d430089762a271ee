/** Writes the rule registry and the rule pages. `--check` writes nothing and fails when one is not current. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { formatRegistry, formatRuleIndex, formatRulePage } from './rule-pages.ts';
import { readRuleFolders, RULES_FOLDER } from './rule-folders.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGES = join(ROOT, 'docs/rules');

const folders = await readRuleFolders();
const textByPath = new Map([
  [join(RULES_FOLDER, 'registry.generated.ts'), formatRegistry(folders)],
  [join(PAGES, 'README.md'), formatRuleIndex(folders)],
  ...folders.map((folder) => [join(PAGES, `${folder.name}.md`), formatRulePage(folder)] as const),
]);
const orphans = existsSync(PAGES) ? readdirSync(PAGES).map((name) => join(PAGES, name)).filter((path) => !textByPath.has(path)) : [];
const stale = [...textByPath].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);

if (process.argv.includes('--check')) {
  const wrong = [...stale.map(([path]) => path), ...orphans];
  for (const path of wrong) console.error(`${relative(ROOT, path)} is not current: run npm run generate`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const path of orphans) rmSync(path);
  console.log(`${folders.length} rules; written: ${stale.map(([path]) => basename(path)).join(', ') || 'nothing, all current'}`);
}
