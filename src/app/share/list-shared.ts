import type { SharedItem, SharedList } from '../../model/api/share.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { SharedCaseRow } from '../../journal/shared-cases-table.ts';
import type { SharingRow } from '../../journal/sharing-log-table.ts';
import type { App } from '../app.ts';
import { toShownItem } from './to-shown-item.ts';

const ALL = 1_000_000;

/** Everything that ever left this machine, the latest first: cases shared with people, what was shown of growth, and requests to a second reader. */
export function listShared({ journal }: Pick<App, 'journal'>): Result<SharedList, Problem> {
  return journal.attempt(() => {
    const items = [
      ...journal.sharedCases.list().map(toSharedItem),
      ...journal.sharingLog.listLast(ALL).map(toReaderItem),
      ...journal.shownLog.list().map(toShownItem),
    ];
    return { items: items.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)) };
  });
}

export function toSharedItem({ id, digest, bytes, host, pair, people, beganAt, caseId, content, forgetAskedAt, forgottenAt }: SharedCaseRow): SharedItem {
  const state = forgottenAt ? 'forgotten' : forgetAskedAt ? 'forgetting' : caseId ? 'sent' : 'unknown';
  return {
    id: String(id),
    what: 'case',
    subject: null,
    at: beganAt,
    host,
    to: `${pair}: ${people}`,
    bytes,
    digest,
    case: caseId,
    moment: content?.moment ?? null,
    state,
    forgottenAt,
  };
}

const toReaderItem = ({ id, at, moment, host, bytes, outcome }: SharingRow): SharedItem => ({
  id: `second-reader-${id}`,
  what: 'second-reader',
  subject: null,
  at,
  host,
  to: null,
  bytes,
  digest: null,
  case: null,
  moment,
  state: outcome === null ? 'unknown' : 'sent',
  forgottenAt: null,
});
