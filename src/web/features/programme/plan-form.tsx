import { useState } from 'react';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { fromLocalField, toLocalField } from './local-time.ts';
import { useYearActs } from './use-year-acts.ts';

interface Draft {
  readonly goal: string;
  readonly owner: string;
  readonly policyUrl: string;
  readonly hours: string;
  readonly first: string;
}

const toDraft = ({ plan }: TeamProgramme): Draft => ({
  goal: plan.goal,
  owner: plan.owner,
  policyUrl: plan.policyUrl,
  hours: String(plan.protectedHoursAWeek),
  first: toLocalField(plan.firstMeetingAt),
});

/** The plan, written by any of the three until the year starts. What somebody else saved meanwhile is never written over. */
export function PlanForm({ year, onDone }: { year: TeamProgramme; onDone: () => void }) {
  const { savePlan } = useYearActs(year.id);
  // Of the version this began with: a later one is a conflict, told when it is saved.
  const [onVersion] = useState(year.plan.version);
  const [draft, setDraft] = useState(() => toDraft(year));
  const set = (field: keyof Draft) => (text: string) => setDraft((had) => ({ ...had, [field]: text }));
  const { goal, owner, policyUrl } = draft;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        savePlan.mutate(
          { onVersion, goal, owner, policyUrl, protectedHoursAWeek: Number(draft.hours), firstMeetingAt: fromLocalField(draft.first) },
          { onSuccess: onDone },
        );
      }}
    >
      <TextArea
        id="plan-goal"
        label="Goal of the year"
        hint="What the preceptee can do at its end that they cannot do now."
        maxLength={2000}
        value={goal}
        onText={set('goal')}
      />
      <TextInput
        id="plan-owner"
        label="Who answers for the programme"
        hint="A person in your organisation, by name."
        maxLength={200}
        value={owner}
        onText={set('owner')}
      />
      <TextInput
        id="plan-policy"
        label="Where it is published what is recorded and who sees it"
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={2000}
        value={policyUrl}
        onText={set('policyUrl')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          id="plan-hours"
          label="Protected hours a week"
          type="number"
          min={0}
          max={40}
          step={0.5}
          required
          value={draft.hours}
          onText={set('hours')}
        />
        <TextInput id="plan-first" label="First meeting" type="datetime-local" value={draft.first} onText={set('first')} />
      </div>
      {year.plan.agreements.length > 0 && <p className="text-ink-2">A changed plan is a new version: everybody agrees to it anew.</p>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="go" disabled={savePlan.isPending}>
          {savePlan.isPending ? 'Saving…' : 'Save the plan'}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Leave it as it was
        </Button>
      </div>
      {savePlan.isError && <FailureNotice thrown={savePlan.error} />}
    </form>
  );
}
