import type { Run } from '../../moments/facts/facts.ts';

/** Whether a run of a part covers all of these files, as far as its arguments tell: by folder, or by the name that a file and its test share. */
export function coversFiles({ scope, scopeNames }: Pick<Run, 'scope' | 'scopeNames'>, files: readonly string[]): boolean {
  return scope === 'all' || files.every((file) => scopeNames.some((name) => covers(toPath(name), toPath(file))));
}

function covers(name: string, file: string): boolean {
  return file === name || file.startsWith(`${name.replace(/\/$/, '')}/`) || toStem(name) === toStem(file);
}

const toPath = (name: string): string =>
  name
    .replaceAll('\\', '/')
    .replace(/^\.\//, '')
    .replace(/(?:::|#|:\d).*$/, '')
    .replace(/\/\.\.\.$/, '');

/** `total` of src/total.ts, total.test.ts, test_total.py, total_spec.rb and TotalTest.java. */
export function toStem(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return name
    .replace(/(?:[._-](?:tests?|specs?|e2e)|Tests?|Spec|IT)$/, '')
    .replace(/^tests?[._-]/, '')
    .toLowerCase();
}
