import { misconceptionSchema, type Misconception } from '../../model/misconception.ts';
import type { OwnCatalogue, OwnEntry } from '../../model/own-catalogue.ts';
import type { Misfit } from '../read-written-file.ts';

export interface AppliedCatalogue {
  readonly entries: readonly Misconception[];
  readonly misfits: readonly Misfit[];
}

/**
 * The catalogue with somebody's own changes. Signs are told apart by their source: one that is known changes, another is added. A changed
 * entry carries the version of the file as its edition; one that would not be whole stays as it was and is told.
 */
export function applyOwnCatalogue(given: readonly Misconception[], { version, entries }: OwnCatalogue): AppliedCatalogue {
  const byId = new Map<string, Misconception>(given.map((entry) => [entry.id, entry]));
  const misfits: Misfit[] = [];
  const seen = new Set<string>();
  for (const [index, own] of entries.entries()) {
    if (seen.has(own.id)) misfits.push({ path: ['entries', index, 'id'], message: `${own.id} stands here twice.` });
    seen.add(own.id);
    const parsed = misconceptionSchema.safeParse(changeEntry(byId.get(own.id), own, version));
    if (parsed.success) byId.set(own.id, parsed.data);
    else misfits.push(...parsed.error.issues.map(({ path, message }) => ({ path: ['entries', index, ...toOwnPath(path, own, byId.get(own.id))], message })));
  }
  return { entries: [...byId.values()], misfits };
}

function changeEntry(entry: Misconception | undefined, own: OwnEntry, edition: number): unknown {
  const changed = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return {
    ...(entry ?? { version: 1 }),
    ...changed,
    edition,
    indicators: changeSigns(entry?.indicators ?? [], own.indicators ?? []),
    counterIndicators: changeSigns(entry?.counterIndicators ?? [], own.counterIndicators ?? []),
  };
}

function changeSigns<T extends { readonly source: string }>(given: readonly T[], own: readonly { readonly source: string }[]): unknown[] {
  const bySource = new Map<string, object>(given.map((sign) => [sign.source, sign]));
  for (const sign of own) bySource.set(sign.source, { ...bySource.get(sign.source), ...sign });
  return [...bySource.values()];
}

/** Where the person wrote it: signs stand in another order in the changed entry. */
function toOwnPath(path: readonly PropertyKey[], own: OwnEntry, entry: Misconception | undefined): PropertyKey[] {
  const [field, at, ...rest] = path;
  if ((field !== 'indicators' && field !== 'counterIndicators') || typeof at !== 'number') return [...path];
  const sources = [...new Set([...(entry?.[field] ?? []), ...(own[field] ?? [])].map(({ source }) => source))];
  const written = own[field]?.findIndex(({ source }) => source === sources[at]) ?? -1;
  return written < 0 ? [field] : [field, written, ...rest];
}
