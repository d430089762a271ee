/** Writes the rule registry, the rule pages and the tutor's prompts as a module. `--check` writes nothing and fails when one is not current. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { RuleFigures } from './quality/rule-figures.ts';
import { format, type FormatConfig } from 'oxfmt';
import { formatRegistry, formatRuleIndex, formatRulePage } from './rule-pages.ts';
import { readRuleFolders, RULES_FOLDER } from './rule-folders.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGES = join(ROOT, 'docs/rules');
const PROMPTS = join(ROOT, 'src/tutor/prompts');

/** Generated files pass the same format check as written ones. */
const STYLE = JSON.parse(readFileSync(join(ROOT, '.oxfmtrc.json'), 'utf8')) as FormatConfig;

const folders = await readRuleFolders();
const measured = JSON.parse(readFileSync(join(RULES_FOLDER, 'measured.json'), 'utf8')) as Readonly<Record<string, RuleFigures>>;
const registry = join(RULES_FOLDER, 'registry.generated.ts');
const prompts = join(PROMPTS, 'prompts.generated.ts');
const textByPath = new Map([
  [prompts, (await format(prompts, formatPrompts(), STYLE)).code],
  [registry, (await format(registry, formatRegistry(folders), STYLE)).code],
  ...(await Promise.all(
    [
      ['README.md', formatRuleIndex(folders, measured)] as const,
      ...folders.map((folder) => [`${folder.name}.md`, formatRulePage(folder, measured[folder.name])] as const),
    ].map(formatPage),
  )),
]);
const orphans = existsSync(PAGES)
  ? readdirSync(PAGES)
      .map((name) => join(PAGES, name))
      .filter((path) => !textByPath.has(path))
  : [];
const stale = [...textByPath].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);

if (process.argv.includes('--check')) {
  const wrong = [...stale.map(([path]) => path), ...orphans];
  for (const path of wrong) process.stderr.write(`${relative(ROOT, path)} is not current: run npm run generate\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const path of orphans) rmSync(path);
  process.stdout.write(`${folders.length} rules; written: ${stale.map(([path]) => basename(path)).join(', ') || 'nothing, all current'}\n`);
}

/** A module, since neither Node nor a bundle takes Markdown for one. `second-reader.md` is SECOND_READER. */
function formatPrompts(): string {
  const names = readdirSync(PROMPTS).filter((name) => name.endsWith('.md'));
  const toConstant = (name: string): string => {
    const constant = basename(name, '.md').replaceAll('-', '_').toUpperCase();
    return `export const ${constant} = ${JSON.stringify(readFileSync(join(PROMPTS, name), 'utf8').trimEnd())};`;
  };
  return ['// Written by `npm run generate` from the Markdown files beside it.', ...names.toSorted().map(toConstant), ''].join('\n');
}

async function formatPage([name, text]: readonly [string, string]): Promise<[string, string]> {
  const path = join(PAGES, name);
  return [path, (await format(path, text, STYLE)).code];
}
