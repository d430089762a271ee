import type { Case } from '../../../model/case.ts';
import type { EventOf, SessionEvent } from '../../../model/event.ts';

/** What stands together on screen: one event, and below a tool call what came of it. */
export interface CaseBlock {
  readonly event: SessionEvent;
  readonly result?: EventOf<'result'>;
}

export interface CaseParts {
  /** What is being judged. */
  readonly decision: readonly CaseBlock[];
  readonly before: readonly CaseBlock[];
  /** Came after the decision and was visible then. */
  readonly after: readonly CaseBlock[];
}

/** Events a reader need not see twice: the call of an edit that is shown, and the result that only says it worked. */
function withoutEchoes(events: readonly SessionEvent[]): SessionEvent[] {
  const edited = new Set(events.flatMap((event) => (event.kind === 'edit' ? [event.callId] : [])));
  return events.filter((event) => {
    if (event.kind === 'call') return event.action.type !== 'edit' || !edited.has(event.callId);
    if (event.kind === 'result') return !edited.has(event.callId) || event.outcome !== 'ok';
    return true;
  });
}

/** Results go to their calls: where several calls run at once, the transcript has their results far apart. */
export function toBlocks(events: readonly SessionEvent[]): CaseBlock[] {
  const shown = withoutEchoes(events);
  const called = new Set(shown.flatMap((event) => (event.kind === 'call' ? [event.callId] : [])));
  const resultByCall = new Map(shown.flatMap((event) => (event.kind === 'result' && called.has(event.callId) ? [[event.callId, event] as const] : [])));
  return shown.flatMap((event): CaseBlock[] => {
    if (event.kind === 'result' && resultByCall.get(event.callId) === event) return [];
    const result = event.kind === 'call' ? resultByCall.get(event.callId) : undefined;
    return [result ? { event, result } : { event }];
  });
}

/** Puts the decision apart from what surrounds it. The order within each part is that of the session. */
export function splitCase({ shown, decision, task, lastAsked }: Pick<Case, 'shown' | 'decision' | 'task' | 'lastAsked'>): CaseParts {
  const isDecision = ({ line }: SessionEvent): boolean => line >= decision.start && line <= decision.end;
  const isDecisive = ({ event, result }: CaseBlock): boolean => isDecision(event) || (result !== undefined && isDecision(result));
  // The task and the last words stand above the case already.
  const quoted = new Set([task?.line, lastAsked?.line]);
  const blocks = toBlocks(shown).filter(({ event }) => isDecision(event) || event.kind !== 'prompt' || !quoted.has(event.line));
  const judged = blocks.filter(isDecisive);
  const firstSeq = judged[0]?.event.seq ?? Infinity;
  const others = blocks.filter((block) => !isDecisive(block));
  return { decision: judged, before: others.filter(({ event }) => event.seq < firstSeq), after: others.filter(({ event }) => event.seq > firstSeq) };
}
