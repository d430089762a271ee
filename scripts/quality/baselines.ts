/** What anyone could print without reading a session: how far the detector is above these is what it is worth. */
import { basename } from 'node:path';
import type { LineSpan, Moment } from '../../src/model/moment.ts';
import { createSeededRandom } from '../../src/moments/engine/seeded-random.ts';
import type { Place, SessionFacts } from '../../src/moments/facts/facts.ts';
import type { FoundPlace, Label } from './gold.ts';

export interface Baseline {
  readonly name: string;
  readonly meaning: string;
  /** Several draws of one baseline are averaged. */
  readonly draws: readonly (readonly FoundPlace[])[];
}

interface Gold {
  readonly sessions: readonly SessionFacts[];
  readonly labels: readonly Label[];
  /** What the detector prints there by default: a random baseline says as much. */
  readonly moments: readonly Moment[];
}

const DRAWS = 20;
/** The widest that score.py counts: the wider, the likelier a hit. */
const WIDEST = 25;

export function listBaselines(gold: Gold): Baseline[] {
  const each = (find: (facts: SessionFacts) => FoundPlace[]): FoundPlace[][] => [gold.sessions.flatMap(find)];
  return [
    {
      name: 'random places',
      meaning: `as many places as the detector prints, anywhere, ${WIDEST} lines wide, of kinds drawn as often as readers used them; mean of ${DRAWS} draws`,
      draws: Array.from({ length: DRAWS }, (_, draw) => drawPlaces(gold, draw)),
    },
    { name: 'a constant', meaning: 'every last message of the agent before the person speaks is a claim unverified', draws: each(findLastMessages) },
    {
      name: 'lexical rules',
      meaning: 'five expressions over four kinds: admissions, "all tests pass", `rm -rf`, "no"/"don\'t"/"instead"',
      draws: each(findWords),
    },
    { name: 'largest diff and failing runs', meaning: 'the three largest edits of a session, then every failing run', draws: each(findLargestAndFailing) },
  ];
}

function drawPlaces({ sessions, labels, moments }: Gold, draw: number): FoundPlace[] {
  const random = createSeededRandom(`random places ${draw}`);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  return sessions.flatMap(({ file, marks }) => {
    const printed = moments.filter((moment) => basename(moment.file) === basename(file)).length;
    return Array.from({ length: printed }, (_, index) => {
      const { span, ...place } = toPlace(file, pick(labels)?.kind ?? '', pick(marks) ?? { line: 1 }, index);
      return { ...place, span: { start: span.start, end: span.start + WIDEST - 1 } };
    });
  });
}

const findLastMessages = ({ file, replies }: SessionFacts): FoundPlace[] =>
  replies.filter(({ final }) => final).map((reply, index) => toPlace(file, 'claim-unverified', reply, index));

const ADMISSION = /\b(?:I was wrong|my mistake|I see the (?:issue|problem)|the real (?:issue|problem)|you'?re (?:absolutely )?right)\b/i;
const SUCCESS = /\ball (?:\d+ )?(?:tests|checks) (?:are )?pass/i;
const REMOVAL = /\brm -(?:rf|fr)\b|\breset --hard\b/;
const REFUSAL = /^no\b|\bdon'?t\b|\binstead\b/i;

const ofKind = (kind: string, list: readonly Place[]): { kind: string; place: Place }[] => list.map((place) => ({ kind, place }));

function findWords({ file, replies, reasoning, runs, humanTurns }: SessionFacts): FoundPlace[] {
  return [
    ...ofKind(
      'false-assumption',
      [...replies, ...reasoning].filter(({ text }) => ADMISSION.test(text)),
    ),
    ...ofKind(
      'claim-unverified',
      replies.filter(({ text }) => SUCCESS.test(text)),
    ),
    ...ofKind(
      'destructive',
      runs.filter(({ command }) => REMOVAL.test(command)),
    ),
    ...ofKind(
      'human-correction',
      humanTurns.filter(({ own }) => REFUSAL.test(own)),
    ),
  ]
    .toSorted((a, b) => a.place.seq - b.place.seq)
    .map(({ kind, place }, index) => toPlace(file, kind, place, index));
}

const LARGEST = 3;

function findLargestAndFailing({ file, edits, runs }: SessionFacts): FoundPlace[] {
  const largest = edits.toSorted((a, b) => b.addedCount + b.removedCount - (a.addedCount + a.removedCount)).slice(0, LARGEST);
  const failing = runs.filter(({ status }) => status === 'failed');
  return [
    ...largest.map((edit, index) => toPlace(file, 'edge-case', edit, index)),
    ...failing.map((run, index) => toPlace(file, 'failure-ignored', run, LARGEST + index)),
  ];
}

const toPlace = (file: string, kind: string, { line }: { readonly line: number }, index: number): FoundPlace => ({
  file,
  kind,
  span: { start: line, end: line } satisfies LineSpan,
  rank: index + 1,
});
