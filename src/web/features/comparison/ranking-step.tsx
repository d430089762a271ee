import { useState } from 'react';
import type { Ranking } from '../../../model/team/shared-comparison.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { SealBar } from '../round/seal-bar.tsx';
import type { SealStepProps } from '../round/seal-step-props.ts';
import { useSealKey } from '../round/use-seal-key.ts';
import { findRankingGaps, toggleLetter, toPercent, toRanking, type RankingDraft } from './check-ranking.ts';

interface RankingStepProps extends SealStepProps<RankingDraft, Ranking> {
  readonly letters: readonly string[];
}

/** Rank, say how sure you are that each passes, and why; then seal. */
export function RankingStep({ letters, draft, isSealing, failure, note, onChange, onSeal, leave, status }: RankingStepProps) {
  const [asked, setAsked] = useState(false);
  const gaps = findRankingGaps(letters, draft);
  const seal = (): void => {
    const ranking = toRanking(letters, draft);
    if (ranking && !isSealing) onSeal(ranking);
    else setAsked(true);
  };
  useSealKey(seal);
  return (
    <div className="grid gap-6">
      <Ranks letters={letters} ranking={draft.ranking} onChange={(ranking) => onChange({ ranking })} />
      <fieldset>
        <legend className="font-medium">How sure are you that each passes all its tests?</legend>
        <p className="meta mb-2">In percent, 1 to 99. The repository’s tests settle it, and hidden ones where there are any.</p>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-3">
          {letters.map((letter) => (
            <label key={letter} className="flex items-center gap-2.5">
              <span className="font-medium">{letter}</span>
              <input
                type="number"
                inputMode="numeric"
                min={1}
                max={99}
                className="field text-right"
                aria-label={`${letter} passes, in percent`}
                value={draft.passes[letter] ?? ''}
                onChange={(event) => onChange({ passes: withPercent(draft.passes, letter, toPercent(event.target.value)) })}
              />
            </label>
          ))}
        </div>
      </fieldset>
      <TextArea
        id="reason"
        label="Why is the best the best?"
        hint="The reason you would give a colleague."
        maxLength={4000}
        value={draft.reason}
        onText={(reason) => onChange({ reason })}
      />
      <SealBar
        isSealing={isSealing}
        failure={failure}
        note={note}
        leave={leave}
        status={status}
        missing={asked && gaps.length > 0 ? gaps.join(', ') : null}
        onSeal={seal}
      />
    </div>
  );
}

function withPercent(passes: RankingDraft['passes'], letter: string, percent: number | undefined): RankingDraft['passes'] {
  const { [letter]: _, ...others } = passes;
  return percent === undefined ? others : { ...others, [letter]: percent };
}

/** Nothing is ranked until it is named, so that no order is suggested. */
function Ranks({ letters, ranking, onChange }: { letters: readonly string[]; ranking: readonly string[]; onChange: (ranking: string[]) => void }) {
  const open = letters.filter((letter) => !ranking.includes(letter));
  return (
    <fieldset>
      <legend className="font-medium">Which is best?</legend>
      <p className="meta mb-2">Name the best first, then the next.</p>
      <ol aria-label="Ranked" className="mb-2 grid gap-1.5">
        {ranking.map((letter, index) => (
          <li key={letter} className="card flex items-center justify-between px-3.5 py-1.5">
            <span className="tabular-nums">
              {index + 1}. <span className="font-semibold">{letter}</span>
            </span>
            <Button look="quiet" onClick={() => onChange(toggleLetter(ranking, letter))}>
              Take {letter} back
            </Button>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {open.map((letter) => (
          <Button key={letter} onClick={() => onChange(toggleLetter(ranking, letter))}>
            {ranking.length === 0 ? `${letter} is best` : `${letter} is next`}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
