import type { Debrief } from '../../../model/debrief.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { Plain } from '../../ui/text.tsx';
import { RatePeople } from '../rating/rate-people.tsx';
import { DebriefStep } from '../round/debrief-step.tsx';
import { DraftStatus } from '../round/draft-status.tsx';
import { DEBRIEF_FIELDS } from './merge-debrief.ts';
import { useMoveTeamRound } from './use-move-team-round.ts';
import { useSharedDebrief } from './use-shared-debrief.ts';

/** One debrief, written by all: neither overwrites the other. */
export function DebriefForTwo({ round }: { round: TeamRound }) {
  const { draft, theirs, state, change, choose, stop, resume } = useSharedDebrief(round);
  const close = useMoveTeamRound<Debrief>(round.id, 'close');
  const others = round.participants.filter(({ person }) => person !== round.me);
  // Of two the other one wrote it; among more it is not said who.
  const who = others.length === 1 ? toVisibleText(others[0]?.name ?? '') : 'Somebody';
  const notes = Object.fromEntries(
    DEBRIEF_FIELDS.filter((field) => theirs[field] !== undefined).map((field) => [
      field,
      <TheirWords key={field} who={who} text={theirs[field] ?? ''} onChoose={(whose) => choose(field, whose)} />,
    ]),
  );
  return (
    <>
      <DebriefStep
        isShared
        draft={draft}
        status={<DraftStatus state={state} />}
        isClosing={close.isPending}
        failure={close.error}
        hindrance={Object.keys(theirs).length > 0 ? `${who} wrote in the same place. Choose above what stays.` : null}
        notes={notes}
        onChange={change}
        onClose={(debrief) => {
          stop();
          close.mutate(debrief, { onError: resume });
        }}
      />
      <RatePeople round={round} />
    </>
  );
}

function TheirWords({ who, text, onChoose }: { who: string; text: string; onChoose: (whose: 'mine' | 'theirs') => void }) {
  return (
    <div role="alert" className="grid gap-2 rounded-card bg-warn-wash px-4 py-3">
      <p className="text-[0.78125rem] text-warn">{who} wrote here meanwhile</p>
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text === '' ? 'Nothing: they emptied it.' : <Plain>{text}</Plain>}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => onChoose('theirs')}>Take theirs</Button>
        <Button onClick={() => onChoose('mine')}>Keep mine</Button>
      </div>
    </div>
  );
}
