import { useId, useState } from 'react';
import type { BeliefAct, HeldBelief } from '../../../model/api/growth.ts';
import { Button } from '../../ui/button.tsx';
import { useGrowthActs } from './use-growth-acts.ts';

type Writing = 'answer' | 'contest';

const LABELS: Readonly<Record<Writing, string>> = { answer: 'Your answer, in your own words', contest: 'Why it is not so' };

/** Answer the question, say that it was worked through, or contest it. Nothing is taken out: what is said stands beside the rest. */
export function BeliefActs({ belief: { id, standing } }: { belief: HeldBelief }) {
  const { belief } = useGrowthActs();
  const [writing, setWriting] = useState<Writing | null>(null);
  const [words, setWords] = useState('');
  const field = useId();
  const keep = (act: BeliefAct): void =>
    belief.mutate(
      { id, act },
      {
        onSuccess: () => {
          setWriting(null);
          setWords('');
        },
      },
    );
  const canBeAddressed = standing.state === 'suspected' || standing.state === 'confirmed' || standing.state === 'relapsed';

  if (writing === null)
    return (
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setWriting('answer')}>Answer it</Button>
        {canBeAddressed && (
          <Button disabled={belief.isPending} onClick={() => keep({ type: 'addressed' })}>
            I worked through it
          </Button>
        )}
        {standing.contested ? (
          <Button look="quiet" disabled={belief.isPending} onClick={() => keep({ type: 'accept' })}>
            Contest it no more
          </Button>
        ) : (
          <Button look="quiet" onClick={() => setWriting('contest')}>
            Contest it
          </Button>
        )}
      </div>
    );

  const isShort = words.trim().length < 3;
  return (
    <div className="grid gap-2">
      <label htmlFor={field} className="heading">
        {LABELS[writing]}
      </label>
      <textarea id={field} rows={3} maxLength={2000} className="field" value={words} onChange={(event) => setWords(event.target.value)} />
      <div className="flex flex-wrap gap-2">
        {writing === 'answer' ? (
          <>
            <Button disabled={isShort || belief.isPending} onClick={() => keep({ type: 'answer', words, holds: true, round: null })}>
              That is what I thought
            </Button>
            <Button disabled={isShort || belief.isPending} onClick={() => keep({ type: 'answer', words, holds: false, round: null })}>
              I see it otherwise
            </Button>
          </>
        ) : (
          <Button disabled={isShort || belief.isPending} onClick={() => keep({ type: 'contest', why: words })}>
            Contest it
          </Button>
        )}
        <Button look="quiet" onClick={() => setWriting(null)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
