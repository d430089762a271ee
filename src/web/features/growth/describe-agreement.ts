import type { Agreement } from '../../../model/agreement.ts';
import { formatCount } from '../../text/format-amount.ts';

/** Below this a coefficient says more than is known; the journal gives none then. */
const LEAST = 20;

/** "8 ratings: 5 the same, 2 one level apart." and, from twenty on, the coefficient. */
export function describeAgreement({ n, same, oneApart, kappa }: Agreement): string {
  if (n === 0) return 'Nothing rated by both yet.';
  const counts = `${formatCount(n, 'rating')}: ${same} the same, ${oneApart} one level apart, ${n - same - oneApart} further.`;
  if (n < LEAST) return `${counts} Weighted kappa is said from ${LEAST} on.`;
  return kappa === null ? `${counts} Weighted kappa is not defined: one level was used throughout.` : `${counts} Weighted kappa ${kappa.toFixed(2)}.`;
}
