import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ProjectDeconstruction } from '../../../model/api/team/projects.ts';
import type { Project } from '../../../model/team/project.ts';
import { LONGEST_LEARNED } from '../../../model/team/project-tiers.ts';
import { projectDeconstructionsQuery, usePairAct } from '../../api/team/pair-queries.ts';
import { formatWhen } from '../../text/format-when.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Plain } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';

/** A project closes with its change taken apart, and no hunk of it left unexplained. */
export function CloseProject({ project, onDone }: { project: Project; onDone: () => void }) {
  const id = useId();
  const found = useQuery(projectDeconstructionsQuery(project.programme));
  const close = usePairAct('projects');
  const all = found.data?.deconstructions ?? [];
  const fitting = all.filter(({ lacks }) => lacks === null);
  const [chosen, setChosen] = useState<string>();
  const [learned, setLearned] = useState('');
  const caseId = chosen ?? fitting[0]?.case;
  return (
    <div className="grid gap-4 border-t border-line pt-4">
      {found.isPending && <Skeleton label="Looking for what you took apart" heights={[60]} />}
      {found.isError && <FailureNotice thrown={found.error} onRetry={() => void found.refetch()} />}
      {found.data && fitting.length === 0 && (
        <p>
          A project closes with its change taken apart by both of you, and no hunk left unexplained.{' '}
          {all.length === 0 && 'Take the change apart in your own Rounds, share it with your pair, and do the round together.'}
        </p>
      )}
      {fitting.length > 0 && (
        <form
          className="grid justify-items-start gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            close.mutate({ path: `/${project.id}/close`, body: { case: caseId, learned: learned.trim() } });
          }}
        >
          <fieldset className="grid gap-2">
            <legend className="mb-2 font-medium">Taken apart in</legend>
            {fitting.map((each) => (
              <Choice key={each.case} of={each} name={id} isChosen={each.case === caseId} onChoose={() => setChosen(each.case)} />
            ))}
          </fieldset>
          <div className="w-full">
            <TextArea id={`${id}-learned`} label="What you learned" value={learned} maxLength={LONGEST_LEARNED} onText={setLearned} />
          </div>
          <Button type="submit" look="go" disabled={close.isPending || learned.trim().length < 3}>
            Close the project
          </Button>
        </form>
      )}
      <Lacking all={all.filter(({ lacks }) => lacks !== null)} />
      {close.isError && <FailureNotice thrown={close.error} />}
      <Button look="quiet" className="justify-self-start" onClick={onDone}>
        Not yet
      </Button>
    </div>
  );
}

function Choice({ of, name, isChosen, onChoose }: { of: ProjectDeconstruction; name: string; isChosen: boolean; onChoose: () => void }) {
  const now = useNow();
  return (
    <label className="flex gap-2.5">
      <input type="radio" name={name} className="mt-1 size-4 shrink-0 accent-accent" checked={isChosen} onChange={onChoose} />
      <span className="[overflow-wrap:anywhere]">
        {toVisibleText(of.task)} <span className="meta">shared {formatWhen(of.createdAt, now)}</span>
      </span>
    </label>
  );
}

function Lacking({ all }: { all: readonly ProjectDeconstruction[] }) {
  if (all.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h4 className="heading">Not ready yet</h4>
      <ul className="grid gap-3">
        {all.map((each) => (
          <li key={each.case} className="grid justify-items-start gap-1">
            <p className="[overflow-wrap:anywhere]">
              <Plain>{each.task}</Plain>
            </p>
            <p className="text-ink-2">{each.lacks}</p>
            {each.left.length > 0 && (
              <p className="code [overflow-wrap:anywhere] text-ink-2">
                <Plain>{each.left.map(({ path, line }) => `${path}:${line}`).join('  ')}</Plain>
              </p>
            )}
            {each.round ? (
              <ButtonLink to="/team/rounds/$id" params={{ id: each.round }} aria-label={`Go to its round: ${each.task}`}>
                Go to its round
              </ButtonLink>
            ) : (
              <ButtonLink to="/team/cases/$id" params={{ id: each.case }} aria-label={`Call a round: ${each.task}`}>
                Call a round
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
