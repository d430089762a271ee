import type { ComparisonTruth, Ranking, RankingScore } from '../../../model/team/shared-comparison.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Plain, RichText } from '../../ui/text.tsx';
import { VoiceFrame } from '../round/voice-frame.tsx';
import { describeFirsts, describeResult } from './describe-result.ts';

export interface RankedBy {
  readonly person: string;
  readonly name: string;
  readonly isMe: boolean;
  /** Null where they passed. */
  readonly ranking: Ranking | null;
  readonly score: RankingScore | null;
}

/** All rankings at once, then whose output was which and what the checks said. */
export function RankingReveal({ answers, truth }: { answers: readonly RankedBy[]; truth: ComparisonTruth | null }) {
  return (
    <div className="grid gap-6">
      <p className="question">
        {describeFirsts(
          answers.flatMap(({ ranking }) => ranking?.ranking[0] ?? []),
          truth?.results ?? [],
        )}
      </p>
      <div className="grid gap-3.5 xl:grid-cols-2">
        {answers.map((answer) => (
          <RankingCard key={answer.person} {...answer} />
        ))}
      </div>
      {truth ? (
        <section aria-labelledby="settled" className="grid gap-2 rounded-card bg-warn-wash px-5 py-4">
          <h2 id="settled" className="text-[0.78125rem] text-warn">
            What the tests said
          </h2>
          <ul className="grid gap-2.5">
            {truth.outputs.map(({ letter, ref, commit }) => (
              <li key={letter}>
                <span className="font-semibold">{letter}</span> was <Plain>{ref}</Plain> <span className="code text-ink-3">{commit.slice(0, 8)}</span>
                <span className="block">{describeResult(truth.results.find((one) => one.letter === letter))}</span>
              </li>
            ))}
          </ul>
          <p className="meta [overflow-wrap:anywhere]">
            The letters were drawn from the seed <span className="code">{truth.seed}</span>.
          </p>
        </section>
      ) : (
        <p className="text-ink-2">What the tests said is not here any more. Your own words are kept.</p>
      )}
    </div>
  );
}

function RankingCard({ name, isMe, ranking, score }: RankedBy) {
  return (
    <VoiceFrame name={name} isMe={isMe} noun="ranking">
      {ranking && (
        <>
          <p className="font-semibold">{ranking.ranking.join(' before ')}</p>
          <RichText text={ranking.reason} />
          <ul className="grid gap-1 tabular-nums">
            {ranking.ranking.map((letter) => {
              const brier = score?.outputs.find((one) => one.letter === letter)?.brier ?? null;
              return (
                <li key={letter}>
                  {letter} passes: {ranking.passes[letter]} %{brier === null ? '' : `, Brier score ${brier.toFixed(2)}`}
                </li>
              );
            })}
          </ul>
          {score !== null && <p className="meta">{describeScore(score)}</p>}
        </>
      )}
    </VoiceFrame>
  );
}

function describeScore({ brier, pairs }: RankingScore): string {
  const order = pairs.of > 0 ? `${pairs.right} of ${formatCount(pairs.of, 'pair')} of a passing and a failing one in the right order. ` : '';
  return brier === null
    ? `${order}Not scored.`
    : `${order}Brier score ${brier.toFixed(2)} in the mean: 0 is certain and right, 0.25 is what 50 % always earns.`;
}
