import { useId, useState } from 'react';
import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import type { Project } from '../../../model/team/project.ts';
import { LONGEST_LEARNED } from '../../../model/team/project-tiers.ts';
import { usePairAct } from '../../api/team/pair-queries.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { useActivityWords } from '../../api/use-activity-words.ts';
import { useNow } from '../../ui/use-now.ts';
import { CloseProject } from './close-project.tsx';
import { isLongerThanPlanned, nameTier, nameWeeks } from './name-project.ts';
import { ProjectForm } from './project-form.tsx';

type Doing = 'change' | 'close' | 'drop' | null;

export function OpenProject({ project, own }: { project: Project; own: OwnWeek }) {
  const now = useNow();
  const { nameOf } = useActivityWords();
  const [doing, setDoing] = useState<Doing>(null);
  const change = usePairAct('projects');
  if (doing === 'change')
    return (
      <div className="card px-5 py-5">
        <ProjectForm
          initial={project}
          preceptee={own.preceptee.name}
          submit="Save it"
          isPending={change.isPending}
          failure={change.error}
          onSave={(plan) => change.mutate({ path: `/${project.id}`, method: 'PUT', body: plan }, { onSuccess: () => setDoing(null) })}
          onCancel={() => setDoing(null)}
        />
      </div>
    );
  return (
    <article aria-labelledby={project.id} className="card grid gap-3 px-5 py-5">
      <div>
        <h3 id={project.id} className="question">
          <Plain>{project.title}</Plain>
        </h3>
        <p className="meta">
          {nameTier(project.tier)}, for {nameWeeks(project.weeks)}. Begun {formatWhen(project.startedAt, now)}
          {isLongerThanPlanned(project, now) ? ', and longer than that now: close it, or make it smaller.' : '.'}
        </p>
      </div>
      <dl className="grid gap-2">
        <Said label="To learn" words={project.learningGoal} />
        <Said label="Not in it" words={project.scopeCap} />
        <Said label={`${own.mine === 'preceptee' ? 'You own' : `${own.preceptee.name} owns`}`} words={project.owns.map(nameOf).join(', ')} />
      </dl>
      {doing === 'close' && <CloseProject project={project} onDone={() => setDoing(null)} />}
      {doing === 'drop' && <DropProject project={project} onDone={() => setDoing(null)} />}
      {doing === null && (
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => setDoing('close')}>Close it</Button>
          <Button look="quiet" onClick={() => setDoing('change')}>
            Change it
          </Button>
          <Button look="quiet" onClick={() => setDoing('drop')}>
            Drop it
          </Button>
        </div>
      )}
    </article>
  );
}

function Said({ label, words }: { label: string; words: string }) {
  return (
    <div>
      <dt className="meta">
        <Plain>{label}</Plain>
      </dt>
      <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        <Plain>{words}</Plain>
      </dd>
    </div>
  );
}

function DropProject({ project, onDone }: { project: Project; onDone: () => void }) {
  const id = useId();
  const [why, setWhy] = useState('');
  const drop = usePairAct('projects');
  return (
    <form
      className="grid justify-items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        drop.mutate({ path: `/${project.id}/drop`, body: { why: why.trim() } });
      }}
    >
      <div className="w-full">
        <TextArea id={id} label="Why it ends here" hint="A sentence. It stays with the project." value={why} maxLength={LONGEST_LEARNED} onText={setWhy} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={drop.isPending || why.trim().length < 3}>
          Drop the project
        </Button>
        <Button look="quiet" onClick={onDone}>
          Keep it
        </Button>
      </div>
      {drop.isError && <FailureNotice thrown={drop.error} />}
    </form>
  );
}
