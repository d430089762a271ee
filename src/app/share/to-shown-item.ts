import { findMisconception } from '../../learning/misconceptions/catalogue.ts';
import type { ShownRow } from '../../journal/shown-log-table.ts';
import { ACTIVITY_NAMES, type ActivityId } from '../../model/activity-names.ts';
import type { SharedItem } from '../../model/api/share.ts';

const isActivity = (id: string): id is ActivityId => id in ACTIVITY_NAMES;
const nameActivity = (id: string): string => (isActivity(id) ? `${id} ${ACTIVITY_NAMES[id]}` : id);

/** A row of what was shown as the sharing log tells it. */
export function toShownItem({ id, what, at, host, reader, readerName, bytes, outcome, endedAt, subject }: ShownRow): SharedItem {
  return {
    id: `shown-${id}`,
    what,
    subject: what === 'growth' ? nameGrowth(subject) : nameRequest(subject),
    at,
    host,
    to: readerName ?? reader,
    bytes,
    digest: null,
    case: null,
    moment: null,
    state: outcome ?? 'unknown',
    forgottenAt: endedAt,
  };
}

function nameGrowth(subject: string): string {
  const [kind = '', of = ''] = subject.split(' ');
  if (kind === 'belief') return `Signs for and against “${(findMisconception(of)?.belief ?? of).replace(/\.$/, '')}”`;
  return kind === 'activity' ? `Rounds and ratings of ${nameActivity(of)}` : 'How sure I was, and what came of it';
}

function nameRequest(subject: string): string {
  const [activity = '', level = ''] = subject.split(' ');
  return `What a request for ${nameActivity(activity)}, level ${level}, says of beliefs`;
}
