import { useState } from 'react';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { formatDate } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { SureButton } from '../team-round/sure-button.tsx';
import { useYearActs } from './use-year-acts.ts';

/** Pause, resume, complete, end: any of the three, from where it stands. */
export function YearActs({ year }: { year: TeamProgramme }) {
  const { move } = useYearActs(year.id);
  const [isPausing, setPausing] = useState(false);
  const [why, setWhy] = useState('');
  const may = (action: TeamProgramme['actions'][number]): boolean => year.actions.includes(action);
  const isOfTwo = year.pair !== null;
  return (
    <div className="grid gap-3">
      {year.pauses.length > 0 && (
        <ul className="grid gap-0.5 text-ink-2">
          {year.pauses.map((pause) => (
            <li key={pause.from}>
              {pause.to === null ? `Paused since ${formatDate(pause.from)}` : `Paused from ${formatDate(pause.from)} to ${formatDate(pause.to)}`}
              {pause.why !== null && (
                <>
                  : <Plain>{pause.why}</Plain>
                </>
              )}
              .
            </li>
          ))}
        </ul>
      )}
      {isPausing ? (
        <form
          className="card grid gap-3 px-5 py-4"
          onSubmit={(event) => {
            event.preventDefault();
            move.mutate({ action: 'pause', why }, { onSuccess: () => setPausing(false) });
          }}
        >
          {isOfTwo && (
            <TextInput
              id="pause-why"
              label="Why, if you like"
              hint="The two of you read it, nobody else; it may stay empty."
              maxLength={500}
              value={why}
              onText={setWhy}
            />
          )}
          <p className="text-ink-2">All days after today move by as long as the pause lasts.</p>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="go" disabled={move.isPending}>
              Pause from today
            </Button>
            <Button look="quiet" onClick={() => setPausing(false)}>
              Not now
            </Button>
          </div>
        </form>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          {may('resume') && (
            <Button look="go" disabled={move.isPending} onClick={() => move.mutate({ action: 'resume' })}>
              Resume the year
            </Button>
          )}
          {may('complete') && (
            <Button look="go" disabled={move.isPending} onClick={() => move.mutate({ action: 'complete' })}>
              Complete the year
            </Button>
          )}
          {may('pause') && <Button onClick={() => setPausing(true)}>Pause</Button>}
          {may('end') && (
            <SureButton
              label={year.state === 'planned' ? 'Call it off' : 'End it early'}
              question="This cannot be taken back. What you wrote to each other stays yours."
              yes="Yes, end it"
              isBusy={move.isPending}
              onSure={() => move.mutate({ action: 'end' })}
            />
          )}
        </div>
      )}
      {move.isError && <FailureNotice thrown={move.error} />}
    </div>
  );
}
