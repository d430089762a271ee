import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CohortContent } from '../../../model/api/team/cohort-content.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import { cohortContentQuery, cohortPath } from '../../api/team/programme-queries.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';

type Rules = CohortContent['content']['signOff'];
const RULES: readonly { readonly key: keyof Rules; readonly label: string }[] = [
  { key: 'cases', label: 'Cases observed, at least' },
  { key: 'contexts', label: 'Contexts, at least' },
  { key: 'raters', label: 'Raters, at least' },
  { key: 'agentErrorsCaught', label: 'Errors of an agent caught, at least' },
  { key: 'evidenceMonths', label: 'Evidence counts for so many months' },
  { key: 'validMonths', label: 'A sign-off holds so many months' },
];

/** What a cohort changes of the content that comes with Rounds. Rules may become stricter, never weaker. */
export function ContentForm({ cohort }: { cohort: string }) {
  const { data, isError, error, refetch } = useQuery(cohortContentQuery(cohort));
  if (isError) return <FailureNotice thrown={error} onRetry={() => void refetch()} />;
  return data ? <Form key={data.content.version} cohort={cohort} had={data} /> : null;
}

function Form({ cohort, had }: { cohort: string; had: CohortContent }) {
  const { signOff, ...rest } = had.overrides;
  const { version } = had.content;
  const queryClient = useQueryClient();
  const [rules, setRules] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(RULES.map(({ key }) => [key, String(had.content.signOff[key])])),
  );
  const [texts, setTexts] = useState(() => JSON.stringify(rest, null, 2));
  const save = useMutation({
    mutationFn: () => {
      const changed = RULES.filter(({ key }) => signOff[key] !== undefined || rules[key] !== String(had.content.signOff[key]));
      const overrides = { ...readTexts(texts), signOff: Object.fromEntries(changed.map(({ key }) => [key, Number(rules[key])])) };
      return request<CohortContent>(`${cohortPath(cohort)}/content`, { method: 'PUT', body: { onVersion: version, overrides } });
    },
    onSuccess: (saved) => queryClient.setQueryData(cohortContentQuery(cohort).queryKey, saved),
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p className="meta">
        {version === 0 ? 'As it comes with Rounds: a considered proposal, not validated on engineers.' : `Version ${version} of this cohort’s own content.`}{' '}
        Rules may become stricter, never weaker.
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        {RULES.map(({ key, label }) => (
          <TextInput
            key={key}
            id={`${cohort}-${key}`}
            label={label}
            type="number"
            min={0}
            required
            value={rules[key] ?? ''}
            onText={(text) => setRules((before) => ({ ...before, [key]: text }))}
          />
        ))}
      </div>
      <TextArea
        id={`${cohort}-texts`}
        label="Texts, as JSON"
        hint="“levels” by activity and level, “misconceptions” as in an own catalogue, “surveyItems” with id and words, or null for those that come with Rounds."
        className="font-mono"
        spellCheck={false}
        value={texts}
        onText={setTexts}
      />
      <div>
        <Button type="submit" disabled={save.isPending}>
          Save as version {version + 1}
        </Button>
      </div>
      {save.isError && <FailureNotice thrown={save.error} />}
    </form>
  );
}

function readTexts(texts: string): object {
  try {
    return JSON.parse(texts) as object;
  } catch (error) {
    throw new ApiFailure({ status: 400, title: 'The texts are not JSON.', detail: error instanceof Error ? error.message : '', next: 'Nothing was saved.' });
  }
}
