import type { Run, ShellCommand } from '../facts/facts.ts';

/** Whether a command line keeps a copy of what a later one may destroy. */
export const makesBackup = (run: Run): boolean => run.commands.some(isBackup) && !run.commands.some(takesBack);

/** A stash that is popped again keeps nothing. */
const takesBack = ({ words }: ShellCommand): boolean => words[0] === 'git' && words[1] === 'stash' && (words[2] === 'pop' || words[2] === 'apply');

function isBackup({ words }: ShellCommand): boolean {
  const [program = '', action = '', ...rest] = words;
  // Any option makes it a listing, a deletion or something else.
  if (program === 'git' && (action === 'branch' || action === 'tag'))
    return rest.length > 0 && rest.every((word) => /^[\w./-]+$/.test(word) && !word.startsWith('-'));
  if (program === 'git') return (action === 'stash' && (rest.length === 0 || ['push', 'save', '-u', '-m'].includes(rest[0] ?? ''))) || action === 'bundle';
  if (program === 'cp' || program === 'mv' || program === 'tar') return words.some((word) => /backup|\.bak|\.orig|\.old|\.tar/i.test(word));
  return program === 'pg_dump' || program === 'mysqldump';
}
