import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import { projectsQuery, usePairAct } from '../../api/team/pair-queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EndedProject } from './ended-project.tsx';
import { OpenProject } from './open-project.tsx';
import { ProjectForm } from './project-form.tsx';

/** Small projects, the open ones first. */
export function ProjectList({ own }: { own: OwnWeek }) {
  const listed = useQuery(projectsQuery(own.programme));
  const make = usePairAct('projects');
  const [isMaking, setMaking] = useState(false);
  const open = listed.data?.projects.filter(({ state }) => state === 'open') ?? [];
  const ended = listed.data?.projects.filter(({ state }) => state !== 'open') ?? [];
  return (
    <section aria-labelledby="projects" className="grid gap-3.5">
      <h2 id="projects" className="heading">
        Projects
      </h2>
      {listed.isPending && <Skeleton label="Looking for your projects" heights={[110]} />}
      {listed.isError && <FailureNotice thrown={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.data && open.length === 0 && !isMaking && (
        <p className="text-ink-2">None is open. A project is small: one to three weeks of real work with something to learn in it.</p>
      )}
      {open.map((project) => (
        <OpenProject key={project.id} project={project} own={own} />
      ))}
      {listed.data && isMaking && (
        <div className="card px-5 py-5">
          <ProjectForm
            suggested={listed.data.suggested}
            preceptee={own.preceptee.name}
            submit="Begin it"
            isPending={make.isPending}
            failure={make.error}
            onSave={(plan) => make.mutate({ path: '', body: { ...plan, programme: own.programme } }, { onSuccess: () => setMaking(false) })}
            onCancel={() => setMaking(false)}
          />
        </div>
      )}
      {listed.data && !isMaking && own.state === 'running' && (
        <Button className="justify-self-start" onClick={() => setMaking(true)}>
          Begin a project
        </Button>
      )}
      {ended.length > 0 && (
        <ul className="grid gap-2">
          {ended.map((project) => (
            <EndedProject key={project.id} project={project} />
          ))}
        </ul>
      )}
    </section>
  );
}
