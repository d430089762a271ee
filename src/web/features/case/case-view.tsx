import { useMemo, useState, type ReactNode } from 'react';
import { AGENT_LABELS } from '../../../model/agent-names.ts';
import type { Case } from '../../../model/case.ts';
import type { MarkedLines } from '../../../model/judgement.ts';
import type { CaseId } from '../../../model/team/ids.ts';
import { formatCount } from '../../text/format-amount.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { Plain, RichText } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CaseEvent, type ChangeMarks, type OtherMarks } from './case-event.tsx';
import { splitCase, type CaseBlock } from './split-case.ts';

interface CaseViewProps {
  readonly framed: Case;
  /** Whether the reader lived through it: the words in it are then their own. */
  readonly isMine?: boolean;
  readonly marks?: readonly MarkedLines[];
  readonly otherMarks?: OtherMarks | undefined;
  readonly onChangeMarks?: ChangeMarks;
  /** The shared case it is, where questions may be asked about its events. */
  readonly askIn?: CaseId;
}

/** Context shown at once; the rest of what was visible is one press away. */
const CONTEXT_SHOWN = 6;
/** What an agent merely read is context: a few lines of it say what it was. */
const CONTEXT_LINES = 14;

/** The case as it could be seen then: the task, the decision, and what was on the table. */
export function CaseView({ framed, isMine = true, marks, otherMarks, onChangeMarks, askIn }: CaseViewProps) {
  const now = useNow();
  const parts = useMemo(() => splitCase(framed), [framed]);
  const show = (blocks: readonly CaseBlock[], tone: 'plain' | 'decision'): ReactNode =>
    blocks.map(({ event, result }) => (
      <CaseEvent
        key={event.id}
        event={event}
        result={result}
        cwd={framed.cwd}
        isMine={isMine}
        marks={marks}
        otherMarks={otherMarks}
        onChangeMarks={onChangeMarks}
        askIn={askIn}
        tone={tone}
        {...(tone === 'plain' ? { foldAfter: CONTEXT_LINES } : {})}
      />
    ));

  return (
    <div className="grid min-w-0 gap-5">
      <p className="meta flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="rounded-full bg-sunk px-2.5 py-px text-ink-2">Case</span>
        {framed.repository && (
          <span className="code text-ink-2 [overflow-wrap:anywhere]">
            <Plain>{framed.repository}</Plain>
          </span>
        )}
        <span>
          {AGENT_LABELS[framed.agent]}
          {framed.at !== null && `, ${formatWhen(framed.at, now)}`}
        </span>
      </p>
      {framed.task && <Quote label={isMine ? 'The task, in your words' : 'The task, in its owner’s words'} text={framed.task.text} />}
      {framed.lastAsked && <Quote label="Last asked before the decision" text={framed.lastAsked.text} />}
      <section aria-labelledby="decision" className="grid gap-2.5">
        <h2 id="decision" className="heading text-accent">
          The decision
        </h2>
        {parts.decision.length > 0 ? (
          show(parts.decision, 'decision')
        ) : (
          <p className="text-ink-2">The decision itself is not among the events that can be shown before the reveal.</p>
        )}
      </section>
      {parts.after.length > 0 && (
        <section aria-labelledby="after" className="grid gap-2.5">
          <h2 id="after" className="heading">
            Right after it, already visible then
          </h2>
          {show(parts.after, 'plain')}
        </section>
      )}
      <Before framed={framed} count={parts.before.length}>
        {(from) => show(parts.before.slice(from), 'plain')}
      </Before>
    </div>
  );
}

function Quote({ label, text }: { label: string; text: string }) {
  return (
    <div className="card px-5 py-4">
      <p className="meta">{label}</p>
      <div className="max-h-80 overflow-y-auto" {...(text.length > 900 ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}>
        <RichText text={text} />
      </div>
    </div>
  );
}

function Before({ framed, count, children }: { framed: Case; count: number; children: (from: number) => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  // Folding a single one away would cost a press and save nothing.
  const from = isOpen || count <= CONTEXT_SHOWN + 1 ? 0 : count - CONTEXT_SHOWN;
  if (count === 0 && framed.earlierEvents === 0) return null;
  return (
    <section aria-labelledby="before" className="grid gap-2.5">
      <h2 id="before" className="heading">
        What led to it
      </h2>
      {framed.earlierEvents > 0 && (
        <p className="meta">
          {formatCount(framed.earlierEvents, 'earlier event')} of the session {framed.earlierEvents === 1 ? 'is' : 'are'} left out.
        </p>
      )}
      {from > 0 && (
        <div>
          <Button onClick={() => setOpen(true)}>Show {formatCount(from, 'event')} before these</Button>
        </div>
      )}
      {children(from)}
    </section>
  );
}
