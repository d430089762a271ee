/** Gives lines to one reader after the other, one for each session, and gathers what they tell. */
import type { AgentName } from '../model/agent.ts';
import type { SessionEvent } from '../model/event.ts';
import { toUnit, type LineUnit, type RawLine, type ReadSummary, type RecordReader, type Source } from './source.ts';
import { MAX_LINE_BYTES } from './split-lines.ts';

export interface FeedOptions {
  /** Called when a session's last event has been told. */
  readonly onSession?: (summary: ReadSummary, agent: AgentName, unit: LineUnit) => void;
  readonly maxLineBytes?: number;
}

export interface SessionFeed {
  /** Ends the session before it, if there is one. */
  readonly begin: () => void;
  readonly read: (line: RawLine) => void;
  /** Counts a line that is too long to be read. */
  readonly skip: (line: number, bytes: number) => void;
  readonly end: () => void;
  /** Those that have ended. */
  readonly sessions: readonly ReadSummary[];
}

export function createSessionFeed(
  source: Source,
  fileName: string,
  onEvent: (event: SessionEvent, agent: AgentName) => void,
  { onSession, maxLineBytes = MAX_LINE_BYTES }: FeedOptions,
): SessionFeed {
  const sessions: ReadSummary[] = [];
  const emit = (event: SessionEvent): void => onEvent(event, source.agent);
  let reader: RecordReader | undefined;
  let tooLong: { line: number; why: string }[] = [];

  function skip(line: number, bytes: number): void {
    tooLong.push({ line, why: `line of ${bytes} bytes` });
  }

  function end(): void {
    if (!reader) return;
    const summary = withTooLong(reader.finish(emit), tooLong);
    reader = undefined;
    tooLong = [];
    sessions.push(summary);
    onSession?.(summary, source.agent, toUnit(source));
  }

  return {
    begin() {
      end();
      reader = source.createReader(fileName);
    },
    read(line) {
      if (line.bytes.length > maxLineBytes) skip(line.line, line.bytes.length);
      else reader?.read(line, emit);
    },
    skip,
    end,
    sessions,
  };
}

function withTooLong(summary: ReadSummary, tooLong: readonly { line: number; why: string }[]): ReadSummary {
  if (tooLong.length === 0) return summary;
  const first = [...summary.malformed.first, ...tooLong].sort((a, b) => a.line - b.line).slice(0, 20);
  return { ...summary, records: summary.records + tooLong.length, malformed: { count: summary.malformed.count + tooLong.length, first } };
}
