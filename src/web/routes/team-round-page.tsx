import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { TeamRound } from '../../model/team/team-round.ts';
import { teamRoundQuery } from '../api/team/queries.ts';
import { CaseView } from '../features/case/case-view.tsx';
import { ProveStep } from '../features/prove/prove-step.tsx';
import { RoundFrame } from '../features/round/round-frame.tsx';
import { Stepper } from '../features/round/stepper.tsx';
import { useFocusOnStep } from '../features/round/use-focus-on-step.ts';
import { CaseReview } from '../features/sign-off/case-review.tsx';
import { CaseForTwo } from '../features/team-round/case-for-two.tsx';
import { ClosedForTwo } from '../features/team-round/closed-for-two.tsx';
import { DebriefForTwo } from '../features/team-round/debrief-for-two.tsx';
import { JudgeForTwo } from '../features/team-round/judge-for-two.tsx';
import { MoveOn } from '../features/team-round/move-on.tsx';
import { RevealForTwo } from '../features/team-round/reveal-for-two.tsx';
import { countReached, isOver, stepForMe, STEPS_FOR_TWO, type StepForTwo } from '../features/team-round/steps-for-two.ts';
import { TimeHere } from '../features/team-round/time-here.tsx';
import { WaitingStep } from '../features/team-round/waiting-step.tsx';
import { isWorkRound, WorkRound } from '../features/team-round/work-round.tsx';
import { RoundSkeleton } from '../features/round/round-skeleton.tsx';
import { toVisibleText } from '../text/to-visible-text.ts';
import { ButtonLink } from '../ui/button.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { DataFailurePage } from './problem-pages.tsx';

const FORGOTTEN = 'A case that was forgotten';

export function TeamRoundPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const round = useQuery(teamRoundQuery(id));
  if (round.data) return isWorkRound(round.data) ? <WorkRound key={id} round={round.data} /> : <Round key={id} round={round.data} />;
  if (round.isError) return <DataFailurePage noun="round" thrown={round.error} onRetry={() => void round.refetch()} />;
  return <RoundSkeleton />;
}

function Round({ round }: { round: TeamRound }) {
  const step = stepForMe(round);
  const [first] = useState(step);
  const { content } = round.case;
  const question = content?.question ?? FORGOTTEN;
  usePageTitle(toVisibleText(question));
  const arrange = (shown: StepForTwo, left: ReactNode, right: ReactNode): ReactNode => (
    <RoundFrame question={question} isJudging steps={<Steps round={round} shown={shown} reached={countReached(shown)} onShow={() => {}} />} left={left}>
      {right}
    </RoundFrame>
  );

  if (step === null)
    return (
      <RoundFrame question={question} isJudging={false} steps={null} left={<CaseForTwo round={round} />}>
        <p>This round was withdrawn before the reveal. What was sealed in it is never shown.</p>
        <div>
          <ButtonLink to="/team/cases/$id" params={{ id: round.case.id }}>
            See the case
          </ButtonLink>
        </div>
      </RoundFrame>
    );
  if (step === 'judge') {
    if (content === null)
      return arrange('judge', <p className="text-ink-2">Its content is gone, so there is nothing to judge.</p>, <WaitingStep round={round} />);
    return <JudgeForTwo round={round} framed={content} arrange={(left, right) => arrange('judge', left, right)} />;
  }
  if (step === 'waiting')
    return arrange('waiting', content && <CaseView framed={content} isMine={round.case.owner === round.me} />, <WaitingStep round={round} />);
  return <Revealed round={round} step={step} hasMoved={step !== first} />;
}

interface StepsProps {
  readonly round: TeamRound;
  readonly shown: StepForTwo;
  readonly reached: number;
  readonly onShow: (step: StepForTwo) => void;
}

function Steps({ round, shown, reached, onShow }: StepsProps) {
  return (
    <div className="grid gap-2">
      <Stepper steps={STEPS_FOR_TWO} shown={shown} reached={reached} isOver={reached > 2 ? isOver : undefined} onShow={onShow} />
      {round.closedAt === null && <TimeHere minutes={round.case.content?.minutes ?? null} />}
    </div>
  );
}

const STEP_NAMES: Readonly<Record<StepForTwo, string>> = {
  judge: 'Your judgement',
  waiting: 'Waiting',
  reveal: 'The reveal',
  prove: 'Proving it',
  debrief: 'The debrief',
};

function Revealed({ round, step, hasMoved }: { round: TeamRound; step: StepForTwo; hasMoved: boolean }) {
  const [shown, setShown] = useState(step);
  const [reached, setReached] = useState(step);
  if (reached !== step) {
    setReached(step);
    setShown(step);
  }
  const panel = useFocusOnStep(shown, hasMoved);
  return (
    <RoundFrame
      question={round.case.content?.question ?? FORGOTTEN}
      isJudging={false}
      steps={<Steps round={round} shown={shown} reached={countReached(step)} onShow={setShown} />}
      left={
        <div className="grid gap-4">
          <CaseReview id={round.case.id} me={round.me} />
          <CaseForTwo round={round} />
        </div>
      }
    >
      <section ref={panel} tabIndex={-1} aria-label={STEP_NAMES[shown]} className="scroll-mt-20 outline-none">
        {shown === 'reveal' && (
          <RevealForTwo round={round}>
            <MoveOn round={round} onShow={setShown} />
          </RevealForTwo>
        )}
        {shown === 'prove' && (
          <ProveStep round={round}>
            <MoveOn round={round} onShow={setShown} />
          </ProveStep>
        )}
        {shown === 'debrief' && (round.state === 'closed' ? <ClosedForTwo round={round} /> : <DebriefForTwo round={round} />)}
      </section>
    </RoundFrame>
  );
}
