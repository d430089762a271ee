import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ACTIVITY_IDS, type ActivityId } from '../../../model/activity-names.ts';
import type { GiveRating, RoundRatings } from '../../../model/api/team/ratings.ts';
import { LEVEL_NAMES, LEVELS, type Level } from '../../../model/entrustment-levels.ts';
import type { PersonId } from '../../../model/team/ids.ts';
import { request } from '../../api/request.ts';
import { roundRatingsPath, roundRatingsQuery } from '../../api/team/sign-off-queries.ts';
import { useActivityWords } from '../../api/use-activity-words.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { TextInput } from '../../ui/text-input.tsx';

interface RatePersonProps {
  readonly round: string;
  readonly person: PersonId;
  /** Null for oneself. */
  readonly who: string | null;
  /** Those that mattered in the case come first. */
  readonly activities: readonly ActivityId[];
  readonly needsContext: boolean;
  readonly onKept: () => void;
}

/** Two questions about one activity: about the case, and about trust. Neither follows from the other, so neither is filled in. */
export function RatePerson({ round, person, who, activities, needsContext, onKept }: RatePersonProps) {
  const queryClient = useQueryClient();
  const { nameOf, textOf } = useActivityWords();
  const id = useId();
  const ordered = [...activities, ...ACTIVITY_IDS.filter((one) => !activities.includes(one))];
  const [activity, setActivity] = useState<ActivityId>(ordered[0] ?? 'E4');
  const [retrospective, setRetrospective] = useState<Level | null>(null);
  const [prospective, setProspective] = useState<Level | null>(null);
  const [agentErrorCaught, setCaught] = useState(false);
  const [context, setContext] = useState('');
  const [note, setNote] = useState('');
  const keep = useMutation({
    mutationFn: (body: GiveRating) => request<RoundRatings>(roundRatingsPath(round), { method: 'POST', body }),
    onSuccess: (kept) => {
      queryClient.setQueryData(roundRatingsQuery(round).queryKey, kept);
      onKept();
    },
  });
  const they = who ?? 'you';
  return (
    <form
      className="card grid gap-4 px-5 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate({ person, activity, retrospective, prospective, agentErrorCaught, context, note });
      }}
    >
      <Field id={`${id}-activity`} label="Activity">
        <select
          id={`${id}-activity`}
          className="field"
          value={activity}
          onChange={({ target }) => setActivity(ordered.find((one) => one === target.value) ?? activity)}
        >
          {ordered.map((one) => (
            <option key={one} value={one}>
              {one} {toVisibleText(nameOf(one))}
            </option>
          ))}
        </select>
      </Field>
      <LevelField
        id={`${id}-done`}
        label={`How did ${they} do it this time?`}
        value={retrospective}
        text={retrospective && textOf(activity, retrospective)}
        onChoose={setRetrospective}
      />
      <LevelField
        id={`${id}-next`}
        label={`How may ${they} do the next one?`}
        value={prospective}
        text={prospective && textOf(activity, prospective)}
        onChoose={setProspective}
      />
      <label className="flex items-center gap-2">
        <input type="checkbox" checked={agentErrorCaught} onChange={(event) => setCaught(event.target.checked)} />
        The agent was wrong here, and {they} caught it
      </label>
      {needsContext && (
        <TextInput id={`${id}-where`} label="Where it was: a repository or an area" required maxLength={200} value={context} onText={setContext} />
      )}
      <TextArea id={`${id}-note`} label="A note, if you like" maxLength={2000} value={note} onText={setNote} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={keep.isPending || (retrospective === null && prospective === null)}>
          {keep.isPending ? 'One moment…' : 'Say it'}
        </Button>
        <span className="meta">What is said stays as it is.</span>
      </div>
      {keep.isError && <FailureNotice thrown={keep.error} />}
    </form>
  );
}

interface LevelFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: Level | null;
  /** What the chosen level looks like. */
  readonly text: string | null;
  readonly onChoose: (level: Level | null) => void;
}

function LevelField({ id, label, value, text, onChoose }: LevelFieldProps) {
  return (
    <Field id={id} label={label}>
      <select
        id={id}
        className="field"
        aria-describedby={text ? `${id}-text` : undefined}
        value={value ?? ''}
        onChange={({ target }) => onChoose(LEVELS.find((one) => String(one) === target.value) ?? null)}
      >
        <option value="">I do not say</option>
        {LEVELS.map((one) => (
          <option key={one} value={one}>
            {one} {LEVEL_NAMES[one]}
          </option>
        ))}
      </select>
      {text && (
        <p id={`${id}-text`} className="meta [overflow-wrap:anywhere]">
          <Plain>{text}</Plain>
        </p>
      )}
    </Field>
  );
}
