/** Moments of the corpus as cards for a reader: what stood before the place, the place, and the later lines that judge it. */
import { basename, join } from 'node:path';
import { readFileChunks } from '../../../src/app/read-file-chunks.ts';
import type { Moment } from '../../../src/model/moment.ts';
import { findMoments } from '../../../src/moments/engine/find-moments.ts';
import { readTranscript } from '../../../src/sources/read-transcript.ts';
import { projectOf, readJsonLines, type Label } from '../gold.ts';
import { readSessions } from '../read-sessions.ts';
import type { Card } from './card.ts';
import { renderEvent, type RenderedEvent } from './render-events.ts';

const EVENTS_BEFORE = 14;
const EVENTS_AFTER = 3;

/** Never from labelled sessions: the rules were developed looking at those. */
export function listSessionCards(corpus: string, { sound }: { sound: boolean }): Card[] {
  const labelled = new Set(readJsonLines<Label>(join(corpus, 'gold', 'dev.jsonl')).map(({ file }) => basename(file)));
  const cards: Card[] = [];
  for (const facts of readSessions([corpus])) {
    if (labelled.has(basename(facts.file))) continue;
    for (const moment of findMoments(facts, { sound }))
      cards.push({
        key: { moment: moment.id, rule: moment.rule, kind: moment.kind, rank: moment.rank },
        project: projectOf(facts.file),
        render: () => renderMoment(moment),
      });
  }
  return cards;
}

const isOn =
  (start: number, end: number) =>
  ({ line }: RenderedEvent): boolean =>
    line >= start && line <= end;

function renderMoment({ file, session, span, decision, evidence, hindsight }: Moment): string {
  const events = readEvents(file, session);
  const [start, end] = [Math.min(span.start, decision.start), Math.max(span.end, decision.end)];
  const first = events.findIndex(({ line }) => line >= start);
  const last = events.findLastIndex(({ line }) => line <= end);
  const shown = new Set(events.slice(Math.max(0, first - EVENTS_BEFORE), last + 1 + EVENTS_AFTER));
  const request = events.slice(0, Math.max(0, first)).findLast(({ isRequest }) => isRequest);
  if (request) shown.add(request);
  const cited = [...evidence.map(({ line }) => ({ start: line, end: line })), ...hindsight];
  for (const one of cited) for (const event of events.filter(isOn(one.start, one.end))) shown.add(event);
  const lastShown = events.findLastIndex((event) => shown.has(event));
  const answer = events.slice(last + 1).find(({ isRequest }) => isRequest);
  const next = events.slice(lastShown + 1).find(({ isRequest }) => isRequest);
  for (const one of [answer, next]) if (one) shown.add(one);
  // A call without what came of it says nothing.
  const calls = new Set([...shown].flatMap(({ callId }) => callId ?? []));
  for (const event of events) if (event.callId !== null && calls.has(event.callId)) shown.add(event);

  const lines: string[] = [];
  let previous = -1;
  for (const [index, event] of events.entries()) {
    if (!shown.has(event)) continue;
    if (index > previous + 1) lines.push('…');
    lines.push(`${isOn(start, end)(event) ? '> ' : '  '}${event.text}`);
    previous = index;
  }
  return [`The place: lines L${start} to L${end}, marked with ">".`, '', ...lines].join('\n');
}

/** Read again only for what was drawn: the events of a whole corpus need not be kept. */
function readEvents(file: string, session: string): RenderedEvent[] {
  let events: RenderedEvent[] = [];
  let own: RenderedEvent[] = [];
  readTranscript(
    file,
    readFileChunks(file),
    (event) => {
      const rendered = renderEvent(event);
      if (rendered) own.push(rendered);
    },
    {
      onSession: (summary) => {
        if (summary.session.id === session) events = own;
        own = [];
      },
    },
  );
  return events.toSorted((a, b) => a.line - b.line);
}
