/** Whether an activity may be signed off: every reason against it at once, so that nobody has to ask twice. */
import type { Misconception } from '../../model/misconception.ts';
import type { MisconceptionState } from '../../model/misconception-ledger.ts';
import type { SignOffEvidence, SignOffRecord, SignOffRequest, SignOffRules } from '../../model/sign-off.ts';
import { addMonths } from '../year/add-months.ts';
import { isUnbroken } from './chain-records.ts';
import { isClockBehind } from './is-clock-behind.ts';

export type RefusalCode =
  | 'signs-for-themselves'
  | 'daily-preceptor'
  | 'too-few-cases'
  | 'too-few-contexts'
  | 'too-few-raters'
  | 'no-agent-error-caught'
  | 'evidence-missing'
  | 'evidence-changed'
  | 'evidence-expired'
  | 'evidence-from-the-future'
  | 'evidence-used-before'
  | 'open-misconception'
  | 'dissent-not-asked'
  | 'dissent-unanswered'
  | 'decided-before'
  | 'record-broken'
  | 'clock-behind';

export interface Refusal {
  readonly code: RefusalCode;
  readonly words: string;
}

/** What is known beside the request itself. */
export interface SignOffScene {
  readonly rules: SignOffRules;
  readonly now: string;
  /** Who works with the person from day to day, now or during the evidence. */
  readonly dailyPreceptors: readonly string[];
  /** What each case's content hashes to now; without an entry it is gone. */
  readonly hashByCase: ReadonlyMap<string, string>;
  /** What the person chose to show of their misconceptions. */
  readonly misconceptions: readonly OpenMisconception[];
  readonly records: readonly SignOffRecord[];
  /** The latest time anything was recorded where this is judged; null where nothing was. */
  readonly latestRecorded: string | null;
}

export interface OpenMisconception extends Pick<Misconception, 'id' | 'severity' | 'activities'> {
  readonly state: MisconceptionState;
  readonly contested: boolean;
}

/** From this level on nobody looks before it ships: a belief that is known to lead astray has to be resolved first. */
export const ALONE = 4;

/** Open while somebody may still act on it. Suspicion is no reason: it needs the person's own words first. */
const OPEN_STATES: ReadonlySet<MisconceptionState> = new Set(['confirmed', 'addressed', 'relapsed']);

/** Every reason for refusal; none means that the signer may decide, not that they must. */
export function listRefusals(request: SignOffRequest, scene: SignOffScene): Refusal[] {
  const counting = request.evidence.filter((one) => isCounting(one, request, scene));
  return [
    ...ofPeople(request, scene),
    ...ofEvidence(request, scene),
    ...ofAmount(counting, request, scene),
    ...ofDissent(request),
    ...ofRecord(request, scene),
  ];
}

function ofPeople({ person, signer }: SignOffRequest, { dailyPreceptors }: SignOffScene): Refusal[] {
  return [
    ...when(signer === person, 'signs-for-themselves', 'Nobody signs for themselves.'),
    ...when(dailyPreceptors.includes(signer), 'daily-preceptor', 'The daily preceptor does not sign: who taught somebody rates them too well.'),
  ];
}

function ofEvidence(request: SignOffRequest, scene: SignOffScene): Refusal[] {
  const { evidence, activity, level } = request;
  const gone = evidence.filter((one) => !scene.hashByCase.has(one.case));
  const changed = evidence.filter((one) => scene.hashByCase.has(one.case) && scene.hashByCase.get(one.case) !== one.hash);
  const expired = evidence.filter((one) => isExpired(one, scene));
  const future = evidence.filter(({ at }) => at > scene.now);
  const used = evidence.filter((one) => listReversed(scene.records, activity).some((other) => other.case === one.case && other.rater === one.rater));
  const open = level < ALONE ? [] : scene.misconceptions.filter((one) => isHoldingBack(one) && one.activities.includes(activity));
  return [
    ...when(gone.length > 0, 'evidence-missing', `Evidence is gone: ${named(gone)}.`),
    ...when(changed.length > 0, 'evidence-changed', `Evidence was changed since it was attached: ${named(changed)}.`),
    ...when(expired.length > 0, 'evidence-expired', `Evidence is older than ${scene.rules.evidenceMonths} months: ${named(expired)}.`),
    ...when(future.length > 0, 'evidence-from-the-future', `Evidence is dated later than now: ${named(future)}.`),
    ...when(used.length > 0, 'evidence-used-before', `Evidence of a sign-off that was reversed: ${named(used)}.`),
    ...when(open.length > 0, 'open-misconception', `A critical misconception of this activity is not resolved: ${open.map(({ id }) => id).join(', ')}.`),
  ];
}

