import { useState, type ReactNode } from 'react';
import type { Predictions } from '../../../model/team/shared-deconstruction.ts';
import type { Ranking } from '../../../model/team/shared-comparison.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { joinWords } from '../../text/format-amount.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { EMPTY_RANKING, rankingDraftSchema } from '../comparison/check-ranking.ts';
import { OutputsView } from '../comparison/outputs-view.tsx';
import { RankingStep } from '../comparison/ranking-step.tsx';
import { EMPTY_PREDICTIONS, predictionsDraftSchema } from '../deconstruction/check-predictions.ts';
import { HunksView } from '../deconstruction/hunks-view.tsx';
import { PredictionStep } from '../deconstruction/prediction-step.tsx';
import { RoundFrame } from '../round/round-frame.tsx';
import { Stepper } from '../round/stepper.tsx';
import { useBrowserDraft } from '../round/use-browser-draft.ts';
import { ClosedForTwo } from './closed-for-two.tsx';
import { DebriefForTwo } from './debrief-for-two.tsx';
import { MoveOn } from './move-on.tsx';
import { countReached, isOver, stepForMe, STEPS_FOR_TWO, type StepForTwo } from './steps-for-two.ts';
import { SureButton } from './sure-button.tsx';
import { useMoveTeamRound } from './use-move-team-round.ts';
import { WaitingStep } from './waiting-step.tsx';
import { WorkReveal } from './work-reveal.tsx';

/** The tests have run already: there is nothing left to prove. */
const STEPS = STEPS_FOR_TWO.filter(({ step }) => step !== 'prove');
const FORGOTTEN = 'A case that was forgotten';
const NOTE = 'Sealed, it cannot be changed. Nobody reads it before everyone has answered; whoever runs the server is trusted not to use its key.';

export const isWorkRound = ({ case: { kind } }: TeamRound): boolean => kind === 'comparison' || kind === 'deconstruction';

/** A comparison or a deconstruction as a round for two: left the work, right the one thing to do now. */
export function WorkRound({ round }: { round: TeamRound }) {
  const reached = stepForMe(round);
  const step = reached === 'prove' ? 'reveal' : reached;
  const [chosen, setChosen] = useState<{ from: StepForTwo | null; step: StepForTwo } | null>(null);
  const shown = chosen?.from === step ? chosen.step : step;
  const { comparison, deconstruction } = round.case;
  const question = comparison?.task ?? deconstruction?.task ?? FORGOTTEN;
  usePageTitle(toVisibleText(question));
  const left = comparison ? <OutputsView outputs={comparison.outputs} /> : deconstruction ? <HunksView hunks={deconstruction.hunks} /> : null;
  const frame = (children: ReactNode): ReactNode => (
    <RoundFrame
      question={question}
      isJudging={step === 'judge' || step === 'waiting'}
      left={left ?? <p className="text-ink-2">The owner forgot this case: its content is gone everywhere. What people wrote in the round is kept.</p>}
      steps={
        shown === null || step === null ? null : (
          <Stepper
            steps={STEPS}
            shown={shown}
            reached={Math.min(countReached(step), STEPS.length)}
            isOver={step === 'reveal' || step === 'debrief' ? isOver : undefined}
            onShow={(to) => setChosen({ from: step, step: to })}
          />
        )
      }
    >
      {children}
    </RoundFrame>
  );
  if (shown === null) return frame(<p>This round was withdrawn before the reveal. What was sealed in it is never shown.</p>);
  if (shown === 'waiting' || (shown === 'judge' && left === null)) return frame(<WaitingStep round={round} />);
  if (shown === 'judge') return frame(comparison ? <Rank round={round} letters={comparison.outputs.map(({ letter }) => letter)} /> : <Predict round={round} />);
  if (shown === 'debrief') return frame(round.state === 'closed' ? <ClosedForTwo round={round} /> : <DebriefForTwo round={round} />);
  return frame(
    <div className="grid gap-6">
      <WorkReveal round={round} />
      <MoveOn round={round} onShow={(to) => setChosen({ from: step, step: to })} />
    </div>,
  );
}

function Rank({ round, letters }: { round: TeamRound; letters: readonly string[] }) {
  const { draft, change, isKept, forget } = useBrowserDraft(`rounds.ranking.${round.me}.${round.id}`, rankingDraftSchema, EMPTY_RANKING);
  const seal = useMoveTeamRound<Ranking>(round.id, 'seal');
  return (
    <RankingStep
      letters={letters}
      draft={draft}
      isSealing={seal.isPending}
      failure={seal.error}
      note={NOTE}
      onChange={change}
      onSeal={(ranking) => seal.mutate(ranking, { onSuccess: forget })}
      leave={<Leave round={round} onGone={forget} />}
      status={<Kept isKept={isKept} />}
    />
  );
}

function Predict({ round }: { round: TeamRound }) {
  const { draft, change, isKept, forget } = useBrowserDraft(`rounds.predictions.${round.me}.${round.id}`, predictionsDraftSchema, EMPTY_PREDICTIONS);
  const seal = useMoveTeamRound<Predictions>(round.id, 'seal');
  return (
    <PredictionStep
      hunks={round.case.deconstruction?.hunks ?? []}
      draft={draft}
      isSealing={seal.isPending}
      failure={seal.error}
      note={NOTE}
      onChange={change}
      onSeal={(predictions) => seal.mutate(predictions, { onSuccess: forget })}
      leave={<Leave round={round} onGone={forget} />}
      status={<Kept isKept={isKept} />}
    />
  );
}

function Leave({ round, onGone }: { round: TeamRound; onGone: () => void }) {
  const pass = useMoveTeamRound(round.id, 'pass');
  const others = joinWords(round.participants.filter(({ person }) => person !== round.me).map(({ name }) => toVisibleText(name)));
  return (
    <SureButton
      label="Pass"
      question={others === '' ? 'Pass for good? You give no answer.' : `Pass for good? You give no answer, and ${others} will not know until the reveal.`}
      yes="Pass"
      isBusy={pass.isPending}
      onSure={() => pass.mutate(undefined, { onSuccess: onGone })}
    />
  );
}

const Kept = ({ isKept }: { isKept: boolean }) =>
  isKept ? (
    <p className="meta">What you write stays in this browser until you seal it.</p>
  ) : (
    <p role="alert" className="text-bad">
      This browser keeps nothing: seal before you close the page.
    </p>
  );
