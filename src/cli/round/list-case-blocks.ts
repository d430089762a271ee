/** A case as numbered lines that a person can point at, in the numbers and with the marks of every other screen. */
import type { Case } from '../../model/case.ts';
import type { SessionEvent } from '../../model/event.ts';
import { describeAction } from '../show/format-event.ts';
import { toPlain, toPlainLine } from '../text/to-plain.ts';

export interface CaseLine {
  /** As a person types it. */
  readonly number: number;
  readonly event: string;
  /** Of the session. */
  readonly line: number;
  /** Within its event, as marks count it. */
  readonly index: number;
  readonly sign: ' ' | '+' | '-';
  readonly text: string;
}

export interface CaseBlock {
  readonly label: string;
  readonly isDecision: boolean;
  readonly lines: readonly CaseLine[];
}

/** Events before the decision; the browser shows all of them. */
const BEFORE = 12;

/** The blocks, and how many earlier events are not among them. */
export function listCaseBlocks({ shown, decision, earlierEvents }: Pick<Case, 'shown' | 'decision' | 'earlierEvents'>): {
  readonly blocks: readonly CaseBlock[];
  readonly earlier: number;
} {
  const isDecision = ({ line }: SessionEvent): boolean => line >= decision.start && line <= decision.end;
  const events = withoutEchoes(shown);
  const at = events.findIndex(isDecision);
  const from = Math.max(0, (at === -1 ? events.length : at) - BEFORE);
  let number = 0;
  const blocks = events.slice(from).map((event): CaseBlock => {
    const lines = toLines(event).map(({ sign, text }, index) => ({ number: (number += 1), event: event.id, line: event.line, index, sign, text }));
    return { label: toLabel(event), isDecision: isDecision(event), lines };
  });
  return { blocks, earlier: earlierEvents + from };
}

/** The call of an edit that is shown, and the result that only says it worked, say nothing more. */
function withoutEchoes(events: readonly SessionEvent[]): SessionEvent[] {
  const edited = new Set(events.flatMap((event) => (event.kind === 'edit' ? [event.callId] : [])));
  return events.filter((event) => {
    if (event.kind === 'call') return event.action.type !== 'edit' || !edited.has(event.callId);
    if (event.kind === 'result') return !edited.has(event.callId) || event.outcome !== 'ok';
    return event.kind !== 'compaction' && event.kind !== 'rollback';
  });
}

type Line = Pick<CaseLine, 'sign' | 'text'>;

function toLines(event: SessionEvent): Line[] {
  if (event.kind === 'edit') {
    // "\ No newline at end of file" is a remark of the diff format.
    const rows = event.hunks.flatMap(({ lines }) => lines).filter((line) => !line.startsWith('\\'));
    return rows.map((row) => ({ sign: row[0] === '+' || row[0] === '-' ? row[0] : ' ', text: toShown(row.slice(1)).replaceAll('\n', ' ') }));
  }
  const text = event.kind === 'call' ? describeAction(event.action) : 'text' in event ? event.text : event.kind === 'interruption' ? (event.reason ?? '') : '';
  const lines = toShown(text).split('\n');
  while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
  return lines.map((line) => ({ sign: ' ', text: line }));
}

const toShown = (text: string): string => toPlain(text).replaceAll('\t', '  ');

function toLabel(event: SessionEvent): string {
  switch (event.kind) {
    case 'prompt':
      return event.origin === 'human' ? 'the person' : event.origin;
    case 'reply':
      return 'the agent';
    case 'reasoning':
      return 'the agent thinks';
    case 'call':
      return event.action.type === 'run' ? 'runs' : toPlainLine(event.tool);
    case 'edit':
      return `${event.change} ${toPlainLine(event.path)}`;
    case 'result':
      return event.exitCode !== undefined && event.exitCode !== 0 ? `exit ${event.exitCode}` : event.outcome;
    default:
      return event.kind;
  }
}
