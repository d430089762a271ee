import type { Case } from '../../../model/case.ts';
import type { SessionEvent } from '../../../model/event.ts';

export interface CaseParts {
  /** What is being judged. */
  readonly decision: readonly SessionEvent[];
  readonly before: readonly SessionEvent[];
  /** Came after the decision and was visible then. */
  readonly after: readonly SessionEvent[];
}

/** Events a reader need not see twice: the call of an edit that is shown, and the result that only says it worked. */
export function withoutEchoes(events: readonly SessionEvent[]): SessionEvent[] {
  const edited = new Set(events.flatMap((event) => (event.kind === 'edit' ? [event.callId] : [])));
  return events.filter((event) => {
    if (event.kind === 'call') return event.action.type !== 'edit' || !edited.has(event.callId);
    if (event.kind === 'result') return !edited.has(event.callId) || event.outcome !== 'ok';
    return true;
  });
}

/** Puts the decision apart from what surrounds it. The order within each part is that of the session. */
export function splitCase({ shown, decision, task, lastAsked }: Pick<Case, 'shown' | 'decision' | 'task' | 'lastAsked'>): CaseParts {
  const isDecision = ({ line }: SessionEvent): boolean => line >= decision.start && line <= decision.end;
  // The task and the last words stand above the case already.
  const quoted = new Set([task?.line, lastAsked?.line]);
  const events = withoutEchoes(shown).filter((event) => isDecision(event) || event.kind !== 'prompt' || !quoted.has(event.line));
  const judged = events.filter(isDecision);
  const firstSeq = judged[0]?.seq ?? Infinity;
  const others = events.filter((event) => !isDecision(event));
  return { decision: judged, before: others.filter(({ seq }) => seq < firstSeq), after: others.filter(({ seq }) => seq > firstSeq) };
}
