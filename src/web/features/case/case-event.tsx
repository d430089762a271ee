import { memo, useMemo, type ReactNode } from 'react';
import type { EventOf, SessionEvent } from '../../../model/event.ts';
import type { MarkedLines } from '../../../model/judgement.ts';
import { describeAction } from '../event/describe-action.ts';
import { describeRunResult } from '../event/describe-run.ts';
import { LineBlock } from '../event/line-block.tsx';
import { RunDot } from '../event/run-dot.tsx';
import { toDisplayLines } from '../event/to-display-lines.ts';
import { toShownPath } from '../event/to-shown-path.ts';
import { Plain } from '../../ui/text.tsx';
import { formatClock } from '../../text/format-when.ts';
import { changeMarks, markedIndices } from './marks.ts';

export type ChangeMarks = (change: (marks: readonly MarkedLines[]) => readonly MarkedLines[]) => void;

interface CaseEventProps {
  readonly event: SessionEvent;
  /** What came of a call, shown below it. */
  readonly result?: EventOf<'result'> | undefined;
  readonly cwd: string | null;
  readonly marks?: readonly MarkedLines[] | undefined;
  /** Present while lines can be marked. */
  readonly onChangeMarks?: ChangeMarks | undefined;
  readonly tone?: 'plain' | 'decision' | 'later';
  readonly foldAfter?: number;
}

const TONES = { plain: '', decision: 'border-accent-line', later: 'border-warn-line' } as const;
const PROSE: ReadonlySet<SessionEvent['kind']> = new Set(['prompt', 'reply', 'reasoning', 'note', 'interruption']);

function Head({ event, cwd }: { event: SessionEvent; cwd: string | null }): ReactNode {
  switch (event.kind) {
    case 'edit':
      return (
        <span className="code">
          <Plain>{toShownPath(event.path, cwd)}</Plain>
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

/** What a command printed says most by its end and beginning; the rest is one press away. */
const OUTPUT_LINES = 12;

/** What an agent's own program puts in front of a session is much the same each time. */
const GIVEN_LINES = 4;

/** One event of a case as a block of lines that can be pointed at, a call with what came of it. */
export const CaseEvent = memo(function CaseEvent({ event, result, cwd, marks, onChangeMarks, tone = 'plain', foldAfter }: CaseEventProps) {
  const marking = { marks, onChangeMarks, cwd };
  return (
    <div className={`card min-w-0 overflow-hidden ${TONES[tone]}`}>
      <Bar event={event} cwd={cwd} className={tone === 'later' ? 'bg-warn-wash' : 'bg-sunk'} />
      <Lines event={event} foldAfter={isGiven(event) ? GIVEN_LINES : foldAfter} {...marking} />
      {result && (
        <>
          <Bar event={result} cwd={cwd} isSameTime={formatClock(result.at) === formatClock(event.at)} className="border-t border-t-line" />
          <Lines event={result} foldAfter={Math.min(foldAfter ?? OUTPUT_LINES, OUTPUT_LINES)} {...marking} />
        </>
      )}
    </div>
  );
});

const isGiven = (event: SessionEvent): boolean => event.kind === 'prompt' && event.origin !== 'human';

function Bar({ event, cwd, isSameTime = false, className }: { event: SessionEvent; cwd: string | null; isSameTime?: boolean; className: string }) {
  return (
    <p className={`flex flex-wrap justify-between gap-x-4 px-3.5 py-1.5 text-[0.78125rem] text-ink-2 ${className}`}>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <Head event={event} cwd={cwd} />
      </span>
      {event.at && !isSameTime && <span>{formatClock(event.at)}</span>}
    </p>
  );
}

type LinesProps = Pick<CaseEventProps, 'event' | 'cwd' | 'marks' | 'onChangeMarks' | 'foldAfter'>;

function Lines({ event, cwd, marks, onChangeMarks, foldAfter }: LinesProps) {
  const lines = useMemo(() => toDisplayLines(event, cwd), [event, cwd]);
  const marking = useMemo(() => {
    if (!marks) return undefined;
    const indices = markedIndices(marks, event);
    return {
      isMarked: (index: number) => indices.has(index),
      mark: onChangeMarks && ((from: number, to: number, on: boolean) => onChangeMarks((now) => changeMarks(now, event, from, to, on))),
    };
  }, [event, marks, onChangeMarks]);
  const isProse = PROSE.has(event.kind);
  if (lines.length === 0 || (event.kind === 'result' && event.text.trim() === '')) return null;
  return (
    <div className={`border-t border-line ${event.kind === 'edit' ? '' : 'py-1.5'}`}>
      <LineBlock lines={lines} marking={marking} prose={isProse} {...(foldAfter === undefined ? {} : { foldAfter })} />
    </div>
  );
}
