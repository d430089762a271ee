import type { Journal } from '../../journal/open-journal.ts';
import { applyOwnCatalogue } from '../../learning/misconceptions/apply-own-catalogue.ts';
import { MISCONCEPTIONS } from '../../learning/misconceptions/catalogue.ts';
import type { Misconception } from '../../model/misconception.ts';
import { ownCatalogueSchema, type OwnCatalogue } from '../../model/own-catalogue.ts';
import { loadKeptContent } from './content/kept-content.ts';

const SETTING = 'misconceptions';

export interface Catalogue {
  readonly entries: readonly Misconception[];
  readonly find: (id: string) => Misconception | null;
}

/** The misconceptions as this person has them: those Rounds comes with, what their cohort changes in them, and over both an own file. */
export function loadCatalogue(journal: Pick<Journal, 'settings' | 'home'>): Catalogue {
  const own = loadOwnCatalogue(journal);
  const given = loadGivenCatalogue(journal);
  const entries = own ? applyOwnCatalogue(given, own).entries : given;
  const byId = new Map<string, Misconception>(entries.map((entry) => [entry.id, entry]));
  return { entries, find: (id) => byId.get(id) ?? null };
}

/** Those an own file changes: what comes with Rounds, as the cohort has it. */
export function loadGivenCatalogue(journal: Pick<Journal, 'settings' | 'home'>): readonly Misconception[] {
  const kept = loadKeptContent(journal);
  if (!kept || kept.version === 0) return MISCONCEPTIONS;
  return applyOwnCatalogue(MISCONCEPTIONS, { name: kept.cohort.name, version: kept.version, entries: kept.overrides.misconceptions }).entries;
}

/** Null where none was brought, or where another version of Rounds kept it in a shape this one does not read. */
export function loadOwnCatalogue({ settings }: Pick<Journal, 'settings'>): OwnCatalogue | null {
  return ownCatalogueSchema.safeParse(settings.get(SETTING)).data ?? null;
}

export const saveOwnCatalogue = ({ settings }: Pick<Journal, 'settings'>, own: OwnCatalogue): void => settings.set(SETTING, own);
export const removeOwnCatalogue = ({ settings }: Pick<Journal, 'settings'>): void => settings.remove(SETTING);
