import type { Project } from '../../../model/team/project.ts';
import { formatWhen } from '../../text/format-when.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Plain } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { nameTier } from './name-project.ts';

export function EndedProject({ project }: { project: Project }) {
  const now = useNow();
  return (
    <li>
      <details className="card px-5 py-3">
        <summary>
          <Plain>{project.title}</Plain>
          <span className="meta">
            {' '}
            {project.state} {formatWhen(project.endedAt, now)}
          </span>
        </summary>
        <div className="grid justify-items-start gap-2.5 pt-3 pb-1">
          <p className="meta">{nameTier(project.tier)}</p>
          <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            <Plain>{project.words ?? ''}</Plain>
          </p>
          {project.deconstruction && (
            <ButtonLink to="/team/cases/$id" params={{ id: project.deconstruction }} aria-label={`How it was taken apart: ${project.title}`}>
              How it was taken apart
            </ButtonLink>
          )}
        </div>
      </details>
    </li>
  );
}
