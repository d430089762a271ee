import { memo, useMemo, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { EventOf, MAIN_THREAD, SessionEvent } from '../../../model/event.ts';
import type { EventFact, SessionDetail } from '../../../model/api/sessions.ts';
import { describeAction } from '../event/describe-action.ts';
import { describeRunFact, describeRunResult } from '../event/describe-run.ts';
import { LineBlock } from '../event/line-block.tsx';
import { RunDot } from '../event/run-dot.tsx';
import { hunksToLines, textToLines } from '../event/to-display-lines.ts';
import { toShownAction, toShownPath } from '../event/to-shown-path.ts';
import { formatNumber } from '../../text/format-amount.ts';
import { parseInlines } from '../../text/parse-rich-text.ts';
import { formatClock } from '../../text/format-when.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Line, Plain, RichText } from '../../ui/text.tsx';

export interface TranscriptRowProps {
  readonly event: SessionEvent;
  readonly fact: EventFact | undefined;
  /** For a call: its result, once it is loaded. */
  readonly result: EventOf<'result'> | undefined;
  readonly pin: SessionDetail['pins'][number] | undefined;
  readonly isCursor: boolean;
  readonly isOpen: boolean;
  /** The session's working folder: paths in it are shown from there. */
  readonly cwd: string | undefined;
  readonly onToggle: (seq: number) => void;
}

/** Its value only: the module it comes from carries a validator. */
const MAIN: typeof MAIN_THREAD = 'main';

/** Longer prose is cut until asked for; the page stays light whatever an agent wrote. */
const LONGEST_PROSE = 6000;

/** One event. The time is its address. */
export const TranscriptRow = memo(function TranscriptRow(props: TranscriptRowProps) {
  const { event, pin, isCursor } = props;
  return (
    <div
      className={`grid grid-cols-[3.25rem_minmax(0,1fr)] gap-2.5 border-t border-line py-3 pr-1 sm:grid-cols-[4rem_minmax(0,1fr)] ${isCursor ? 'bg-accent-wash shadow-[inset_3px_0_var(--accent)]' : ''}`}
    >
      <Link
        from="/sessions/$id"
        to="/sessions/$id"
        search={{ at: event.seq }}
        replace
        resetScroll={false}
        aria-label={`Event ${event.seq}${event.at ? `, ${formatClock(event.at)}` : ''}`}
        className={`meta self-start py-0.5 pl-2 no-underline hover:text-accent ${isCursor ? 'text-accent' : ''}`}
      >
        {formatClock(event.at) || `#${event.seq}`}
      </Link>
      <div className="grid min-w-0 gap-2">
        {pin && <Pin pin={pin} />}
        {event.thread !== MAIN && <p className="meta">in a sub-agent</p>}
        <Body {...props} />
      </div>
    </div>
  );
});

function Pin({ pin }: { pin: NonNullable<TranscriptRowProps['pin']> }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-l-3 border-warn py-1 pl-3.5">
      <div>
        <p className="font-serif text-lg leading-snug">
          <Line>{pin.question}</Line>
        </p>
        <p className="meta">{pin.judged ? 'A moment you have judged' : 'A moment. Judge it to see why it is here.'}</p>
      </div>
      <ButtonLink to="/moments/$id" params={{ id: pin.moment }}>
        {pin.judged ? 'Open' : 'Judge'}
      </ButtonLink>
    </div>
  );
}

