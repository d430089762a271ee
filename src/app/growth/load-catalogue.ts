import type { Journal } from '../../journal/open-journal.ts';
import { applyOwnCatalogue } from '../../learning/misconceptions/apply-own-catalogue.ts';
import { MISCONCEPTIONS } from '../../learning/misconceptions/catalogue.ts';
import type { Misconception } from '../../model/misconception.ts';
import { ownCatalogueSchema, type OwnCatalogue } from '../../model/own-catalogue.ts';

const SETTING = 'misconceptions';

export interface Catalogue {
  readonly entries: readonly Misconception[];
  readonly find: (id: string) => Misconception | null;
}

/** The misconceptions as this person has them: those Rounds comes with, and what an own file changes in them. */
export function loadCatalogue(journal: Pick<Journal, 'settings'>): Catalogue {
  const own = loadOwnCatalogue(journal);
  const entries = own ? applyOwnCatalogue(MISCONCEPTIONS, own).entries : MISCONCEPTIONS;
  const byId = new Map<string, Misconception>(entries.map((entry) => [entry.id, entry]));
  return { entries, find: (id) => byId.get(id) ?? null };
}

/** Null where none was brought, or where another version of Rounds kept it in a shape this one does not read. */
export function loadOwnCatalogue({ settings }: Pick<Journal, 'settings'>): OwnCatalogue | null {
  return ownCatalogueSchema.safeParse(settings.get(SETTING)).data ?? null;
}

export const saveOwnCatalogue = ({ settings }: Pick<Journal, 'settings'>, own: OwnCatalogue): void => settings.set(SETTING, own);
export const removeOwnCatalogue = ({ settings }: Pick<Journal, 'settings'>): void => settings.remove(SETTING);
