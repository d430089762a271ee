import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SessionEvent } from '../../../model/event.ts';
import type { SessionDetail } from '../../../model/api/sessions.ts';
import { EVENTS_A_PAGE, eventPageQuery } from '../../api/queries.ts';
import { formatClock } from '../../text/format-when.ts';
import { Plain } from '../../ui/text.tsx';
import { findEventLinks } from './event-links.ts';
import { findAbsorbed } from './use-event-pages.ts';

const NAMES: Readonly<Record<SessionEvent['kind'], string>> = {
  prompt: 'Prompt',
  reply: 'Reply',
  reasoning: 'Thinking',
  call: 'Tool call',
  result: 'Result',
  edit: 'Edit',
  interruption: 'Interruption',
  compaction: 'Shortening',
  rollback: 'Taking back',
  note: 'Note',
};

function nameOf(event: SessionEvent): string {
  if (event.kind === 'edit') return `Edit of ${event.path.split('/').at(-1)}`;
  return event.kind === 'call' && event.action.type === 'run' ? 'Run' : NAMES[event.kind];
}

/** What the event under the cursor has to do with others. */
export function EventAside({ detail, cursor }: { detail: SessionDetail; cursor: number | null }) {
  const page = useQuery({ ...eventPageQuery(detail.session.id, Math.floor((cursor ?? 0) / EVENTS_A_PAGE)), enabled: cursor !== null });
  const events = page.data?.events ?? [];
  const absorbed = findAbsorbed(events);
  const shownAt = (seq: number): number => absorbed.get(seq) ?? seq;
  const event = cursor === null ? undefined : events.find(({ seq }) => seq === shownAt(cursor));

  if (cursor === null || !event)
    return (
      <output className="meta block">
        {cursor === null
          ? 'Choose an event to see what it has to do with others: the prompt that asked for it, the run that tried it, the commit that took it.'
          : 'Loading the event…'}
      </output>
    );
  const isOpen = !detail.pins.some((pin) => shownAt(pin.seq) === event.seq && !pin.judged);
  return (
    <div className="grid gap-2.5">
      <h2 className="heading">
        <Plain>{nameOf(event)}</Plain>
        {event.at && ` at ${formatClock(event.at)}`}
      </h2>
      <dl className="card grid gap-2.5 px-5 py-4">
        {findEventLinks(event, page.data?.facts[String(event.seq)], detail.lanes, isOpen).map(({ label, seq, text }, index) => (
          <div key={index}>
            <dt className="meta">{label}</dt>
            <dd className="[overflow-wrap:anywhere]">
              {seq === null ? (
                <span className="text-ink-2">{text}</span>
              ) : (
                <Link from="/sessions/$id" to="/sessions/$id" search={{ at: seq }} resetScroll={false} className="text-accent no-underline hover:underline">
                  <Plain>{text}</Plain>
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="meta">Line {event.line} of the transcript</p>
    </div>
  );
}
