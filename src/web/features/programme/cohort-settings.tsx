import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cohort } from '../../../model/team/cohort.ts';
import { cohortPath, cohortsQuery } from '../../api/team/programme-queries.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SureButton } from '../team-round/sure-button.tsx';
import { ContentForm } from './content-form.tsx';

/** What a cohort is for, who answers for it, what is published, and its own content. New years begin with these. */
export function CohortSettings({ cohort }: { cohort: Cohort }) {
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
      <details>
        <summary className="text-ink-2">Rules of sign-off, texts and survey of this cohort</summary>
        <div className="mt-3">
          <ContentForm cohort={cohort.id} />
        </div>
      </details>
    </div>
  );
}
