import type { Lesson } from '../../../model/team/lesson.ts';
import type { Person } from '../../../model/team/pair.ts';

/** "Anna and Ben"; who has left the organisation without a trace is nobody by name. */
export function nameAuthors(authors: readonly string[], people: readonly Person[]): string {
  const names = authors.map((id) => people.find((person) => person.id === id)?.name ?? 'someone');
  return names.length < 2 ? (names[0] ?? 'someone') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Who may see it. */
export function describeReach({ publishedAt, pair, authors }: Lesson): string {
  if (publishedAt !== null) return 'the whole team';
  if (pair !== null) return 'its pair';
  return authors.length > 1 ? 'its authors' : 'you alone';
}

/** Tags as they are typed: any case, commas or spaces between them, each once. */
export function parseTags(text: string): string[] {
  return [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ]
    .slice(0, 12)
    .map((tag) => tag.slice(0, 40));
}

const toLastPart = (path: string): string | undefined => path.split(/[/\\]/).findLast((part) => part !== '');

/** Of the folders here the one that is most likely the repository of that name, or the only one; '' where nothing tells. */
export function guessFolder(folders: readonly string[], repository: string | undefined): string {
  const name = repository === undefined || repository.startsWith('commit:') ? undefined : toLastPart(repository);
  const named = name === undefined ? [] : folders.filter((folder) => toLastPart(folder) === name);
  return named[0] ?? (folders.length === 1 ? (folders[0] ?? '') : '');
}

export const toLines = ({ startLine, endLine }: { startLine: number; endLine: number }): string =>
  startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`;
