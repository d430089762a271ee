/**
 * A stuck session as a question that someone else can answer without opening the repository: situation, background, assessment,
 * recommendation (SBAR; M. Leonard et al., "The human factor", Qual Saf Health Care 2004). Drafted from facts alone: what they do
 * not say is left to the person, in words that ask for it.
 */
import type { EditFact, Failure, Run, SessionFacts } from '../../moments/facts/facts.ts';
import { isRed } from '../../moments/rule/is-check.ts';

export const HANDOFF_PARTS = ['situation', 'background', 'assessment', 'recommendation'] as const;
export type HandoffPart = (typeof HANDOFF_PARTS)[number];
export type Handoff = Readonly<Record<HandoffPart, string>>;

const MOST_ATTEMPTS = 8;
const MOST_FILES = 6;
const MAX_TASK = 1200;
const MAX_OUTPUT = 1500;
const MAX_LINE = 240;

export function draftHandoff(given: SessionFacts): Handoff {
  const facts = { ...given, edits: given.edits.map((edit) => ({ ...edit, shownPath: toShown(edit.shownPath, given) })) };
  const stuck = findStuck(facts.runs);
  return {
    situation: draftSituation(facts, stuck),
    background: draftBackground(facts, stuck),
    assessment: draftAssessment(facts, stuck),
    recommendation: draftRecommendation(facts, stuck),
  };
}

interface Stuck {
  /** The last check that failed and was not green since. */
  readonly run: Run;
  readonly failure: Failure | null;
  /** Every run that failed the same way, the first first. */
  readonly same: readonly Run[];
  /** The last green run of the same kind before them. */
  readonly green: Run | null;
}

function findStuck(runs: readonly Run[]): Stuck | null {
  const run = runs.findLast(isRed);
  if (!run) return null;
  const after = runs.filter((one) => one.seq > run.seq && one.class === run.class && one.scope === run.scope && one.status === 'passed');
  if (after.length > 0) return null;
  const signature = run.failure?.signature;
  const same = runs.filter((one) => isRed(one) && (one === run || (signature !== undefined && one.failure?.signature === signature)));
  const first = same[0] ?? run;
  return { run, failure: run.failure, same, green: runs.findLast((one) => one.seq < first.seq && one.class === run.class && one.status === 'passed') ?? null };
}

function draftSituation({ humanTurns, interruptions }: SessionFacts, stuck: Stuck | null): string {
  if (!stuck) {
    const last = humanTurns.at(-1);
    return [
      'No check of the session fails now.',
      ...(interruptions.length > 0 ? [`The agent was interrupted ${toTimes(interruptions.length)}.`] : []),
      ...(last ? [`Last asked: ${toLine(last.own || last.text)}`] : []),
      'What is stuck: (say it in one sentence)',
    ].join('\n');
  }
  const { run, failure, same } = stuck;
  const tests = failure?.tests.slice(0, 5) ?? [];
  return [
    `\`${toLine(run.command)}\` fails${run.exitCode === null ? '' : ` (exit ${run.exitCode})`}${toTime(run.at)}${same.length > 1 ? `, the same way ${toTimes(same.length)}${toTime(same[0]?.at ?? null, ' since')}` : ''}.`,
    ...(failure && failure.message !== '' ? [`It says: ${toLine(failure.message)}`] : []),
    ...(tests.length > 0 ? [`Failing: ${tests.map(toLine).join(', ')}`] : []),
  ].join('\n');
}

function draftBackground({ humanTurns, session, edits }: SessionFacts, stuck: Stuck | null): string {
  const requests = humanTurns.filter(({ acts, own }) => acts.has('request') && own.trim() !== '');
  const task = requests.findLast(({ seq }) => seq < (stuck?.same[0]?.seq ?? Number.MAX_SAFE_INTEGER)) ?? requests[0];
  const where = [session.branch && `branch ${session.branch}`, session.headCommit && `commit ${session.headCommit.slice(0, 10)}`].filter(Boolean).join(', ');
  const files = [...new Set(edits.filter(({ fate }) => fate.type !== 'reverted').map(({ shownPath }) => shownPath))];
  return [
    `The task: ${task ? cut(task.own.trim(), MAX_TASK) : '(say what should be reached)'}`,
    ...(where === '' ? [] : [`Where: ${where}`]),
    ...(files.length === 0
      ? []
      : [`Changed: ${files.slice(0, MOST_FILES).join(', ')}${files.length > MOST_FILES ? ` and ${files.length - MOST_FILES} more` : ''}`]),
    ...(stuck ? [stuck.green ? `Last green: \`${toLine(stuck.green.command)}\`${toTime(stuck.green.at)}` : 'No run of it was green in this session.'] : []),
  ].join('\n');
}

/** What was changed between two runs that failed the same way is an attempt that did not help. */
function draftAssessment({ edits, claims }: SessionFacts, stuck: Stuck | null): string {
  const attempts = stuck ? listAttempts(edits, stuck) : [];
  const cause = claims.findLast(({ type, seq }) => type === 'cause' && seq > (stuck?.same[0]?.seq ?? 0));
  const shown = attempts.slice(-MOST_ATTEMPTS);
  return [
    ...(shown.length > 0
      ? [`Tried, without effect on it${shown.length < attempts.length ? ` (the last ${shown.length} of ${attempts.length})` : ''}:`, ...shown]
      : []),
    ...(cause ? [`The agent holds: ${toLine(cause.sentence)} (not proven)`] : []),
    'What I think it is: (one sentence, or "I do not know")',
  ].join('\n');
}

function listAttempts(edits: readonly EditFact[], { same }: Stuck): string[] {
  return same.slice(1).flatMap((run, index) => {
    const between = edits.filter(({ seq }) => seq > (same[index]?.seq ?? 0) && seq < run.seq);
    if (between.length === 0) return [];
    const byPath = new Map<string, { added: number; removed: number }>();
    for (const { shownPath, addedCount, removedCount } of between) {
      const sum = byPath.get(shownPath) ?? { added: 0, removed: 0 };
      byPath.set(shownPath, { added: sum.added + addedCount, removed: sum.removed + removedCount });
    }
    const files = [...byPath].map(([path, { added, removed }]) => `${path} (+${added} -${removed})`);
    return [`- ${files.slice(0, MOST_FILES).join(', ')}${files.length > MOST_FILES ? ` and ${files.length - MOST_FILES} more` : ''}`];
  });
}

function draftRecommendation(facts: SessionFacts, stuck: Stuck | null): string {
  const [place] = stuck?.failure?.locations ?? [];
  return [
    `What I ask of you: ${place ? `look at ${toShown(place.path, facts)}:${place.line} and tell me what you would check first.` : '(what would you check first?)'}`,
    'What I would do next without an answer: (one sentence)',
    ...(stuck && stuck.run.tail.trim() !== ''
      ? ['', 'The end of what it printed:', '```', ...stuck.run.tail.trim().slice(-MAX_OUTPUT).replaceAll('```', "'''").split('\n'), '```']
      : []),
  ].join('\n');
}

/** From the session's folder, where it lies inside: the rest of the path says where somebody lives. */
function toShown(path: string, { session: { cwd } }: Pick<SessionFacts, 'session'>): string {
  return cwd !== undefined && path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const toLine = (text: string): string => cut(text.replaceAll(/\s+/g, ' ').trim(), MAX_LINE);
const toTimes = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
const toTime = (at: number | null, word = ', last at'): string =>
  at === null ? '' : `${word} ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
