import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Case } from '../../../model/case.ts';
import type { Probe, ProbeTarget } from '../../../model/team/probe.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { probesQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { findProbeProblems } from './find-probe-problems.ts';
import { CodeEditor } from './code-editor.tsx';
import { TARGET_NAMES } from './describe-probe.ts';
import { guessFramework, listCasePaths, PROBE_FRAMEWORKS, type ProbeFramework } from './guess-framework.ts';
import { toTemplate } from './to-template.ts';
import { forgetLocalText, useLocalText } from './use-local-text.ts';

interface ProbeEditorProps {
  readonly round: TeamRound;
  readonly framed: Case;
  readonly onAdded: () => void;
}

const FRAMEWORK_NAMES: Readonly<Record<ProbeFramework, string>> = {
  vitest: 'Vitest',
  jest: 'Jest',
  'node:test': 'node:test',
  pytest: 'pytest',
  'go test': 'go test',
  'cargo test': 'cargo test',
  script: 'A plain script',
};

/** A test or script that tells two explanations apart, from a template in the repository's own framework. */
export function ProbeEditor({ round, framed, onAdded }: ProbeEditorProps) {
  const key = (part: string): string => `rounds.probe.${round.me}.${round.id}.${part}`;
  const [framework, setFramework] = useState(() => guessFramework(framed));
  const [template, setTemplate] = useState(() => toTemplate(framework, listCasePaths(framed)));
  const [path, setPath] = useLocalText(key('path'), template.path);
  const [code, setCode] = useLocalText(key('code'), template.code);
  const [claim, setClaim] = useLocalText(key('claim'), '');
  const [patch, setPatch] = useLocalText(key('patch'), '');
  const [targets, setTargets] = useState<readonly ProbeTarget[]>(round.case.hasFix ? ['agent', 'fix'] : ['agent']);
  const [asked, setAsked] = useState(false);
  const queryClient = useQueryClient();
  const offered: readonly ProbeTarget[] = round.case.hasFix ? ['agent', 'fix', 'patch'] : ['agent', 'patch'];

  const problems = findProbeProblems({ path, code, claim, patch, targets });
  const problemOf = (field: string): string | undefined => (asked ? problems[field] : undefined);
  const add = useMutation({
    mutationFn: async () => {
      for (const target of targets)
        await request<Probe>('/api/team/probes', {
          method: 'POST',
          body: { round: round.id, probe: { target, path: path.trim(), code, claim: claim.trim(), ...(target === 'patch' ? { patch } : {}) } },
        });
    },
    onSuccess: () => {
      for (const part of ['path', 'code', 'claim', 'patch']) forgetLocalText(key(part));
      onAdded();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: probesQuery(round.id).queryKey }),
  });
  const changeFramework = (next: ProbeFramework): void => {
    const made = toTemplate(next, listCasePaths(framed));
    setFramework(next);
    setTemplate(made);
    // What somebody wrote is never replaced.
    if (code === template.code) setCode(made.code);
    if (path === template.path) setPath(made.path);
  };

  return (
    <form
      className="card grid gap-4 px-5 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (Object.keys(problems).length === 0) add.mutate();
      }}
    >
      <TextInput
        id="probe-claim"
        label="What will it show?"
        hint="One sentence, as you would bet on it."
        maxLength={500}
        value={claim}
        problem={problemOf('claim')}
        onText={setClaim}
      />
      <div className="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
        <Field id="probe-framework" label="Written for">
          <select id="probe-framework" className="field" value={framework} onChange={(event) => changeFramework(event.target.value as ProbeFramework)}>
            {PROBE_FRAMEWORKS.map((each) => (
              <option key={each} value={each}>
                {FRAMEWORK_NAMES[each]}
              </option>
            ))}
          </select>
        </Field>
        <TextInput id="probe-path" label="Put into the code as" className="code" spellCheck={false} value={path} problem={problemOf('path')} onText={setPath} />
      </div>
      <CodeEditor id="probe-code" label="The probe" value={code} problem={problemOf('code')} onText={setCode} />
      <fieldset>
        <legend className="mb-1.5 font-medium">Run on</legend>
        <div className="grid gap-2">
          {offered.map((target) => (
            <label key={target} className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={targets.includes(target)}
                onChange={(event) => setTargets(event.target.checked ? [...targets, target] : targets.filter((other) => other !== target))}
              />
              {TARGET_NAMES[target]}
            </label>
          ))}
        </div>
        {problemOf('targets') && <p className="mt-1 text-bad">{problemOf('targets')}</p>}
      </fieldset>
      {targets.includes('patch') && (
        <TextArea
          id="probe-patch"
          label="The patch"
          hint="A unified diff on the agent’s version, as git diff prints it."
          className="code"
          spellCheck={false}
          value={patch}
          problem={problemOf('patch')}
          onText={setPatch}
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="go" disabled={add.isPending}>
          {add.isPending ? 'Asking…' : 'Ask for a run'}
        </Button>
        <span className="meta">It runs only when the owner of the case has read it and pressed Run.</span>
      </div>
      {add.isError && <FailureNotice thrown={add.error} />}
    </form>
  );
}
