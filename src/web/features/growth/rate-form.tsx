import { useId, useState } from 'react';
import type { ActivityId } from '../../../model/activity-names.ts';
import type { ActivityGrowth, NewRating } from '../../../model/api/growth.ts';
import { LEVEL_NAMES, LEVELS, type Level } from '../../../model/entrustment-levels.ts';
import { Button } from '../../ui/button.tsx';
import { useGrowthActs } from './use-growth-acts.ts';

/** A rating of oneself: how it was done in one round, or how the next may be done. */
export function RateForm({ activity, rounds }: { activity: ActivityId; rounds: ActivityGrowth['rounds'] }) {
  const { rating } = useGrowthActs();
  const [round, setRound] = useState(rounds[0]?.id);
  const [view, setView] = useState<NewRating['view']>('retrospective');
  const [level, setLevel] = useState<Level>(2);
  const [agentErrorCaught, setCaught] = useState(false);
  const id = useId();
  if (!round) return null;
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <h3 className="heading">Rate it yourself</h3>
      <div className="grid gap-2 sm:grid-cols-3">
        <label htmlFor={`${id}-round`} className="grid gap-1">
          <span className="meta">Round</span>
          <select id={`${id}-round`} className="field" value={round} onChange={(event) => setRound(rounds.find((one) => one.id === event.target.value)?.id)}>
            {rounds.map((one) => (
              <option key={one.id} value={one.id}>
                {one.rule || one.question}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor={`${id}-view`} className="grid gap-1">
          <span className="meta">What you say</span>
          <select
            id={`${id}-view`}
            className="field"
            value={view}
            onChange={(event) => setView(event.target.value === 'prospective' ? 'prospective' : 'retrospective')}
          >
            <option value="retrospective">How it was done this time</option>
            <option value="prospective">How the next may be done</option>
          </select>
        </label>
        <label htmlFor={`${id}-level`} className="grid gap-1">
          <span className="meta">Level</span>
          <select
            id={`${id}-level`}
            className="field"
            value={level}
            onChange={(event) => setLevel(LEVELS.find((one) => String(one) === event.target.value) ?? 2)}
          >
            {LEVELS.map((one) => (
              <option key={one} value={one}>
                {one} {LEVEL_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label htmlFor={`${id}-caught`} className="flex items-center gap-2">
        <input id={`${id}-caught`} type="checkbox" checked={agentErrorCaught} onChange={(event) => setCaught(event.target.checked)} />
        The agent was wrong, and I caught it
      </label>
      <Button
        className="justify-self-start"
        disabled={rating.isPending}
        onClick={() => rating.mutate({ activity, round, view, level, agentErrorCaught, note: '' })}
      >
        Keep it
      </Button>
    </div>
  );
}
