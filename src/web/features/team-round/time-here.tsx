import { useState } from 'react';
import { useNow } from '../../ui/use-now.ts';

/** How long this round has been open on screen. It informs, in whole minutes, and nothing depends on it. */
export function TimeHere({ minutes }: { minutes: number | null }) {
  const [since] = useState(() => Date.now());
  const now = useNow();
  const [shown, setShown] = useState(true);
  const spent = Math.max(0, Math.floor((now.getTime() - since) / 60_000));
  if (!shown) return null;
  return (
    <p className="meta flex flex-wrap items-baseline justify-between gap-x-3">
      <span>
        {spent === 0 ? 'Just opened' : `${spent} min here`}
        {minutes !== null && `; most take about ${minutes} min`}. No hurry.
      </span>
      <button type="button" className="underline underline-offset-3 hover:text-ink" onClick={() => setShown(false)}>
        Hide the time
      </button>
    </p>
  );
}
