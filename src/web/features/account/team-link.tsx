import { usePlace } from '../../api/use-place.ts';
import { Section } from '../settings/section.tsx';
import { Plain } from '../../ui/text.tsx';

/** Which team this machine is logged in to, if any. */
export function TeamLink() {
  const { me, teamUrl, teamProblem } = usePlace();
  if (teamUrl === null && teamProblem === null) return null;
  return (
    <Section id="team" title="Team">
      <p className="text-ink-2">
        {me === null || teamUrl === null ? (
          <Plain>{teamProblem ?? 'This machine was logged in to a team, which does not answer.'}</Plain>
        ) : (
          <>
            Logged in to{' '}
            <a href={teamUrl} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-3 [overflow-wrap:anywhere]">
              <Plain>{teamUrl}</Plain>
            </a>{' '}
            as <Plain>{me.name}</Plain>. Only cases you share go there; <code className="code rounded-sm bg-sunk px-1">rounds logout</code> ends it.
          </>
        )}
      </p>
    </Section>
  );
}
