import { Link } from '@tanstack/react-router';
import { CaseView } from '../features/case/case-view.tsx';
import { GRADES } from '../features/growth/describe-recall.ts';
import { RecallCard } from '../features/growth/recall-card.tsx';
import { useTeamRefresh } from '../features/growth/use-team-refresh.ts';
import { useRecall } from '../features/growth/use-recall.ts';
import { capitalise, toNumberWord } from '../text/format-amount.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Line } from '../ui/text.tsx';
import { useKeys } from '../ui/use-keys.ts';

/** The rules I keep, asked through other cases: at most five a day, one at a time. */
export function RecallPage() {
  const { recall, card, turned, answered, turn, answer, putAway, next, position, isDone, looked } = useRecall();
  useTeamRefresh();
  const isBusy = turn.isPending || answer.isPending || putAway.isPending;
  const goOn = (): void => {
    if (isBusy || !card) return;
    if (answered) next();
    else if (!turned) turn.mutate();
  };
  const isGrading = turned !== null && answered === null && !isBusy;
  useKeys({
    Enter: goOn,
    p: () => isGrading && putAway.mutate(),
    ...Object.fromEntries(GRADES.map(({ key, grade }) => [key, () => isGrading && answer.mutate(grade)])),
  });

  if (!recall.data)
    return (
      <Page title="Recall" narrow>
        <div className="mt-7">
          {recall.isError ? (
            <FailureNotice thrown={recall.error} onRetry={() => void recall.refetch()} />
          ) : (
            <Skeleton label="Looking at what is due" heights={[60, 220]} />
          )}
        </div>
      </Page>
    );
  if (!card)
    return (
      <Page title="Recall" narrow>
        <div className="mt-7">{isDone ? <DoneForToday looked={looked} /> : <NothingDue />}</div>
      </Page>
    );
  return (
    <Page title="Recall" lead={`${position.at} of ${position.of} today`} narrow={card.case === null}>
      <h2 className="question mt-6">
        <Line>{card.question}</Line>
      </h2>
      <div className={`mt-6 grid gap-x-10 gap-y-8 ${card.case ? 'lg:grid-cols-[minmax(0,1fr)_22rem]' : ''}`}>
        {card.case && (
          <section aria-label="The case" className="min-w-0">
            <CaseView framed={card.case} />
          </section>
        )}
        <div className="lg:sticky lg:top-20 lg:self-start">
          <RecallCard
            card={card}
            turned={turned}
            answered={answered}
            isBusy={isBusy}
            isLast={position.at >= position.of}
            onTurn={() => turn.mutate()}
            onAnswer={(grade) => answer.mutate(grade)}
            onPutAway={() => putAway.mutate()}
            onNext={next}
          />
        </div>
      </div>
    </Page>
  );
}

function DoneForToday({ looked }: { looked: number }) {
  return (
    <EmptyNotice title="Done for today.">
      {looked > 0 && (
        <p className="text-ink-2">
          {capitalise(toNumberWord(looked))}{' '}
          {looked === 1 ? 'rule looked at again. It comes back on its own day' : 'rules looked at again. They come back on their own days'}; nothing piles up.
        </p>
      )}
      <ButtonLink to="/">Back to Today</ButtonLink>
    </EmptyNotice>
  );
}

function NothingDue() {
  return (
    <EmptyNotice title="Nothing is due today.">
      <p className="text-ink-2">
        The rules you keep from rounds and lessons come back here after days, then weeks: at most five a day, and through other cases of yours.
      </p>
      <p className="text-ink-2">
        What is behind them is in{' '}
        <Link to="/growth" className="text-accent underline underline-offset-3">
          Growth
        </Link>
        .
      </p>
    </EmptyNotice>
  );
}
