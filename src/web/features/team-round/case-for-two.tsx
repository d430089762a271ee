import { useMemo } from 'react';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { joinWords } from '../../text/format-amount.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { CaseEvent, type OtherMarks } from '../case/case-event.tsx';
import { CaseView } from '../case/case-view.tsx';
import { toBlocks } from '../case/split-case.ts';

/** The case after the reveal: everybody's marks on it, and what came later. */
export function CaseForTwo({ round }: { round: TeamRound }) {
  const { content } = round.case;
  const marks = useMemo(() => round.answers?.find(({ person }) => person === round.me)?.judgement?.lines ?? [], [round]);
  const otherMarks = useMemo(() => toOtherMarks(round), [round]);
  if (content === null)
    return <p className="text-ink-2">The owner forgot this case: its content is gone everywhere. What people wrote in the round is kept.</p>;
  const isMine = round.case.owner === round.me;
  const later = round.outcome ? toBlocks(round.outcome.later) : [];
  return (
    <div className="grid gap-7">
      {otherMarks && (
        <p className="meta -mb-4">
          Marked lines: <span className="text-accent">● you</span>, <span className="text-warn">○ {otherMarks.by}</span>, ◉ both.
        </p>
      )}
      <CaseView framed={content} isMine={isMine} marks={marks} otherMarks={otherMarks} askIn={round.case.id} />
      {later.length > 0 && (
        <section aria-labelledby="later" className="grid gap-2.5">
          <h2 id="later" className="heading text-warn">
            What came later, event by event
          </h2>
          {later.map(({ event, result }) => (
            <CaseEvent key={event.id} event={event} result={result} cwd={content.cwd} isMine={isMine} tone="later" foldAfter={24} />
          ))}
        </section>
      )}
    </div>
  );
}

function toOtherMarks({ answers, me, participants }: TeamRound): OtherMarks | undefined {
  const others = (answers ?? []).filter(({ person, judgement }) => person !== me && (judgement?.lines.length ?? 0) > 0);
  if (others.length === 0) return undefined;
  const names = others.map(({ person }) => toVisibleText(participants.find((each) => each.person === person)?.name ?? 'Someone'));
  return { lines: others.flatMap(({ judgement }) => judgement?.lines ?? []), by: joinWords(names) };
}
