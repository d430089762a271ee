import { noteLadder } from '../../credentials/ladder/note-ladder.ts';
import { parseLadder } from '../../credentials/ladder/parse-ladder.ts';
import type { ActivityId } from '../../model/activity-names.ts';
import { ladderSchema, type Ladder, type LadderAsk } from '../../model/ladder.ts';
import { problem, type Problem } from '../../model/problem.ts';
import type { PortfolioMaterial } from '../../model/portfolio.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { ActivityWords } from '../../model/team/programme-content.ts';
import type { App } from '../app.ts';
import { loadActivityWords } from '../growth/content/load-activity-words.ts';
import { gatherMaterial } from '../portfolio/gather-material.ts';
import { readGivenFile } from '../read-given-file.ts';

const SETTING = 'ladder';
const MAX_BYTES = 1024 * 1024;

/** An ask with what I have beside it. Whether that is enough is for people. */
export interface ShownAsk extends LadderAsk {
  /** The activity, and what its level looks like, as this person has them; null where the ask is about none. */
  readonly words: { readonly name: string; readonly level: string } | null;
  /** Closed rounds in which the activity mattered; null where the ask is about none. */
  readonly rounds: number | null;
  /** The level that is signed off, with who signed and until when; null where none is. */
  readonly signed: { readonly level: number; readonly signer: string; readonly expiresAt: string } | null;
}

export interface ShownLadder {
  readonly ladder: string;
  readonly version: number;
  readonly rungs: readonly { readonly rung: string; readonly asks: readonly ShownAsk[] }[];
}

/** Takes a ladder in place of the one before. Returns it, with what its authors may want to look at. */
export function importLadder(
  { journal, environment }: Pick<App, 'journal' | 'environment'>,
  file: string,
): Result<{ ladder: Ladder; notes: readonly string[] }, Problem> {
  const text = readGivenFile(environment.folder, file, MAX_BYTES);
  if (!text.ok) return text;
  const ladder = parseLadder(text.value);
  if (!ladder.ok) return ladder;
  const written = journal.write(() => journal.settings.set(SETTING, ladder.value));
  return written.ok ? ok({ ladder: ladder.value, notes: noteLadder(ladder.value) }) : written;
}

export const forgetLadder = ({ journal }: Pick<App, 'journal'>): Result<void, Problem> => journal.write(() => journal.settings.remove(SETTING));

export async function showLadder(app: Pick<App, 'journal' | 'clock'>): Promise<Result<ShownLadder, Problem>> {
  const kept = app.journal.attempt(() => app.journal.settings.get(SETTING));
  if (!kept.ok) return kept;
  if (kept.value === undefined)
    return failed(problem('not-found', 'There is no ladder here.', { next: 'Bring your organisation\'s with "rounds ladder import FILE".' }));
  const words = app.journal.attempt(() => loadActivityWords(app.journal));
  if (!words.ok) return words;
  const material = await gatherMaterial(app);
  if (!material.ok) return material;
  const { ladder, version, rungs } = ladderSchema.parse(kept.value);
  const now = app.clock().toISOString();
  return ok({
    ladder,
    version,
    rungs: rungs.map(({ rung, asks }) => ({
      rung,
      asks: asks.map((ask) => ({ ...ask, words: toWords(ask, words.value), ...findBeside(ask.activity, material.value, now) })),
    })),
  });
}

function toWords({ activity, level }: LadderAsk, { names, levels }: ActivityWords): ShownAsk['words'] {
  if (activity === undefined) return null;
  return { name: names[activity], level: level === undefined ? '' : levels[activity][`${level}`] };
}

function findBeside(activity: ActivityId | undefined, { activities, signedLevels }: PortfolioMaterial, now: string): Pick<ShownAsk, 'rounds' | 'signed'> {
  const signed = signedLevels.find((one) => one.activity === activity && one.expiresAt > now);
  return {
    rounds: activity === undefined ? null : (activities.find((one) => one.activity === activity)?.rounds.length ?? 0),
    signed: signed ? { level: signed.level, signer: signed.signer, expiresAt: signed.expiresAt } : null,
  };
}
