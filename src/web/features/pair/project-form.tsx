import { useId, useState } from 'react';
import { ACTIVITY_IDS, type ActivityId } from '../../../model/activity-names.ts';
import type { ProjectPlan } from '../../../model/team/project.ts';
import { LONGEST_GOAL, LONGEST_TITLE, PROJECT_TIERS } from '../../../model/team/project-tiers.ts';
import { useActivityWords } from '../../api/use-activity-words.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { nameWeeks } from './name-project.ts';

interface ProjectFormProps {
  readonly initial?: ProjectPlan;
  readonly suggested?: { readonly tier: number; readonly why: string };
  readonly preceptee: string;
  readonly submit: string;
  readonly isPending: boolean;
  readonly failure: unknown;
  readonly onSave: (plan: ProjectPlan) => void;
  readonly onCancel: () => void;
}

const WEEKS = [1, 2, 3];

/** What a small project is: what is learned, what is not in it, how long, how hard, and what the preceptee owns. */
export function ProjectForm({ initial, suggested, preceptee, submit, isPending, failure, onSave, onCancel }: ProjectFormProps) {
  const { nameOf } = useActivityWords();
  const id = useId();
  const [plan, setPlan] = useState<ProjectPlan>(
    initial ?? { title: '', learningGoal: '', scopeCap: '', weeks: 2, tier: suggested?.tier ?? 1, owns: [] as ActivityId[] },
  );
  const [isAsked, setAsked] = useState(false);
  const set = (part: Partial<ProjectPlan>): void => setPlan({ ...plan, ...part });
  const problemOf = (text: string): string | undefined => (isAsked && text.trim() === '' ? 'A sentence is enough.' : undefined);
  const isWhole = plan.title.trim() !== '' && plan.learningGoal.trim() !== '' && plan.scopeCap.trim() !== '' && plan.owns.length > 0;
  const { title, learningGoal, scopeCap, weeks, tier, owns } = plan;
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (isWhole && !isPending) onSave({ title, learningGoal, scopeCap, weeks, tier, owns });
      }}
    >
      <TextInput id={`${id}-title`} label="Name" value={title} maxLength={LONGEST_TITLE} problem={problemOf(title)} onText={(text) => set({ title: text })} />
      <TextArea
        id={`${id}-goal`}
        label="What is to be learned"
        value={learningGoal}
        maxLength={LONGEST_GOAL}
        problem={problemOf(learningGoal)}
        onText={(text) => set({ learningGoal: text })}
      />
      <TextArea
        id={`${id}-cap`}
        label="What is not in it"
        hint="It stays small because of this."
        value={scopeCap}
        maxLength={LONGEST_GOAL}
        problem={problemOf(scopeCap)}
        onText={(text) => set({ scopeCap: text })}
      />
      <Field id={`${id}-weeks`} label="How long">
        <select id={`${id}-weeks`} className="field max-w-48" value={weeks} onChange={(event) => set({ weeks: Number(event.target.value) })}>
          {WEEKS.map((each) => (
            <option key={each} value={each}>
              {nameWeeks(each)}
            </option>
          ))}
        </select>
      </Field>
      <fieldset className="grid gap-2.5">
        <legend className="mb-2.5 font-medium">How hard</legend>
        {suggested && <p className="meta -mt-1.5">{suggested.why}</p>}
        {PROJECT_TIERS.map((each) => (
          <label key={each.tier} className="flex gap-2.5">
            <input
              type="radio"
              name={`${id}-tier`}
              className="mt-1 size-4 shrink-0 accent-accent"
              checked={tier === each.tier}
              onChange={() => set({ tier: each.tier })}
            />
            <span>
              Tier {each.tier}, {each.name.toLowerCase()}
              {suggested?.tier === each.tier && ' (suggested)'}
              <span className="block text-ink-2">{each.words}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="mb-2.5 font-medium">What {preceptee} does as their own</legend>
        {ACTIVITY_IDS.map((activity) => (
          <label key={activity} className="flex gap-2.5">
            <input
              type="checkbox"
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={owns.includes(activity)}
              onChange={({ target }) => set({ owns: target.checked ? [...owns, activity] : owns.filter((each) => each !== activity) })}
            />
            <span>{toVisibleText(nameOf(activity))}</span>
          </label>
        ))}
        {isAsked && owns.length === 0 && <p className="text-bad sm:col-span-2">Choose one at least.</p>}
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="go" disabled={isPending}>
          {submit}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Not now
        </Button>
      </div>
      {failure ? <FailureNotice thrown={failure} /> : null}
    </form>
  );
}