function Body(props: TranscriptRowProps): ReactNode {
  const { event, fact } = props;
  switch (event.kind) {
    case 'prompt':
      return event.origin === 'human' ? <Prompt event={event} /> : <Folded {...props} label={PROMPT_ORIGINS[event.origin]} text={event.text} />;
    case 'reply':
      return <Reply {...props} event={event} claims={fact?.claims ?? []} />;
    case 'reasoning':
      return <Folded {...props} label="Thinking" text={event.text} rich />;
    case 'edit':
      return <Edit event={event} cwd={props.cwd} />;
    case 'call':
      return event.action.type === 'run' ? <Run {...props} event={event} /> : <Call {...props} event={event} />;
    case 'result':
      return <Folded {...props} label={`Output, ${describeRunResult(event).word}`} text={event.text} mono />;
    case 'interruption':
      return (
        <Remark>
          You stopped the agent {event.during === 'tool' ? 'while a tool was running' : 'while it was answering'}.
          {event.reason && ` ${toVisibleText(event.reason)}`}
        </Remark>
      );
    case 'compaction':
      return (
        <Remark>
          The conversation was shortened to fit{event.tokensBefore ? `, from ${formatNumber(event.tokensBefore)} tokens` : ''}. The agent may have forgotten
          what is above.
        </Remark>
      );
    case 'rollback':
      return <Remark>The conversation was taken back by {event.turns === 1 ? 'one turn' : `${event.turns} turns`}.</Remark>;
    case 'note':
      return <Folded {...props} label={NOTE_TOPICS[event.topic]} text={event.text} />;
  }
}

const PROMPT_ORIGINS = {
  agent: 'From an agent',
  command: 'Command',
  hook: 'From a hook',
  system: 'From the system',
  summary: 'Summary of what came before',
  human: 'You',
} as const;
const NOTE_TOPICS = {
  error: 'Error',
  hook: 'Hook',
  'pull-request': 'Pull request',
  title: 'Title',
  mode: 'Mode',
  'command-output': 'Command output',
  other: 'Note',
} as const;

function Remark({ children }: { children: ReactNode }) {
  return <p className="text-ink-2">{children}</p>;
}

function Prompt({ event }: { event: EventOf<'prompt'> }) {
  return (
    <div className="grid gap-0.5">
      <p className="meta">You{event.images ? `, with ${event.images === 1 ? 'an image' : `${event.images} images`}` : ''}</p>
      <div className="font-medium">
        <RichText text={event.text.length > LONGEST_PROSE ? `${event.text.slice(0, LONGEST_PROSE)}…` : event.text} />
      </div>
    </div>
  );
}

