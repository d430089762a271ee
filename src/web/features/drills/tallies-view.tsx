import type { DrillTallies } from '../../../model/api/drills.ts';
import { Fact } from '../../ui/fact.tsx';
import { describeTally } from './describe-drills.ts';

/** Each group of answers for itself, with its interval: they are never added up. */
export function TalliesView({ tallies: { forms, practice, other, unsettled } }: { tallies: DrillTallies }) {
  return (
    <div className="card grid gap-3 px-5 py-4">
      <dl className="grid gap-2 sm:grid-cols-2">
        {forms.map((tally) => (
          <Fact key={tally.form} term={`Month ${tally.form}, unaided`}>
            {describeTally(tally)}
          </Fact>
        ))}
        <Fact term="Practice, unaided">{describeTally(practice)}</Fact>
        <Fact term="Practice, otherwise">{describeTally(other)}</Fact>
      </dl>
      <p className="meta">
        Only the unaided forms can say anything of growth, and only where their intervals lie apart. {unsettled > 0 && `${unsettled} not settled and left out.`}
      </p>
    </div>
  );
}
