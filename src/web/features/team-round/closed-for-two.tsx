import type { TeamRound } from '../../../model/team/team-round.ts';
import { formatWhen } from '../../text/format-when.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Line } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ClosedStep } from '../round/closed-step.tsx';
import { KeepRoundLesson } from '../library/keep-lesson.tsx';
import { RatePeople } from '../rating/rate-people.tsx';
import { useMoveTeamRound } from './use-move-team-round.ts';

/** What stays of a round for two; it can be opened again, and what it was closed with stays written down. */
export function ClosedForTwo({ round }: { round: TeamRound }) {
  const reopen = useMoveTeamRound(round.id, 'reopen');
  const last = round.debriefs.at(-1);
  if (!last) return null;
  return (
    <div className="grid gap-6">
      <ClosedStep debrief={last.debrief} closedAt={round.closedAt} kept="The rule you keep" moved="Who moved, and why">
        <KeepRoundLesson round={round.id} />
        <Button disabled={reopen.isPending} onClick={() => reopen.mutate()}>
          {reopen.isPending ? 'One moment…' : 'Open it again'}
        </Button>
      </ClosedStep>
      {reopen.isError && <FailureNotice thrown={reopen.error} />}
      <RatePeople round={round} />
      {round.debriefs.length > 1 && <Earlier round={round} />}
    </div>
  );
}

function Earlier({ round }: { round: TeamRound }) {
  const now = useNow();
  const nameOf = (person: string): string =>
    person === round.me ? 'you' : toVisibleText(round.participants.find((each) => each.person === person)?.name ?? 'someone');
  return (
    <section aria-labelledby="earlier-rules" className="grid gap-2">
      <h2 id="earlier-rules" className="heading">
        What it was closed with before
      </h2>
      <ol className="grid gap-2">
        {round.debriefs.slice(0, -1).map(({ debrief, closedBy, at }) => (
          <li key={at}>
            <span className="font-serif text-[1.0625rem]">
              <Line>{debrief.generalRule}</Line>
            </span>
            <span className="meta block">
              closed by {nameOf(closedBy)} {formatWhen(at, now)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
