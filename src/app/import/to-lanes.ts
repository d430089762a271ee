import type { LaneMark } from '../../model/api/sessions.ts';
import type { StoredDetail } from '../../journal/sessions-table.ts';
import type { EventMark, SessionFacts } from '../../moments/facts/facts.ts';
import type { TimeLine } from './create-time-line.ts';

const MAX_LABEL = 80;

/** The five lanes of a session's time line. */
export function toLanes(facts: SessionFacts, { timeOf }: TimeLine): StoredDetail['lanes'] {
  const mark = (seq: number, label: string, durationMs = 0): LaneMark => ({ seq, from: timeOf(seq), to: timeOf(seq) + durationMs, label: cutLabel(label) });
  return {
    you: facts.humanTurns.map(({ seq, own, text }) => mark(seq, own || text)),
    agent: toSpells(facts.marks, timeOf),
    edits: facts.edits.map(({ seq, shownPath }) => mark(seq, shownPath)),
    runs: facts.runs.map(({ seq, command, durationMs, status }) => ({ ...mark(seq, command, durationMs ?? 0), ...(status === 'failed' ? { red: true } : {}) })),
    commits: facts.commits.map(({ seq, message }) => mark(seq, message)),
  };
}

const BY_AGENT: ReadonlySet<string> = new Set(['reply', 'reasoning', 'call', 'result', 'edit']);

/** The stretches in which the agent worked: from its first event of a turn to its last. */
function toSpells(marks: readonly EventMark[], timeOf: TimeLine['timeOf']): LaneMark[] {
  const spells: { seq: number; from: number; to: number; turn: number; events: number }[] = [];
  for (const { seq, kind, turn } of marks) {
    if (!BY_AGENT.has(kind)) continue;
    const last = spells.at(-1);
    if (last?.turn === turn) {
      last.to = timeOf(seq);
      last.events += 1;
    } else {
      spells.push({ seq, from: timeOf(seq), to: timeOf(seq), turn, events: 1 });
    }
  }
  return spells.map(({ seq, from, to, events }) => ({ seq, from, to, label: `${events} event${events === 1 ? '' : 's'}` }));
}

function cutLabel(text: string): string {
  const line = text.slice(0, 400).replaceAll(/\s+/g, ' ').trim();
  return line.length > MAX_LABEL ? `${line.slice(0, MAX_LABEL - 1).trimEnd()}…` : line;
}
