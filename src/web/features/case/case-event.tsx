import { memo, useMemo, type ReactNode } from 'react';
import type { SessionEvent } from '../../../model/event.ts';
import type { MarkedLines } from '../../../model/judgement.ts';
import { describeAction } from '../event/describe-action.ts';
import { describeRunResult } from '../event/describe-run.ts';
import { LineBlock } from '../event/line-block.tsx';
import { RunDot } from '../event/run-dot.tsx';
import { toDisplayLines } from '../event/to-display-lines.ts';
import { Plain } from '../../ui/text.tsx';
import { formatClock } from '../../text/format-when.ts';
import { changeMarks, markedIndices } from './marks.ts';

export type ChangeMarks = (change: (marks: readonly MarkedLines[]) => readonly MarkedLines[]) => void;

interface CaseEventProps {
  readonly event: SessionEvent;
  readonly marks?: readonly MarkedLines[] | undefined;
  /** Present while lines can be marked. */
  readonly onChangeMarks?: ChangeMarks | undefined;
  readonly tone?: 'plain' | 'decision' | 'later';
  readonly foldAfter?: number;
}

const TONES = { plain: '', decision: 'border-accent-line', later: 'border-warn-line' } as const;
const PROSE: ReadonlySet<SessionEvent['kind']> = new Set(['prompt', 'reply', 'reasoning', 'note', 'interruption']);

function Head({ event }: { event: SessionEvent }): ReactNode {
  switch (event.kind) {
    case 'edit':
      return (
        <span className="code">
          <Plain>{event.path}</Plain>
        </span>
      );
    case 'call':
      return <Plain>{describeAction(event.action, event.tool).verb}</Plain>;
    case 'result': {
      const { tone, word, detail } = describeRunResult(event);
      return (
        <span className="inline-flex items-center gap-2">
          <RunDot tone={tone} />
          Output: {word}
          {detail && ` · ${detail}`}
        </span>
      );
    }
    case 'prompt':
      return event.origin === 'human' ? 'You' : 'Given to the agent';
    case 'reply':
      return 'The agent says';
    case 'reasoning':
      return 'The agent thinks';
    case 'interruption':
      return 'You stopped the agent';
    case 'compaction':
      return 'The conversation was shortened';
    case 'rollback':
      return 'The conversation was taken back';
    case 'note':
      return 'Note';
  }
}

/** One event of a case as a block of lines that can be pointed at. */
export const CaseEvent = memo(function CaseEvent({ event, marks, onChangeMarks, tone = 'plain', foldAfter }: CaseEventProps) {
  const lines = useMemo(() => toDisplayLines(event), [event]);
  const marking = useMemo(() => {
    if (!marks) return undefined;
    const indices = markedIndices(marks, event);
    return {
      isMarked: (index: number) => indices.has(index),
      mark: onChangeMarks && ((from: number, to: number, on: boolean) => onChangeMarks((now) => changeMarks(now, event, from, to, on))),
    };
  }, [event, marks, onChangeMarks]);

  return (
    <div className={`card min-w-0 overflow-hidden ${TONES[tone]}`}>
      <p
        className={`flex flex-wrap justify-between gap-x-4 px-3.5 py-1.5 text-[0.78125rem] text-ink-2 ${lines.length > 0 ? 'border-b border-line' : ''} ${tone === 'later' ? 'bg-warn-wash' : 'bg-sunk'}`}
      >
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <Head event={event} />
        </span>
        {event.at && <span>{formatClock(event.at)}</span>}
      </p>
      {lines.length > 0 && (
        <div className={PROSE.has(event.kind) ? 'py-1.5' : ''}>
          <LineBlock lines={lines} marking={marking} prose={PROSE.has(event.kind)} {...(foldAfter === undefined ? {} : { foldAfter })} />
        </div>
      )}
    </div>
  );
});
