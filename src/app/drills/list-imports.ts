import { posix } from 'node:path';

/** What a file imports as it runs, as written; types alone are left out. Dotted names of Python end with each name that is taken. */
export function listImports(path: string, text: string): string[] {
  if (path.endsWith('.py')) return listPython(text);
  return /\.[cm]?[jt]sx?$/.test(path)
    ? [...text.matchAll(SCRIPT)].flatMap(([, isType, from, plain, called]) => (isType ? [] : (from ?? plain ?? called ?? [])))
    : [];
}

const SCRIPT =
  /^[ \t]*(?:import|export)\s+(type\s)?[^'"()=]*?\bfrom\s*['"](\.[^'"]*)['"]|^[ \t]*import\s*['"](\.[^'"]*)['"]|\b(?:import|require)\(\s*['"](\.[^'"]*)['"]/gm;
const PYTHON = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]+)|import[ \t]+([\w., \t]+))/gm;

const firstWord = (text: string): string => text.trim().split(/\s/)[0] ?? '';

function listPython(text: string): string[] {
  return [...text.matchAll(PYTHON)].flatMap(([, from, names = '', plain = '']) => {
    if (from === undefined) return plain.split(',').map(firstWord);
    const dot = from.endsWith('.') ? '' : '.';
    return [from, ...names.split(/[,()]/).map((one) => `${from}${dot}${firstWord(one)}`)];
  });
}

/** Finds the file of the tree that an import means; undefined for packages. */
export type ResolveImport = (importer: string, given: string) => string | undefined;

export function createImportResolver(paths: readonly string[]): ResolveImport {
  const files = new Set(paths);
  const python = new Map<string, string>();
  for (const path of paths.filter((one) => one.endsWith('.py'))) {
    const words = path.replace(/(?:\/__init__)?\.py$/, '').split('/');
    // From the root, or from a folder such as `src` on the search path.
    for (let at = 0; at < words.length; at += 1) {
      const name = words.slice(at).join('.');
      if (at === 0 || !python.has(name)) python.set(name, path);
    }
  }
  return (importer, given) => (importer.endsWith('.py') ? resolvePython(python, importer, given) : resolveScript(files, importer, given));
}

function resolveScript(files: ReadonlySet<string>, importer: string, given: string): string | undefined {
  const at = posix.join(posix.dirname(importer), given);
  const bare = at.replace(/\.[cm]?[jt]sx?$/, '');
  const endings = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.mts', '.cjs', '.cts'];
  return [at, ...[bare, at, `${at}/index`].flatMap((start) => endings.map((ending) => start + ending))].find((path) => files.has(path));
}

function resolvePython(python: ReadonlyMap<string, string>, importer: string, given: string): string | undefined {
  const dots = /^\.+/.exec(given)?.[0].length ?? 0;
  if (dots === 0) return python.get(given);
  const folder = importer.split('/').slice(0, -dots);
  const rest = given.slice(dots);
  return python.get([...folder, ...(rest === '' ? [] : [rest])].join('.'));
}
