/** Edits that do one thing in several steps are one decision: candidates of one file that follow each other closely become one. */
import type { Candidate } from '../../../rule/rule.ts';

/** Source lines between two tool calls made in one go. */
const CLOSE = 8;

export function* joinNeighbours(candidates: Iterable<Candidate>): Iterable<Candidate> {
  let open: Candidate | null = null;
  for (const next of candidates) {
    if (open && isClose(open, next)) open = join(open, next);
    else {
      if (open) yield open;
      open = next;
    }
  }
  if (open) yield open;
}

const isClose = (one: Candidate, next: Candidate): boolean =>
  one.paths?.[0] === next.paths?.[0] && next.decision.from.line - (one.decision.to ?? one.decision.from).line <= CLOSE;

function join(one: Candidate, next: Candidate): Candidate {
  return {
    ...one,
    decision: { ...one.decision, to: next.decision.to ?? next.decision.from },
    hindsight: [...new Map([...(one.hindsight ?? []), ...(next.hindsight ?? [])].map((cited) => [cited.place.seq, cited])).values()],
    evidence: [...one.evidence, ...next.evidence].slice(0, 6),
    found: [...(one.found ?? []), ...(next.found ?? [])],
    confidence: Math.max(one.confidence, next.confidence),
    sources: Math.max(one.sources, next.sources),
  };
}
