/** What of a person's work, data or evidence a simple command would destroy. */
import type { ShellCommand } from '../facts/facts.ts';

export interface Destruction {
  readonly what: 'files' | 'uncommitted work' | 'history' | 'shared branch' | 'data' | 'process' | 'guard';
  /** Files it removes, as written; empty where it is not about named files. */
  readonly targets: readonly string[];
  readonly severity: 1 | 2 | 3;
}

type Read = (args: readonly string[], command: ShellCommand) => Destruction | null;

export function readDestruction(command: ShellCommand): Destruction | null {
  const [program = '', ...args] = command.words;
  if (args.includes('--dry-run')) return null;
  const name = program.split('/').at(-1) ?? program;
  return READERS[name]?.(args, command) ?? null;
}

const isFlag = (word: string): boolean => word.startsWith('-');
const operands = (args: readonly string[]): string[] => args.filter((word) => !isFlag(word));
const hasShort = (args: readonly string[], letter: string): boolean => args.some((word) => /^-[a-zA-Z]+$/.test(word) && word.includes(letter));
const destruction = (what: Destruction['what'], severity: Destruction['severity'], targets: readonly string[] = []): Destruction => ({
  what,
  severity,
  targets,
});

const rm: Read = (args) => {
  const deep = hasShort(args, 'r') || hasShort(args, 'R') || args.includes('--recursive');
  const forced = hasShort(args, 'f') || args.includes('--force');
  const targets = operands(args);
  return targets.length > 0 && (deep || forced) ? destruction('files', deep ? 3 : 2, targets) : null;
};

const git: Read = (args) => {
  const words = args.filter((word, index) => word !== '-C' && args[index - 1] !== '-C' && word !== '-c' && args[index - 1] !== '-c');
  const [action = '', ...rest] = words;
  return GIT[action]?.(rest, { words, env: [], redirects: [], joinedBy: '' }) ?? null;
};

const GIT: Readonly<Record<string, Read>> = {
  reset: (args) => (args.includes('--hard') ? destruction('uncommitted work', 3) : null),
  checkout: (args) => (args.includes('--') || args.includes('.') || args.includes('-f') ? destruction('uncommitted work', 2, operands(args)) : null),
  restore: (args) => (args.includes('--staged') && !args.includes('--worktree') ? null : destruction('uncommitted work', 2, operands(args))),
  clean: (args) => (hasShort(args, 'f') && !hasShort(args, 'n') ? destruction('uncommitted work', 3) : null),
  stash: (args) => (args[0] === 'drop' || args[0] === 'clear' ? destruction('uncommitted work', 2) : null),
  branch: (args) => (args.includes('-D') ? destruction('history', 2, operands(args)) : null),
  'filter-branch': () => destruction('history', 3),
  'read-tree': () => destruction('uncommitted work', 2),
  'update-ref': (args) => (args.includes('-d') ? destruction('history', 2) : null),
  reflog: (args) => (args.includes('expire') || args.includes('delete') ? destruction('history', 2) : null),
  worktree: (args) => (args[0] === 'remove' && (hasShort(args, 'f') || args.includes('--force')) ? destruction('files', 2, operands(args).slice(1)) : null),
  push: (args) => {
    if (hasShort(args, 'n')) return null;
    if (args.includes('--delete') || hasShort(args, 'd') || operands(args).some((word) => word.startsWith(':'))) return destruction('shared branch', 3);
    if (args.includes('--mirror') || args.includes('--force') || hasShort(args, 'f') || operands(args).some((word) => /^\+\w/.test(word)))
      return destruction('shared branch', 3);
    return args.some((word) => word.startsWith('--force-with-lease')) ? destruction('shared branch', 1) : null;
  },
};

const SQL_LOSS = /\b(?:drop (?:table|database|schema)|truncate (?:table )?\w+|delete from \w+(?!\s+where)\s*(?:;|$|"|'))/i;
const sql: Read = (args, { redirects }) => (SQL_LOSS.test([...args, ...redirects].join(' ')) ? destruction('data', 3) : null);

const READERS: Readonly<Record<string, Read>> = {
  rm,
  git,
  find: (args) => (args.includes('-delete') || (args.includes('-exec') && args.includes('rm')) ? destruction('files', 2, operands(args).slice(0, 1)) : null),
  shred: (args) => destruction('files', 3, operands(args)),
  truncate: (args) => destruction('files', 2, operands(args)),
  dd: (args) => (args.some((word) => /^of=\/dev\/(?!null)/.test(word)) ? destruction('data', 3) : null),
  psql: sql,
  mysql: sql,
  sqlite3: sql,
  dropdb: () => destruction('data', 3),
  'redis-cli': (args) => (args.some((word) => /^flush(?:all|db)$/i.test(word)) ? destruction('data', 3) : null),
  kubectl: (args) => (args.includes('delete') ? destruction('data', 3) : null),
  terraform: (args) => (args.includes('destroy') ? destruction('data', 3) : null),
  docker: (args) =>
    /^(?:system prune|volume (?:rm|prune))/.test(args.join(' ')) || (args.includes('down') && (args.includes('-v') || args.includes('--volumes')))
      ? destruction('data', 2)
      : null,
  prisma: (args) => (args.includes('reset') || args.includes('--force-reset') ? destruction('data', 3) : null),
  gh: (args) => (/^(?:repo|release) delete/.test(args.join(' ')) ? destruction('data', 3) : null),
  pkill: () => destruction('process', 1),
  killall: () => destruction('process', 1),
  chmod: (args) => (args.some((word) => /^[ugoa]*-[rwx]*x/.test(word)) && args.some((word) => /(?:^|\/)hooks\//.test(word)) ? destruction('guard', 3) : null),
};
