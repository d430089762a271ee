import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cohort } from '../../../model/team/cohort.ts';
import { cohortPath, cohortsQuery } from '../../api/team/programme-queries.ts';
import { request } from '../../api/request.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SureButton } from '../team-round/sure-button.tsx';
import { LeadHandOverForm } from './lead-hand-over.tsx';

/** What a cohort is for, who answers for it, what is published, its own content, and who leads it. New years begin with these. */
export function CohortSettings({ cohort, me }: { cohort: Cohort; me: string }) {
  const queryClient = useQueryClient();
  const showToast = useToast();
  const [draft, setDraft] = useState({ name: cohort.name, goal: cohort.goal, goalOwner: cohort.goalOwner, policyUrl: cohort.policyUrl });
  const set = (field: keyof typeof draft) => (text: string) => setDraft((had) => ({ ...had, [field]: text }));
  const refresh = () => queryClient.invalidateQueries({ queryKey: cohortsQuery().queryKey });
  const save = useMutation({
    mutationFn: () => request<Cohort>(cohortPath(cohort.id), { method: 'PUT', body: draft }),
    onSuccess: async () => {
      await refresh();
      showToast({ text: 'Saved. Years that are prepared from now on begin with it.' });
    },
  });
  const end = useMutation({ mutationFn: () => request<Cohort>(`${cohortPath(cohort.id)}/end`, { method: 'POST', body: {} }), onSuccess: refresh });
  return (
    <div className="card grid gap-5 px-5 py-4">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextInput id={`name-${cohort.id}`} label="Name" maxLength={80} value={draft.name} onText={set('name')} />
        <TextArea
          id={`goal-${cohort.id}`}
          label="Growth goal"
          hint="What your organisation wants from it. Years begin with it, and the two make it theirs."
          maxLength={2000}
          value={draft.goal}
          onText={set('goal')}
        />
        <TextInput id={`owner-${cohort.id}`} label="Who answers for the goal" maxLength={200} value={draft.goalOwner} onText={set('goalOwner')} />
        <TextInput
          id={`policy-${cohort.id}`}
          label="Where it is published what is recorded and who sees it"
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={2000}
          value={draft.policyUrl}
          onText={set('policyUrl')}
        />
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="go" disabled={save.isPending}>
            Save
          </Button>
          <SureButton
            label="End this cohort"
            question="Nothing new begins in it then; years that run go on. End it?"
            yes="Yes, end it"
            isBusy={end.isPending}
            onSure={() => end.mutate()}
          />
        </div>
        {save.isError && <FailureNotice thrown={save.error} />}
        {end.isError && <FailureNotice thrown={end.error} />}
      </form>
      <div className="grid gap-1.5 border-t border-line pt-4">
        <p className="text-ink-2">
          Names and texts of activities, beliefs, numbers of a sign-off and the survey:{' '}
          {cohort.contentVersion === 0 ? 'as they come with Rounds.' : `version ${cohort.contentVersion} of this cohort’s own.`}
        </p>
        <div>
          <ButtonLink to="/cohorts/$id/content" params={{ id: cohort.id }}>
            Change what this cohort works with
          </ButtonLink>
        </div>
      </div>
      <div className="grid gap-3 border-t border-line pt-4">
        <h4 className="heading">Hand the cohort over</h4>
        <LeadHandOverForm cohort={cohort} me={me} />
      </div>
    </div>
  );
}
