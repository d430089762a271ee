import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { MomentView } from '../../model/api/moments.ts';
import { momentQuery } from '../api/queries.ts';
import { CaseView } from '../features/case/case-view.tsx';
import { DismissForm, REASONS } from '../features/moment/dismiss-form.tsx';
import { useRestoreMoment, useStartRound } from '../features/moment/use-moment-actions.ts';
import { stepOf } from '../features/round/step-of-round.ts';
import { toVisibleText } from '../text/to-visible-text.ts';
import { Button, ButtonLink, Key } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Line } from '../ui/text.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { DataFailurePage } from './problem-pages.tsx';

export function MomentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const moment = useQuery(momentQuery(id));
  if (moment.data) return <Moment id={id} view={moment.data} />;
  if (moment.isError) return <DataFailurePage noun="moment" thrown={moment.error} onRetry={() => void moment.refetch()} />;
  return (
    <div className="mx-auto max-w-[70rem] px-4 py-8 sm:px-7">
      <Skeleton label="Opening the case" heights={[90, 120, 260]} />
    </div>
  );
}

function Moment({ id, view }: { id: string; view: MomentView }) {
  const { case: framed } = view;
  usePageTitle(toVisibleText(framed.question));
  return (
    <div className="mx-auto grid w-full max-w-[76rem] gap-x-10 gap-y-6 px-4 py-6 sm:px-7 sm:py-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <h1 className="title lg:col-span-2">
        <Line>{framed.question}</Line>
      </h1>
      <aside aria-label="What you can do" className="lg:order-1">
        <div className="grid gap-4 lg:sticky lg:top-20">
          <Ways id={id} view={view} />
        </div>
      </aside>
      <CaseView framed={framed} />
    </div>
  );
}

function Ways({ id, view }: { id: string; view: MomentView }) {
  const { case: framed, round, dismissal } = view;
  const navigate = useNavigate();
  const start = useStartRound(id);
  const restore = useRestoreMoment(id);
  const goOn = (): void => {
    if (dismissal || start.isPending) return;
    if (round) void navigate({ to: '/rounds/$id', params: { id: round.id } });
    else start.mutate();
  };
  useKeys({ Enter: goOn });

  if (dismissal)
    return (
      <div className="card grid justify-items-start gap-3 px-5 py-4">
        <p>You dismissed this moment: {REASONS[dismissal.reason].label.toLowerCase()}.</p>
        <Button disabled={restore.isPending} onClick={() => restore.mutate()}>
          Bring it back
        </Button>
        {restore.isError && <FailureNotice thrown={restore.error} />}
      </div>
    );
  return (
    <>
      <div className="card grid justify-items-start gap-3 px-5 py-4">
        <p className="text-ink-2">{explain(view)}</p>
        {round ? (
          <ButtonLink look="go" to="/rounds/$id" params={{ id: round.id }} aria-keyshortcuts="Enter">
            {stepOf(round.state) === 'closed' ? 'Read your round' : 'Go on with your round'} <Key>Enter</Key>
          </ButtonLink>
        ) : (
          <Button look="go" disabled={start.isPending} onClick={goOn} aria-keyshortcuts="Enter">
            {start.isPending ? 'Beginning…' : 'Think it through'} <Key>Enter</Key>
          </Button>
        )}
        {start.isError && <FailureNotice thrown={start.error} />}
      </div>
      <div className="grid justify-items-start gap-1 px-1">
        <ButtonLink look="quiet" to="/moments/$id/share" params={{ id }}>
          Share it with your pair
        </ButtonLink>
        <DismissForm moment={id} />
        <Link to="/sessions/$id" params={{ id: framed.session }} className="meta underline decoration-line underline-offset-4 hover:text-ink">
          Open the whole session. It shows what came later.
        </Link>
      </div>
    </>
  );
}

function explain({ case: framed, round }: MomentView): string {
  const step = round && stepOf(round.state);
  if (step === 'closed') return 'You have closed a round on this.';
  if (step === 'reveal' || step === 'debrief') return 'You have judged it, and it is revealed. The debrief is still to come.';
  if (step === 'judge') return 'You have begun. What you wrote is kept.';
  return `Say what you would do, seal it, and see what happened next. About ${framed.minutes} minutes; you can stop at any time and go on later.`;
}