function ofAmount(counting: readonly SignOffEvidence[], { level }: SignOffRequest, { rules }: SignOffScene): Refusal[] {
  const count = (of: keyof SignOffEvidence): number => new Set(counting.map((one) => one[of])).size;
  const caught = new Set(counting.filter(({ agentErrorCaught }) => agentErrorCaught).map((one) => one.case)).size;
  const [cases, contexts, raters] = [count('case'), count('context'), count('rater')];
  const rated = `rated at level ${level} or above`;
  return [
    ...when(cases < rules.cases, 'too-few-cases', `So far ${cases} of ${rules.cases} cases, ${rated}.`),
    ...when(contexts < rules.contexts, 'too-few-contexts', `So far in ${contexts} of ${rules.contexts} contexts, ${rated}.`),
    ...when(raters < rules.raters, 'too-few-raters', `So far by ${raters} of ${rules.raters} people, ${rated}.`),
    ...when(
      caught < rules.agentErrorsCaught,
      'no-agent-error-caught',
      `So far ${caught} of ${rules.agentErrorsCaught} cases in which the agent was wrong and they caught it.`,
    ),
  ];
}

function ofDissent({ evidence, person, askedForDissent, dissents }: SignOffRequest): Refusal[] {
  const notAsked = [...new Set(evidence.map(({ rater }) => rater))].filter((rater) => rater !== person && !askedForDissent.includes(rater));
  const unanswered = dissents.filter(({ answer }) => (answer ?? '').trim() === '');
  return [
    ...when(notAsked.length > 0, 'dissent-not-asked', `Not everybody was asked whether they disagree: ${notAsked.join(', ')}.`),
    ...when(unanswered.length > 0, 'dissent-unanswered', `Dissent stands without an answer: ${unanswered.map(({ by }) => by).join(', ')}.`),
  ];
}

function ofRecord({ id, at }: SignOffRequest, { records, now, latestRecorded }: SignOffScene): Refusal[] {
  const decided = records.some(({ entry }) => entry.type === 'granted' && entry.request.id === id);
  return [
    ...when(decided, 'decided-before', 'This request was decided before: make a new one.'),
    ...when(!isUnbroken(records), 'record-broken', 'The record of earlier sign-offs was changed.'),
    ...when(
      now < at || records.some(({ entry }) => now < entry.at) || isClockBehind(now, latestRecorded),
      'clock-behind',
      'The server’s clock is behind what was recorded already: it was set back, or ran ahead then.',
    ),
  ];
}

/** Somebody else's, still as it was, young enough, not of a reversed sign-off, and trusting at this level. */
function isCounting(one: SignOffEvidence, { person, level, activity }: SignOffRequest, scene: SignOffScene): boolean {
  return (
    one.rater !== person &&
    one.level >= level &&
    scene.hashByCase.get(one.case) === one.hash &&
    one.at <= scene.now &&
    !isExpired(one, scene) &&
    !listReversed(scene.records, activity).some((other) => other.case === one.case && other.rater === one.rater)
  );
}

const isExpired = ({ at }: SignOffEvidence, { rules, now }: SignOffScene): boolean => addMonths(at, rules.evidenceMonths) < now;

export const isHoldingBack = ({ severity, state, contested }: Pick<OpenMisconception, 'severity' | 'state' | 'contested'>): boolean =>
  severity === 'critical' && OPEN_STATES.has(state) && !contested;

/** Of this activity: what was said about another is other evidence. */
function listReversed(records: readonly SignOffRecord[], activity: SignOffRequest['activity']): SignOffEvidence[] {
  const reversed = new Set(records.flatMap(({ entry }) => (entry.type === 'reversed' ? [entry.request] : [])));
  return records.flatMap(({ entry }) =>
    entry.type === 'granted' && entry.request.activity === activity && reversed.has(entry.request.id) ? entry.request.evidence : [],
  );
}

const named = (found: readonly SignOffEvidence[]): string => [...new Set(found.map((one) => one.case))].join(', ');

const when = (is: boolean, code: RefusalCode, words: string): Refusal[] => (is ? [{ code, words }] : []);
