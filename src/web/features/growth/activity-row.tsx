import type { ActivityGrowth } from '../../../model/api/growth.ts';
import { LEVEL_NAMES } from '../../../model/entrustment-levels.ts';
import { EVIDENCED_ACTIVITIES } from '../../../model/evidence-kinds.ts';
import { formatCount } from '../../text/format-amount.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Line, Plain } from '../../ui/text.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { LinkEvidence } from './link-evidence.tsx';
import { ShowToPartner } from '../shown/show-to-partner.tsx';
import { toShownActivity } from '../shown/to-shown-body.ts';
import { RateForm } from './rate-form.tsx';
import { RoundLink } from './round-link.tsx';

/** One activity: its five levels, the ratings at each, and the rounds behind them. */
export function ActivityRow({ growth, now }: { growth: ActivityGrowth; now: Date }) {
  const { activity, name, levels, rounds, evidence } = growth;
  const evidenced = EVIDENCED_ACTIVITIES.find((one) => one === activity);
  return (
    <details className="card px-5 py-3">
      <summary className="cursor-pointer">
        <Plain>{name}</Plain>
        <span className="float-right ml-4 inline-flex items-center gap-3">
          <LevelStrip levels={levels} />
          <span className="meta">{describeCounts(rounds.length, evidence.length)}</span>
        </span>
      </summary>
      <div className="clear-both mt-3 grid gap-4">
        <ol className="grid gap-2">
          {levels.map(({ level, text, reviewDepth, retrospective, prospective }) => (
            <li key={level} className="grid gap-0.5">
              <p>
                <strong className="font-semibold">
                  {level} {LEVEL_NAMES[level]}
                </strong>{' '}
                <span className="meta">looked at: {reviewDepth}</span>
              </p>
              <p className="text-ink-2 [overflow-wrap:anywhere]">
                <Plain>{text}</Plain>
              </p>
              {retrospective.length + prospective.length > 0 && (
                <p className="meta">
                  How it was done: {countRaters(retrospective)}. How the next may be done: {countRaters(prospective)}.
                </p>
              )}
            </li>
          ))}
        </ol>
        {rounds.length > 0 && (
          <div>
            <h3 className="heading">Rounds behind it</h3>
            <ul className="grid gap-1.5">
              {rounds.map(({ id, forTwo, rule, question, at }) => (
                <li key={id} className="[overflow-wrap:anywhere]">
                  <RoundLink id={id} forTwo={forTwo}>
                    <Line>{rule || question}</Line>
                  </RoundLink>{' '}
                  <span className="meta">
                    {formatWhen(at, now)}
                    {forTwo && ', for two'}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        <EvidenceList evidence={evidence} now={now} />
        {rounds.length > 0 && <RateForm activity={activity} rounds={rounds} />}
        {evidenced && <LinkEvidence activity={evidenced} now={now} />}
        <ShowToPartner shown={toShownActivity(growth)} />
      </div>
    </details>
  );
}

/** Whoever rates oneself is rater and person. */
function countRaters(ratings: ActivityGrowth['levels'][number]['retrospective']): string {
  const others = ratings.filter(({ person, rater }) => person !== rater).length;
  return others === 0 ? String(ratings.length) : `${ratings.length}, ${others} of them by others`;
}

function describeCounts(rounds: number, links: number): string {
  const linked = links > 0 ? [`${links} linked`] : [];
  return [rounds === 0 ? 'no round yet' : formatCount(rounds, 'round'), ...linked].join(', ');
}

/** Filled where somebody rated at that level. A picture only; opening the row says it in words. */
function LevelStrip({ levels }: Pick<ActivityGrowth, 'levels'>) {
  return (
    <span aria-hidden="true" className="flex gap-1">
      {levels.map(({ level, retrospective, prospective }) => {
        const isRated = retrospective.length + prospective.length > 0;
        return <span key={level} className={`size-3 rounded-sm border ${isRated ? 'border-accent bg-accent' : 'border-edge'}`} />;
      })}
    </span>
  );
}
