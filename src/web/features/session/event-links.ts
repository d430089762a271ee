/** What one event has to do with others: the prompt that asked for it, the run that tried it, the commit that took it. */
import type { SessionEvent } from '../../../model/event.ts';
import type { EventFact, LaneMark, SessionDetail } from '../../../model/api/sessions.ts';

export interface EventLink {
  readonly label: string;
  /** Where it leads; null where there is nothing to lead to, which is worth saying. */
  readonly seq: number | null;
  readonly text: string;
}

type Lanes = SessionDetail['lanes'];

const lastBefore = (marks: readonly LaneMark[], seq: number): LaneMark | undefined => marks.findLast((mark) => mark.seq < seq);
const firstAfter = (marks: readonly LaneMark[], seq: number): LaneMark | undefined => marks.find((mark) => mark.seq > seq);
const withSeq = (marks: readonly LaneMark[], seq: number | null): LaneMark | undefined => (seq === null ? undefined : marks.find((mark) => mark.seq === seq));

const toLink = (label: string, mark: LaneMark | undefined, otherwise: string): EventLink =>
  mark ? { label, seq: mark.seq, text: mark.label } : { label, seq: null, text: otherwise };
const runText = (mark: LaneMark): string => `${mark.label} (${mark.red ? 'failed' : 'did not fail'})`;
const toRunLink = (label: string, mark: LaneMark | undefined, otherwise: string): EventLink =>
  toLink(label, mark && { ...mark, label: runText(mark) }, otherwise);

const FATES: Readonly<Record<string, string>> = {
  kept: 'Still there when the session ended.',
  rewritten: 'Rewritten later in the session.',
  reverted: 'Taken back later in the session.',
};

function editLinks(edit: NonNullable<EventFact['edit']>, lanes: Lanes, isOpen: boolean): EventLink[] {
  return [
    toLink('Asked for by', withSeq(lanes.you, edit.promptSeq), 'No prompt before it.'),
    toRunLink('Checked by', withSeq(lanes.runs, edit.nextRunSeq), 'No test, build or lint ran after it.'),
    toLink('In commit', withSeq(lanes.commits, edit.commitSeq), 'Not committed in this session.'),
    { label: 'Became', seq: null, text: isOpen ? (FATES[edit.fate] ?? edit.fate) : 'Opens after you judge the moment here.' },
  ];
}

function runLinks(seq: number, lanes: Lanes): EventLink[] {
  const previous = lastBefore(lanes.runs, seq)?.seq ?? -1;
  const since = lanes.edits.filter((mark) => mark.seq > previous && mark.seq < seq);
  return [
    toLink('Asked for by', lastBefore(lanes.you, seq), 'No prompt before it.'),
    ...(since.length === 0
      ? [{ label: 'Edits since the run before', seq: null, text: 'None: the code was the same.' }]
      : since.slice(-5).map((mark) => toLink('Edited before it', mark, ''))),
    toLink('Next commit', firstAfter(lanes.commits, seq), 'None in this session.'),
  ];
}

/** Links of one event, most useful first. `isOpen` is false while a moment at this event waits for a judgement. */
export function findEventLinks(event: Pick<SessionEvent, 'seq' | 'kind'>, fact: EventFact | undefined, lanes: Lanes, isOpen: boolean): EventLink[] {
  const { seq } = event;
  if (fact?.edit) return editLinks(fact.edit, lanes, isOpen);
  if (fact?.run) return runLinks(seq, lanes);
  const asked = toLink('Asked for by', lastBefore(lanes.you, seq), 'Nothing was asked before it.');
  if (fact?.claims?.length)
    return [
      toRunLink('Last run before it', lastBefore(lanes.runs, seq), 'Nothing had been run.'),
      toLink('Last edit before it', lastBefore(lanes.edits, seq), 'Nothing had been edited.'),
      asked,
    ];
  if (event.kind === 'prompt')
    return [
      toLink('First edit after it', firstAfter(lanes.edits, seq), 'None.'),
      toRunLink('First run after it', firstAfter(lanes.runs, seq), 'None.'),
      toLink('The prompt before it', lastBefore(lanes.you, seq), 'This is the first.'),
    ];
  return [asked];
}
