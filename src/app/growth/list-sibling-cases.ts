import type { Journal } from '../../journal/open-journal.ts';
import type { SiblingCase } from '../../learning/recall/choose-sibling.ts';
import type { Moment, MomentId } from '../../model/moment.ts';

/** As many moments are looked through for a sibling case. */
const MAX_CASES = 500;

/** Moments of mine that a card may be asked through. Those of the demo are none: they are somebody else's work. */
export function listSiblingCases(journal: Journal): SiblingCase[] {
  return journal.moments.list(MAX_CASES, 0).flatMap(({ moment }) => toSibling(journal, moment) ?? []);
}

export function findSiblingCase(journal: Journal, id: MomentId): SiblingCase | null {
  const moment = journal.moments.get(id)?.moment;
  return moment ? toSibling(journal, moment) : null;
}

function toSibling(journal: Journal, { id, session: of, concepts, propositions }: Moment): SiblingCase | null {
  const session = journal.sessions.get(of);
  if (!session || session.demo) return null;
  const judged = journal.rounds.list({ moment: id }).length > 0;
  return { moment: id, concepts, beliefs: propositions.flatMap(({ belief }) => belief ?? []), context: session.repository ?? '', judged };
}
