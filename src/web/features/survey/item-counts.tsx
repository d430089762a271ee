import type { SurveyCounts } from '../../../model/api/team/surveys.ts';

/** What was said, as counts from 1 to 5; no mean, since steps of agreement are not amounts. */
export function ItemCountsTable({ counts, caption }: { counts: SurveyCounts; caption: string }) {
  if (counts.people === 0) return <p className="text-ink-2">Too few people to show. Answers come out in fives, so that nobody’s can be told.</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="meta pb-2 text-left">
          {caption}: {counts.people} answers, 1 not at all, 5 very much
        </caption>
        <thead>
          <tr className="meta text-right">
            <th className="text-left font-normal">Statement</th>
            {[1, 2, 3, 4, 5].map((value) => (
              <th key={value} scope="col" className="w-7 font-normal sm:w-10">
                {value}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.items.map(({ id, words, counts: people }) => (
            <tr key={id} className="border-t border-line">
              <th scope="row" className="py-2 pr-3 text-left font-normal">
                {words}
              </th>
              {people.map((count, index) => (
                <td key={index} className="text-right tabular-nums">
                  {count === 0 ? <span className="text-ink-3">–</span> : count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
