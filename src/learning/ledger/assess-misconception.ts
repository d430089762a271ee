/** Where one belief of one person stands, from everything written down about it. */
import type { Misconception } from '../../model/misconception.ts';
import type { Evidence, LedgerEvent, MisconceptionState, Standing } from '../../model/misconception-ledger.ts';
import { PRIOR_LOG_ODDS, weighEvidence } from './weigh-evidence.ts';

const DAY_MS = 86_400_000;
/** A recall before this many days shows that it is remembered, not that it was learned. */
export const DELAY_DAYS = 14;
/** Independent signs, and how many of them in the person's own words, before a belief may be called confirmed. */
const SIGNS_TO_CONFIRM = 2;
const OWN_WORDS_TO_CONFIRM = 1;

interface Progress {
  readonly state: MisconceptionState | null;
  readonly evidence: readonly Evidence[];
  readonly contested: Standing['contested'];
  readonly addressedAt: string | null;
  readonly transferAt: string | null;
  readonly delayedRecallAt: string | null;
  readonly relapses: number;
  readonly history: Standing['history'];
}

const START: Progress = {
  state: null,
  evidence: [],
  contested: null,
  addressedAt: null,
  transferAt: null,
  delayedRecallAt: null,
  relapses: 0,
  history: [],
};

/**
 * Suspected by one sign, confirmed by two independent ones of which one is in their own words, addressed, resolved by a transfer
 * case in another context and a recall after 14 days or more, relapsed by any sign after that. Null where nothing is written down.
 */
export function assessMisconception(misconception: Misconception, events: readonly LedgerEvent[]): Standing | null {
  const ordered = events.map((event, index) => ({ event, index })).sort((a, b) => a.event.at.localeCompare(b.event.at) || a.index - b.index);
  const end = ordered.reduce((progress, { event }) => settle(misconception, take(progress, event), event.at), START);
  if (end.state === null) return null;
  const logOdds = weighEvidence(misconception, end.evidence);
  const { state, contested, relapses, addressedAt, transferAt, delayedRecallAt, history } = end;
  return {
    state,
    band: logOdds <= PRIOR_LOG_ODDS ? 'little' : logOdds < 0 ? 'some' : 'much',
    occasionsFor: countOccasions(end.evidence, 'for'),
    occasionsAgainst: countOccasions(end.evidence, 'against'),
    inOwnWords: countOwnWords(end.evidence),
    contested,
    relapses,
    addressedAt,
    transferAt,
    delayedRecallAt,
    missing: listMissing(end, state, logOdds),
    history: [...history],
  };
}

function take(progress: Progress, event: LedgerEvent): Progress {
  switch (event.type) {
    case 'contested':
      return { ...progress, contested: { by: event.by, why: event.why, at: event.at } };
    case 'accepted':
      return { ...progress, contested: null };
    case 'addressed':
      return canBeAddressed(progress.state)
        ? { ...move(progress, 'addressed', event.at), addressedAt: event.at, transferAt: null, delayedRecallAt: null }
        : progress;
    case 'evidence':
      return takeEvidence({ ...progress, evidence: [...progress.evidence, event] }, event);
  }
}

const canBeAddressed = (state: MisconceptionState | null): boolean => state === 'suspected' || state === 'confirmed' || state === 'relapsed';

function takeEvidence(progress: Progress, event: Evidence): Progress {
  if (event.source === 'moment') return progress.state === null ? move(progress, 'to-ask', event.at) : progress;
  if (event.direction === 'against') return takeProof(progress, event);
  switch (progress.state) {
    case null:
    case 'to-ask':
      return move(progress, 'suspected', event.at);
    case 'addressed':
      // Still there: what was passed before it showed again proves nothing.
      return { ...progress, transferAt: null, delayedRecallAt: null };
    case 'resolved':
      return { ...move(progress, 'relapsed', event.at), relapses: progress.relapses + 1, transferAt: null, delayedRecallAt: null };
    default:
      return progress;
  }
}

/** Passing a transfer case and a delayed recall count from when it was addressed. */
function takeProof(progress: Progress, { source, transfer, context, at }: Evidence): Progress {
  if (progress.state !== 'addressed' || progress.addressedAt === null) return progress;
  const isNewContext = context !== '' && !progress.evidence.some((one) => one.direction === 'for' && one.source !== 'moment' && one.context === context);
  const isDelayed = source === 'recall' && Date.parse(at) - Date.parse(progress.addressedAt) >= DELAY_DAYS * DAY_MS;
  return {
    ...progress,
    transferAt: progress.transferAt ?? (transfer && isNewContext ? at : null),
    delayedRecallAt: progress.delayedRecallAt ?? (isDelayed ? at : null),
  };
}

/** Moves that need more than the event itself. */
function settle(misconception: Misconception, progress: Progress, at: string): Progress {
  if (progress.state === 'suspected' && isConfirmed(misconception, progress)) return move(progress, 'confirmed', at);
  if (progress.state === 'addressed' && progress.transferAt !== null && progress.delayedRecallAt !== null) return move(progress, 'resolved', at);
  return progress;
}

function isConfirmed(misconception: Misconception, { evidence, contested }: Progress): boolean {
  return (
    contested === null &&
    countOccasions(evidence, 'for') >= SIGNS_TO_CONFIRM &&
    countOwnWords(evidence) >= OWN_WORDS_TO_CONFIRM &&
    // Signs against may outweigh them.
    weighEvidence(misconception, evidence) > PRIOR_LOG_ODDS
  );
}

function listMissing({ evidence, contested, transferAt, delayedRecallAt }: Progress, state: MisconceptionState, logOdds: number): string[] {
  const missing: string[] = [];
  if (state === 'to-ask') missing.push('Nobody has asked yet: what a session shows is what the agent did.');
  if (state === 'suspected') {
    if (contested) missing.push('It is contested: talk about it first.');
    if (countOccasions(evidence, 'for') < SIGNS_TO_CONFIRM) missing.push('A second sign, from another case.');
    if (countOwnWords(evidence) < OWN_WORDS_TO_CONFIRM) missing.push('A sign in your own words.');
    if (logOdds <= PRIOR_LOG_ODDS) missing.push('As much speaks against it as for it.');
  }
  if (state === 'confirmed' || state === 'relapsed') missing.push('The refutation, worked through with a case at hand.');
  if (state === 'addressed') {
    if (transferAt === null) missing.push('A transfer case in another context.');
    if (delayedRecallAt === null) missing.push(`A recall ${DELAY_DAYS} days or more after it was addressed.`);
  }
  return missing;
}

const move = (progress: Progress, to: MisconceptionState, at: string): Progress => ({
  ...progress,
  state: to,
  history: [...progress.history, { at, from: progress.state, to }],
});

function countOccasions(evidence: readonly Evidence[], direction: Evidence['direction']): number {
  return new Set(evidence.filter((one) => one.direction === direction && one.source !== 'moment').map(({ occasion }) => occasion)).size;
}

/** Occasions with a sign for the belief that quotes them. */
function countOwnWords(evidence: readonly Evidence[]): number {
  return new Set(
    evidence.filter(({ direction, source, words }) => direction === 'for' && source === 'question' && words !== null).map(({ occasion }) => occasion),
  ).size;
}
