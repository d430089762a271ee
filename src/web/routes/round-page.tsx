import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useState, type ReactNode } from 'react';
import type { RoundView } from '../../model/api/rounds.ts';
import type { Debrief } from '../../model/debrief.ts';
import type { Judgement } from '../../model/judgement.ts';
import { roundQuery } from '../api/queries.ts';
import { CaseEvent, type ChangeMarks } from '../features/case/case-event.tsx';
import { CaseView } from '../features/case/case-view.tsx';
import { toBlocks } from '../features/case/split-case.ts';
import { ClosedStep } from '../features/round/closed-step.tsx';
import { DebriefStep } from '../features/round/debrief-step.tsx';
import { JudgementCard } from '../features/round/judgement-card.tsx';
import { JudgeStep } from '../features/round/judge-step.tsx';
import { RevealStep } from '../features/round/reveal-step.tsx';
import { stepOf, type RoundStep } from '../features/round/step-of-round.ts';
import { RoundFrame } from '../features/round/round-frame.tsx';
import { STEPS_ALONE, Stepper, type ShownStep } from '../features/round/stepper.tsx';
import { useFocusOnStep } from '../features/round/use-focus-on-step.ts';
import { DraftStatus } from '../features/round/draft-status.tsx';
import { LeaveRound } from '../features/round/leave-round.tsx';
import { RoundSkeleton } from '../features/round/round-skeleton.tsx';
import { useDraft } from '../features/round/use-draft.ts';
import { useMoveRound } from '../features/round/use-move-round.ts';
import { toVisibleText } from '../text/to-visible-text.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { DataFailurePage } from './problem-pages.tsx';

export function RoundPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const round = useQuery(roundQuery(id));
  if (round.data) return <Round key={id} round={round.data} />;
  if (round.isError) return <DataFailurePage noun="round" thrown={round.error} onRetry={() => void round.refetch()} />;
  return <RoundSkeleton />;
}

function Round({ round }: { round: RoundView }) {
  const step = stepOf(round.state);
  const [first] = useState(step);
  usePageTitle(toVisibleText(round.case.question));
  if (step === 'judge') return <Judging round={round} />;
  if (step === 'withdrawn')
    return (
      <Frame round={round} steps={null}>
        <p>You left this round before sealing. Nothing of it is kept.</p>
        <div>
          <ButtonLink to="/moments/$id" params={{ id: round.case.moment }}>
            See the moment again
          </ButtonLink>
        </div>
      </Frame>
    );
  return <Revealed round={round} step={step} hasMoved={step !== first} />;
}

function Frame({ round, left, ...rest }: { round: RoundView; steps: ReactNode; left?: ReactNode; children: ReactNode }) {
  return <RoundFrame question={round.case.question} isJudging={stepOf(round.state) === 'judge'} left={left ?? <CaseView framed={round.case} />} {...rest} />;
}

function Judging({ round }: { round: RoundView }) {
  const { draft, change, changeWith, state, stop, resume } = useDraft(`/api/rounds/${encodeURIComponent(round.id)}/draft`, round.draft);
  const seal = useMoveRound<Judgement>(round.id, 'seal');
  const onChangeMarks = useCallback<ChangeMarks>((make) => changeWith((now) => ({ lines: [...make(now.lines ?? [])] })), [changeWith]);
  return (
    <Frame
      round={round}
      steps={<Stepper steps={STEPS_ALONE} shown="judge" reached={1} onShow={() => {}} />}
      left={<CaseView framed={round.case} marks={draft.lines ?? []} onChangeMarks={onChangeMarks} />}
    >
      <JudgeStep
        propositions={round.case.propositions}
        draft={draft}
        note="Sealed, it cannot be changed, and what happened next opens at once."
        leave={<LeaveRound round={round.id} />}
        status={<DraftStatus state={state} />}
        isSealing={seal.isPending}
        failure={seal.error}
        onChange={change}
        onSeal={(judgement) => {
          stop();
          seal.mutate(judgement, { onError: resume });
        }}
      />
    </Frame>
  );
}

function Revealed({ round, step, hasMoved }: { round: RoundView; step: Exclude<RoundStep, 'judge' | 'withdrawn'>; hasMoved: boolean }) {
  const now: ShownStep = step === 'reveal' ? 'reveal' : 'debrief';
  const [shown, setShown] = useState<ShownStep>(now);
  const [reached, setReached] = useState(now);
  if (reached !== now) {
    setReached(now);
    setShown(now);
  }
  const begin = useMoveRound<void>(round.id, 'debrief');
  const panel = useFocusOnStep(shown, hasMoved);

  return (
    <Frame
      round={round}
      steps={<Stepper steps={STEPS_ALONE} shown={shown} reached={step === 'reveal' ? 2 : 3} onShow={setShown} />}
      left={<CaseAndLater round={round} />}
    >
      <section ref={panel} tabIndex={-1} aria-label={STEP_NAMES[shown]} className="scroll-mt-20 outline-none">
        {shown === 'judge' && round.judgement && <JudgementCard judgement={round.judgement} sealedAt={round.sealedAt} />}
        {shown === 'reveal' && (
          <RevealStep round={round}>
            {step === 'reveal' && (
              <div className="grid justify-items-start gap-3 border-t border-line pt-4">
                <Button look="go" disabled={begin.isPending} onClick={() => begin.mutate()}>
                  {begin.isPending ? 'One moment…' : 'Go on to the debrief'}
                </Button>
                {begin.isError && <FailureNotice thrown={begin.error} />}
              </div>
            )}
          </RevealStep>
        )}
        {shown === 'debrief' && (round.debrief ? <ClosedStep debrief={round.debrief} closedAt={round.closedAt} /> : <Debriefing round={round} />)}
      </section>
    </Frame>
  );
}

const STEP_NAMES: Readonly<Record<ShownStep, string>> = { judge: 'Your judgement', reveal: 'The reveal', debrief: 'The debrief' };

function Debriefing({ round }: { round: RoundView }) {
  const { draft, change, state, stop, resume } = useDraft(`/api/rounds/${encodeURIComponent(round.id)}/debrief-draft`, round.debriefDraft);
  const close = useMoveRound<Debrief>(round.id, 'close');
  const onClose = (debrief: Debrief): void => {
    stop();
    close.mutate(debrief, { onError: resume });
  };
  return (
    <DebriefStep draft={draft} status={<DraftStatus state={state} />} isClosing={close.isPending} failure={close.error} onChange={change} onClose={onClose} />
  );
}

function CaseAndLater({ round }: { round: RoundView }) {
  const later = round.outcome ? toBlocks(round.outcome.later) : [];
  return (
    <div className="grid gap-7">
      <CaseView framed={round.case} marks={round.judgement?.lines ?? []} />
      {later.length > 0 && (
        <section aria-labelledby="later" className="grid gap-2.5">
          <h2 id="later" className="heading text-warn">
            What came later, event by event
          </h2>
          {later.map(({ event, result }) => (
            <CaseEvent key={event.id} event={event} result={result} cwd={round.case.cwd} tone="later" foldAfter={24} />
          ))}
        </section>
      )}
    </div>
  );
}
