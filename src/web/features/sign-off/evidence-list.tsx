import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ShownSignOffEvidence } from '../../../model/api/team/sign-offs.ts';
import { LEVEL_NAMES } from '../../../model/entrustment-levels.ts';
import { Plain } from '../../ui/text.tsx';
import { formatDay } from './describe-sign-off.ts';

/** Each rating with the case it holds to. A link to a case gives nobody a right: it is one only to who may see the case. */
export function EvidenceList<One extends ShownSignOffEvidence>({
  evidence,
  renderChoice,
}: {
  evidence: readonly One[];
  renderChoice?: (one: One) => ReactNode;
}) {
  return (
    <ul className="card divide-y divide-line px-5">
      {evidence.map((one) => (
        <li key={`${one.case} ${one.rater} ${one.at}`} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
          <span className="grid min-w-0 flex-1 basis-56 [overflow-wrap:anywhere]">
            <span>
              <Plain>{one.raterName}</Plain>: the next one at level {one.level} {LEVEL_NAMES[one.level]}
            </span>
            <span className="meta">
              in <Plain>{one.context}</Plain>, {formatDay(one.at)}
              {one.agentErrorCaught && ' · the agent was wrong, and it was caught'}
            </span>
          </span>
          {one.opens ? (
            <Link to="/team/cases/$id" params={{ id: one.case }} aria-label={`The case in ${one.context}, rated by ${one.raterName} on ${formatDay(one.at)}`}>
              The case
            </Link>
          ) : (
            <span className="meta">a case that is not shared with you</span>
          )}
          {renderChoice?.(one)}
        </li>
      ))}
    </ul>
  );
}
