/** Which files of a commit may leave the machine at all, by what they are and how they are called. */
import type { LeftOut } from '../../../model/api/share.ts';
import { isSafePath } from '../../../model/team/tree-archive.ts';
import { roleOfFile } from '../../../moments/facts/edits/file-role.ts';
import type { TreeEntry } from '../../../sources/git/list-tree-entries.ts';

/** Files that exist to keep a secret. Examples of them (`.env.example`) do not. */
const SECRET_NAME =
  /(?:^|\/)(?:\.env(?:\.(?!example|sample|template|dist|defaults?$)[\w-]+)*|\.netrc|\.pgpass|\.htpasswd|\.git-credentials|id_(?:rsa|dsa|ecdsa|ed25519)|[^/]*\.(?:pem|key|p12|pfx|jks|keystore|kdbx|tfstate|ppk)|credentials(?:\.json)?|(?:service-?account|client_?secret)[^/]*\.json|secrets?\.(?:ya?ml|json|toml|env))$/i;
/** Dependencies are matched by these. */
const LOCK_FILE =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|go\.sum|Cargo\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|Gemfile\.lock|composer\.lock)$/;

export interface FileChoice {
  readonly ignored: ReadonlySet<string>;
  /** Files, or folders. Null: everything. */
  readonly paths: readonly string[] | null;
  /** The owner named them: a file named by itself was meant, whatever it is called. */
  readonly areNamed: boolean;
}

export interface SortedFiles {
  readonly taken: readonly TreeEntry[];
  readonly leftOut: readonly LeftOut[];
  readonly notChosen: number;
}

export function sortFiles(entries: readonly TreeEntry[], { ignored, paths, areNamed }: FileChoice): SortedFiles {
  const taken: TreeEntry[] = [];
  const leftOut: LeftOut[] = [];
  const names = new Set<string>();
  const chosen = paths === null ? entries : entries.filter(({ path }) => paths.some((one) => isWithin(path, one)));
  for (const entry of chosen) {
    const why = whyLeftOut(entry, ignored, areNamed && paths?.includes(entry.path) === true, names);
    if (why === null) taken.push(entry);
    else leftOut.push({ path: entry.path, why });
  }
  return { taken, leftOut, notChosen: entries.length - chosen.length };
}

function whyLeftOut({ path, type }: TreeEntry, ignored: ReadonlySet<string>, isMeant: boolean, names: Set<string>): LeftOut['why'] | null {
  if (type === 'link' || type === 'submodule') return type;
  if (ignored.has(path) && !isMeant) return 'ignored';
  if (SECRET_NAME.test(path) && !isMeant) return 'secrets';
  const folded = path.normalize('NFC').toLowerCase();
  if (!isSafePath(path) || names.has(folded)) return 'odd-name';
  names.add(folded);
  return null;
}

const isWithin = (path: string, chosen: string): boolean => chosen === '' || path === chosen || path.startsWith(`${chosen.replace(/\/$/, '')}/`);

/** What is needed to look at a case and to run something on it: its files, tests, and what configures both. */
export const listNeeded = (entries: readonly TreeEntry[], touched: readonly string[]): string[] => {
  const named = new Set(touched);
  return entries.flatMap(({ path }) => (named.has(path) || LOCK_FILE.test(path) || ['test', 'config'].includes(roleOfFile(path)) ? [path] : []));
};
