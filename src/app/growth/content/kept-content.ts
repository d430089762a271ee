import { loadTeamFile } from '../../../client/team-file.ts';
import type { Journal } from '../../../journal/open-journal.ts';
import type { OwnContent } from '../../../model/api/team/cohort-content.ts';
import { keptContentSchema, type KeptContent } from '../../../model/kept-content.ts';

const SETTING = 'cohort-content';

/** What the cohort of my running year changed, as last heard of; null where I am in none, or not signed in to its team any more. */
export function loadKeptContent({ settings, home }: Pick<Journal, 'settings' | 'home'>): KeptContent | null {
  const kept = keptContentSchema.safeParse(settings.get(SETTING)).data;
  if (!kept) return null;
  const team = loadTeamFile(home);
  return team.ok && team.value !== null && new URL(team.value.url).host === kept.host ? kept : null;
}

/**
 * Keeps what the team says now, in place of what it said before; nothing where I am in no running year. Signs that are written down keep
 * what they weighed. Returns whether anything reads differently.
 */
export function keepContent({ settings }: Pick<Journal, 'settings'>, host: string, { of }: OwnContent, now: Date): boolean {
  const before = keptContentSchema.safeParse(settings.get(SETTING)).data ?? null;
  if (of === null) settings.remove(SETTING);
  else settings.set(SETTING, { host, ...of, takenAt: now.toISOString() } satisfies KeptContent);
  return toIdentity(before) !== toIdentity(of && { host, ...of });
}

const toIdentity = (content: Pick<KeptContent, 'host' | 'cohort' | 'version'> | null): string =>
  content ? `${content.host} ${content.cohort.id} ${content.cohort.name} ${content.version}` : '';
