import { memo, useMemo, type ReactNode } from 'react';
import type { EventOf, SessionEvent } from '../../../model/event.ts';
import type { MarkedLines } from '../../../model/judgement.ts';
import type { CaseId } from '../../../model/team/ids.ts';
import { AskAboutEvent } from '../threads/ask-about-event.tsx';
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

export interface OtherMarks {
  readonly lines: readonly MarkedLines[];
  /** Whose they are. */
  readonly by: string;
}

interface CaseEventProps {
  readonly event: SessionEvent;
  /** What came of a call, shown below it. */
  readonly result?: EventOf<'result'> | undefined;
  readonly cwd: string | null;
  /** Whether the reader lived through it; otherwise the words in it are the owner's. */
  readonly isMine?: boolean;
  readonly marks?: readonly MarkedLines[] | undefined;
  /** What others marked, once it may be seen. */
  readonly otherMarks?: OtherMarks | undefined;
  /** Present while lines can be marked. */
  readonly onChangeMarks?: ChangeMarks | undefined;
  /** The shared case it is of, where questions hang on its events. */
  readonly askIn?: CaseId | undefined;
  readonly tone?: 'plain' | 'decision' | 'later';
  readonly foldAfter?: number;
}

const TONES = { plain: '', decision: 'border-accent-line', later: 'border-warn-line' } as const;
const PROSE: ReadonlySet<SessionEvent['kind']> = new Set(['prompt', 'reply', 'reasoning', 'note', 'interruption']);

function Head({ event, cwd, isMine }: { event: SessionEvent; cwd: string | null; isMine: boolean }): ReactNode {
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
      return event.origin !== 'human' ? 'Given to the agent' : isMine ? 'You' : 'The owner';
    case 'reply':
      return 'The agent says';
    case 'reasoning':
      return 'The agent thinks';
    case 'interruption':
      return isMine ? 'You stopped the agent' : 'The owner stopped the agent';
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
export const CaseEvent = memo(function CaseEvent({
  event,
  result,
  cwd,
  isMine = true,
  marks,
  otherMarks,
  onChangeMarks,
  askIn,
  tone = 'plain',
  foldAfter,
}: CaseEventProps) {
  const marking = { marks, otherMarks, onChangeMarks, cwd };
  return (
    <div className={`card min-w-0 overflow-hidden ${TONES[tone]}`}>
      <Bar event={event} cwd={cwd} isMine={isMine} className={tone === 'later' ? 'bg-warn-wash' : 'bg-sunk'} />
      <Lines event={event} foldAfter={isGiven(event) ? GIVEN_LINES : foldAfter} {...marking} />
      {result && (
        <>
          <Bar event={result} cwd={cwd} isMine={isMine} isSameTime={formatClock(result.at) === formatClock(event.at)} className="border-t border-t-line" />
          <Lines event={result} foldAfter={Math.min(foldAfter ?? OUTPUT_LINES, OUTPUT_LINES)} {...marking} />
        </>
      )}
      {askIn && <AskAboutEvent case={askIn} line={event.line} />}
    </div>
  );
});

const isGiven = (event: SessionEvent): boolean => event.kind === 'prompt' && event.origin !== 'human';

interface BarProps extends Pick<CaseEventProps, 'event' | 'cwd'> {
  readonly isMine: boolean;
  readonly isSameTime?: boolean;
  readonly className: string;
}

function Bar({ event, cwd, isMine, isSameTime = false, className }: BarProps) {
  return (
    <p className={`flex flex-wrap justify-between gap-x-4 px-3.5 py-1.5 text-[0.78125rem] text-ink-2 ${className}`}>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <Head event={event} cwd={cwd} isMine={isMine} />
      </span>
      {event.at && !isSameTime && <span>{formatClock(event.at)}</span>}
    </p>
  );
}

type LinesProps = Pick<CaseEventProps, 'event' | 'cwd' | 'marks' | 'otherMarks' | 'onChangeMarks' | 'foldAfter'>;

function Lines({ event, cwd, marks, otherMarks, onChangeMarks, foldAfter }: LinesProps) {
  const lines = useMemo(() => toDisplayLines(event, cwd), [event, cwd]);
  const marking = useMemo(() => {
    if (!marks) return undefined;
    const indices = markedIndices(marks, event);
    const others = otherMarks && markedIndices(otherMarks.lines, event);
    return {
      isMarked: (index: number) => indices.has(index),
      ...(others && { isMarkedByOther: (index: number) => others.has(index), other: otherMarks.by }),
      mark: onChangeMarks && ((from: number, to: number, on: boolean) => onChangeMarks((now) => changeMarks(now, event, from, to, on))),
    };
  }, [event, marks, otherMarks, onChangeMarks]);
  const isProse = PROSE.has(event.kind);
  if (lines.length === 0 || (event.kind === 'result' && event.text.trim() === '')) return null;
  return (
    <div className={`border-t border-line ${event.kind === 'edit' ? '' : 'py-1.5'}`}>
      <LineBlock lines={lines} marking={marking} prose={isProse} {...(foldAfter === undefined ? {} : { foldAfter })} />
    </div>
  );
}
