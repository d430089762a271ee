import type { GrowthAgreement } from '../../../model/api/growth.ts';
import { describeAgreement } from './describe-agreement.ts';

/** What I said of my work beside what others told me of it. Absent until both of us rated the same. */
export function AgreementView({ agreement }: { agreement: GrowthAgreement }) {
  const rows = [
    ['How it was done', agreement.retrospective],
    ['How the next may be done', agreement.prospective],
  ] as const;
  if (rows.every(([, { n }]) => n === 0)) return null;
  return (
    <div className="card px-5 py-4">
      <h3 className="heading">What you say of your work, and what others told you of it</h3>
      <dl className="mt-2 grid gap-2 sm:grid-cols-2">
        {rows.map(([term, found]) => (
          <div key={term}>
            <dt className="meta">{term}</dt>
            <dd className="tabular-nums">{describeAgreement(found)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
