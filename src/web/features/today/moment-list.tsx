import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { MomentCard as Card } from '../../../model/api/today.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { MomentCard } from './moment-card.tsx';
import { useSkipMoment } from './use-skip-moment.ts';

/** At most three cards; one of them is the current one, and the keys act on it. */
export function MomentList({ moments, now }: { moments: readonly Card[]; now: Date }) {
  const [pointed, setPointed] = useState(0);
  const navigate = useNavigate();
  const skip = useSkipMoment();
  const at = Math.min(pointed, moments.length - 1);
  const current = moments[at];

  useKeys({
    j: () => setPointed(Math.min(at + 1, moments.length - 1)),
    k: () => setPointed(Math.max(at - 1, 0)),
    s: () => current && skip(current.id),
    Enter: () => current && void navigate({ to: '/moments/$id', params: { id: current.id } }),
  });

  return (
    <>
      <div className="grid gap-3.5">
        {moments.map((card, index) => (
          <MomentCard key={card.id} card={card} now={now} isCurrent={index === at} onPoint={() => setPointed(index)} onSkip={() => skip(card.id)} />
        ))}
      </div>
      <output className="sr-only">{moments.length > 1 ? `Moment ${at + 1} of ${moments.length}` : ''}</output>
    </>
  );
}
