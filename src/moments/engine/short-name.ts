import { cutQuote } from './place-candidate.ts';

const LONGEST = 32;

/** A path short enough to stand in a sentence: the last parts of it. */
export function toShortName(path: string): string {
  const parts = path.split('/').filter(Boolean);
  if (path.length <= LONGEST && !path.startsWith('/')) return path;
  return parts.slice(-2).join('/').length <= LONGEST ? parts.slice(-2).join('/') : (parts.at(-1) ?? path);
}

/** A command short enough to stand in code marks: its first line, without the text of a here-document. */
export function toShortCommand(command: string, most: number): string {
  const [line = ''] = command.trim().split('\n');
  const [start = ''] = line.split(/\s*(?:"?\$\(cat )?<<-?\s*['"]?\w+/);
  return `${cutQuote(start, most)}${start.length < command.trim().length && start.length <= most ? ' …' : ''}`.replaceAll('`', "'");
}