function Reply({ event, claims, isOpen, onToggle }: TranscriptRowProps & { event: EventOf<'reply'>; claims: readonly string[] }) {
  const isLong = event.text.length > LONGEST_PROSE;
  return (
    <div className="grid justify-items-start gap-1.5">
      <RichText text={isLong && !isOpen ? `${event.text.slice(0, LONGEST_PROSE)}…` : event.text} />
      {isLong && !isOpen && <More label={`Show all ${formatNumber(event.text.length)} characters`} onClick={() => onToggle(event.seq)} />}
      {claims.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          {claims.map((claim) => (
            <span key={claim} className="rounded-full bg-sunk px-2 text-xs text-ink-2">
              claim: {claim.replaceAll('-', ' ')}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function More({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className="text-accent underline underline-offset-3" onClick={onClick}>
      {label}
    </button>
  );
}

const CHANGES = { create: 'new file', update: '', delete: 'deleted', move: 'moved' } as const;

function Edit({ event, cwd }: { event: EventOf<'edit'>; cwd: string | undefined }) {
  const lines = useMemo(() => hunksToLines(event.hunks), [event.hunks]);
  const notes = [
    CHANGES[event.change],
    event.movedTo && `to ${toVisibleText(event.movedTo)}`,
    event.humanModified && 'changed by you before it was taken',
  ].filter(Boolean);
  return (
    <div className="card overflow-hidden">
      <p className="code flex flex-wrap justify-between gap-x-4 border-b border-line bg-sunk px-3.5 py-1.5 text-ink-2">
        <span className="[overflow-wrap:anywhere]">
          <Plain>{toShownPath(event.path, cwd)}</Plain>
        </span>
        {notes.length > 0 && <span className="font-sans">{notes.join(', ')}</span>}
      </p>
      {lines.length > 0 ? <LineBlock lines={lines} /> : <p className="meta px-3.5 py-2">The transcript does not hold the changed lines.</p>}
    </div>
  );
}

function Run({ event, fact, result, isOpen, onToggle }: TranscriptRowProps & { event: EventOf<'call'> }) {
  const command = event.action.type === 'run' ? event.action.command : '';
  const words = fact?.run ? describeRunFact(fact.run) : result ? describeRunResult(result) : null;
  return (
    <div className="overflow-hidden rounded-lg bg-sunk">
      <button
        type="button"
        aria-expanded={isOpen}
        className="code flex w-full flex-wrap items-center gap-x-2.5 px-3 py-2 text-left"
        onClick={() => onToggle(event.seq)}
      >
        <RunDot tone={words?.tone ?? 'neutral'} />
        <span className={`min-w-0 flex-1 basis-36 [overflow-wrap:anywhere] ${isOpen ? 'whitespace-pre-wrap' : 'line-clamp-2'}`}>
          <Plain>{command}</Plain>
        </span>
        {words && (
          <span className="text-ink-2">
            <span className={words.tone === 'bad' ? 'text-bad' : words.tone === 'good' ? 'text-good' : ''}>{words.word}</span>
            {words.detail && ` · ${words.detail}`}
          </span>
        )}
        <Chevron isOpen={isOpen} />
      </button>
      {isOpen && <Output result={result} />}
    </div>
  );
}

function Output({ result }: { result: EventOf<'result'> | undefined }) {
  const lines = useMemo(() => textToLines(result?.text ?? ''), [result?.text]);
  return (
    <div className="border-t border-line py-1.5">
      {result?.humanText && (
        <p className="px-3 py-1 font-medium">
          You: <Plain>{result.humanText}</Plain>
        </p>
      )}
      {result && result.text !== '' ? <LineBlock lines={lines} /> : <p className="meta px-3 py-1">It printed nothing that was kept.</p>}
    </div>
  );
}

const Chevron = ({ isOpen }: { isOpen: boolean }) => (
  <svg aria-hidden="true" viewBox="0 0 12 12" className={`size-3 shrink-0 text-ink-3 ${isOpen ? 'rotate-180' : ''}`}>
    <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);

function Call({ event, result, cwd, isOpen, onToggle }: TranscriptRowProps & { event: EventOf<'call'> }) {
  const { verb, object } = describeAction(toShownAction(event.action, cwd), event.tool);
  const ended = result && result.outcome !== 'ok' ? describeRunResult(result).word : '';
  return (
    <div className="min-w-0">
      <button type="button" aria-expanded={isOpen} className="flex w-full items-center gap-2 text-left text-ink-2" onClick={() => onToggle(event.seq)}>
        <span className="shrink-0">
          <Plain>{verb}</Plain>
        </span>
        <span className="code min-w-0 truncate">
          <Plain>{object.split('\n', 1)[0] ?? ''}</Plain>
        </span>
        {ended && <span className="shrink-0 text-bad">{ended}</span>}
        <Chevron isOpen={isOpen} />
      </button>
      {isOpen && (
        <div className="card mt-1.5 overflow-hidden">
          <div className="py-1.5">
            <LineBlock lines={textToLines(object)} />
          </div>
          <Output result={result} />
        </div>
      )}
    </div>
  );
}

/** What a folded text begins with, its marks of style taken off. */
const toFirstLine = (text: string): string =>
  parseInlines(text.trim().split('\n', 1)[0]?.slice(0, 200) ?? '')
    .map((inline) => inline.text)
    .join('');

function Folded({
  event,
  label,
  text,
  isOpen,
  onToggle,
  mono = false,
  rich = false,
}: TranscriptRowProps & { label: string; text: string; mono?: boolean; rich?: boolean }) {
  return (
    <div className="min-w-0">
      <button type="button" aria-expanded={isOpen} className="flex w-full items-center gap-2 text-left text-ink-2" onClick={() => onToggle(event.seq)}>
        <span className="shrink-0">{label}</span>
        <span className="min-w-0 truncate text-ink-3">
          <Plain>{toFirstLine(text)}</Plain>
        </span>
        <Chevron isOpen={isOpen} />
      </button>
      {isOpen && (
        <div className="mt-1.5 border-l-2 border-line pl-3">{rich ? <RichText text={text} /> : <LineBlock lines={textToLines(text)} prose={!mono} />}</div>
      )}
    </div>
  );
}
