import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ACTIVITY_IDS, ACTIVITY_NAMES, type ActivityId } from '../../../model/activity-names.ts';
import type { MatchProfileAnswer } from '../../../model/api/team/cohorts.ts';
import type { OwnMatchProfile } from '../../../model/team/cohort.ts';
import { cohortPath, matchProfileQuery } from '../../api/team/programme-queries.ts';
import { peopleQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToast } from '../../ui/toast.tsx';
import { PeopleChoice } from '../people/people-choice.tsx';
import { SelectField } from './select-field.tsx';

const PARTS = [
  { id: 'preceptee', name: 'As a preceptee: early in my career' },
  { id: 'preceptor', name: 'As a preceptor: I have time for somebody' },
  { id: 'both', name: 'Either, in different areas' },
] as const;

/** The reader's own clock, as a first guess at where they work. */
const newProfile = (): OwnMatchProfile => ({
  takesPartAs: 'preceptee',
  areas: [],
  activities: [],
  utcOffset: -new Date().getTimezoneOffset(),
  from: 9,
  to: 17,
  wishes: [],
  declines: [],
});

/** Offering to take part. Whom somebody names here is weighed for suggestions and shown to nobody, their lead included. */
export function ProfileForm({ cohort, me }: { cohort: { readonly id: string; readonly name: string }; me: string }) {
  const { data, isError, error, refetch } = useQuery(matchProfileQuery(cohort.id));
  if (isError) return <FailureNotice thrown={error} onRetry={() => void refetch()} />;
  return data ? <Form key={cohort.id} cohort={cohort} me={me} saved={data.profile} /> : null;
}

function Form({ cohort, me, saved }: { cohort: { readonly id: string; readonly name: string }; me: string; saved: OwnMatchProfile | null }) {
  const queryClient = useQueryClient();
  const showToast = useToast();
  const { data: everyone } = useQuery(peopleQuery());
  const [profile, setProfile] = useState(saved ?? newProfile());
  const [areas, setAreas] = useState(profile.areas.join(', '));
  const set = (part: Partial<OwnMatchProfile>): void => setProfile((had) => ({ ...had, ...part }));
  const others = (everyone?.people ?? []).filter(({ id }) => id !== me);
  const path = `${cohortPath(cohort.id)}/profile`;
  const { queryKey } = matchProfileQuery(cohort.id);
  const save = useMutation({
    mutationFn: () =>
      request<MatchProfileAnswer>(path, {
        method: 'PUT',
        body: {
          ...profile,
          areas: areas
            .split(',')
            .map((area) => area.trim())
            .filter(Boolean),
        },
      }),
    onSuccess: (answer) => {
      queryClient.setQueryData(queryKey, answer);
      showToast({ text: 'Saved. Your lead can suggest a pair now.' });
    },
  });
  const withdraw = useMutation({
    mutationFn: () => request<void>(path, { method: 'DELETE' }),
    onSuccess: () => {
      queryClient.setQueryData(queryKey, { profile: null });
      setProfile(newProfile());
      setAreas('');
      showToast({ text: 'Taken back. Nothing of it is kept.' });
    },
  });
  return (
    <form
      className="card grid gap-4 px-5 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <SelectField
        id="profile-part"
        label="How you would take part"
        value={profile.takesPartAs}
        options={PARTS}
        onText={(takesPartAs) => set({ takesPartAs: takesPartAs as OwnMatchProfile['takesPartAs'] })}
      />
      <TextInput
        id="profile-areas"
        label="Areas"
        hint="Parts of your systems or kinds of work, with commas: payments, search, mobile."
        value={areas}
        onText={setAreas}
      />
      <fieldset>
        <legend className="mb-1.5 font-medium">What you want to learn, or can teach</legend>
        <div className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
          {ACTIVITY_IDS.map((activity) => (
            <label key={activity} className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={profile.activities.includes(activity)}
                onChange={(event) => set({ activities: toggle(profile.activities, activity, event.target.checked) })}
              />
              {ACTIVITY_NAMES[activity]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextInput
          id="profile-offset"
          label="Hours from UTC"
          type="number"
          min={-12}
          max={14}
          step={0.25}
          value={String(profile.utcOffset / 60)}
          onText={(text) => set({ utcOffset: Math.round(Number(text) * 60) })}
        />
        <TextInput
          id="profile-from"
          label="You work from"
          type="number"
          min={0}
          max={24}
          step={0.5}
          value={String(profile.from)}
          onText={(text) => set({ from: Number(text) })}
        />
        <TextInput
          id="profile-to"
          label="until"
          type="number"
          min={0}
          max={24}
          step={0.5}
          value={String(profile.to)}
          onText={(text) => set({ to: Number(text) })}
        />
      </div>
      {others.length > 0 && (
        <details open={profile.wishes.length + profile.declines.length > 0}>
          <summary className="text-ink-2">Whom you would like, or would rather not</summary>
          <div className="mt-3 grid gap-4">
            <p className="meta">Weighed when pairs are suggested, and shown to nobody, neither to them nor to your lead.</p>
            <PeopleChoice
              legend="I would like"
              people={others}
              chosen={profile.wishes}
              onChange={(wishes) => set({ wishes: wishes as OwnMatchProfile['wishes'] })}
            />
            <PeopleChoice
              legend="I would rather not"
              people={others}
              chosen={profile.declines}
              onChange={(declines) => set({ declines: declines as OwnMatchProfile['declines'] })}
            />
          </div>
        </details>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="go" disabled={save.isPending}>
          {saved ? 'Save changes' : 'Offer to take part'}
        </Button>
        {saved && (
          <Button look="quiet" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
            Take it back
          </Button>
        )}
      </div>
      {save.isError && <FailureNotice thrown={save.error} />}
      {withdraw.isError && <FailureNotice thrown={withdraw.error} />}
    </form>
  );
}

const toggle = (chosen: readonly ActivityId[], activity: ActivityId, isChosen: boolean): ActivityId[] =>
  isChosen ? [...chosen, activity] : chosen.filter((other) => other !== activity);
