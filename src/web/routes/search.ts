/** What a page's address may carry after the question mark; anything else is dropped. */
import { SEARCH_KINDS } from '../../model/search-kinds.ts';
import type { SessionSearch } from '../api/queries.ts';
import type { LessonSearch } from '../api/team/lesson-queries.ts';

const toText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) || undefined : undefined;
const toDay = (value: unknown): string | undefined => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);
const withoutAbsent = <T extends object>(values: T): T => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

export const sessionSearch = (search: Record<string, unknown>): SessionSearch =>
  withoutAbsent({
    query: toText(search['query']),
    kind: SEARCH_KINDS.find((kind) => kind === search['kind']),
    agent: toText(search['agent']),
    repository: toText(search['repository']),
    from: toDay(search['from']),
    to: toDay(search['to']),
  });

/** `at`: the event the cursor stands on, by its `seq`. */
export interface EventSearch {
  readonly at?: number;
}

export const eventSearch = (search: Record<string, unknown>): EventSearch => {
  const at = Number(search['at']);
  return search['at'] !== undefined && Number.isInteger(at) && at >= 0 ? { at } : {};
};

export const lessonSearch = (search: Record<string, unknown>): LessonSearch =>
  withoutAbsent({ q: toText(search['q']), tag: toText(search['tag']), stale: String(search['stale']) === 'true' ? ('true' as const) : undefined });

/** `folder`: in which repository. */
export const folderSearch = (search: Record<string, unknown>): { readonly folder?: string } =>
  typeof search['folder'] === 'string' && search['folder'] !== '' ? { folder: search['folder'].slice(0, 4096) } : {};
