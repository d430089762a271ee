import { posix } from 'node:path';

export interface TestText {
  readonly path: string;
  readonly text: string;
}

/** More files than this are not run as a whole for one candidate. */
export const MOST_TEST_FILES = 60;

/** Tests that are called like a file, or that import it; of Go, those of its folder, which are one package with it. */
export function findNearTests(tests: readonly TestText[], path: string): string[] {
  return tests.filter((test) => isNear(test, path)).map((test) => test.path);
}

function isNear(test: TestText, path: string): boolean {
  if (path.endsWith('.go')) return posix.dirname(test.path) === posix.dirname(path);
  const name = posix.basename(path).replace(/\.\w+$/, '');
  const called = posix
    .basename(test.path)
    .replace(/\.\w+$/, '')
    .replace(/[._-](?:test|tests|spec)$|^test_/, '');
  if (called === name) return true;
  return path.endsWith('.py') ? importsPython(test, path) : importsScript(test, path);
}

function importsScript(test: TestText, path: string): boolean {
  const name = posix.basename(path).replace(/\.\w+$/, '');
  const target = posix.join(posix.dirname(path), name);
  return [...test.text.matchAll(/(?:from|import|require\()\s*\(?['"](\.[^'"]*)['"]/g)].some(([, given = '']) => {
    const at = posix.join(posix.dirname(test.path), given).replace(/\.[cm]?[jt]sx?$/, '');
    return at === target || (name === 'index' && at === posix.dirname(path));
  });
}

/** `from a.b import c` may mean `a/b.py` or `a/b/c.py`; a folder's own file is `__init__.py`. */
function importsPython({ text }: TestText, path: string): boolean {
  const target = path
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
  const isTarget = (name: string): boolean => target === name || target.endsWith(`.${name}`);
  return [...text.matchAll(/^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+([^\n#]+)|import[ \t]+([\w., \t]+))/gm)].some(([, from, names = '', plain = '']) => {
    if (from === undefined) return plain.split(',').some((one) => one.trim().includes('.') && isTarget(one.trim().split(/\s/)[0] ?? ''));
    return (from.includes('.') && isTarget(from)) || names.split(/[,()]/).some((one) => isTarget(`${from}.${one.trim().split(/\s/)[0] ?? ''}`));
  });
}
