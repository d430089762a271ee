import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { GrandRound } from '../../model/team/grand-round.ts';
import { grandRoundPath, grandRoundQuery, useGrandAct } from '../api/team/grand-round-queries.ts';
import { request } from '../api/request.ts';
import { usePlace } from '../api/use-place.ts';
import { CaseView } from '../features/case/case-view.tsx';
import { describeGrandRound } from '../features/grand-round/describe-grand-round.ts';
import { JudgeInCohort } from '../features/grand-round/judge-in-cohort.tsx';
import { RevealInCohort } from '../features/grand-round/reveal-in-cohort.tsx';
import { RoundFrame } from '../features/round/round-frame.tsx';
import { SureButton } from '../features/team-round/sure-button.tsx';
import { toVisibleText } from '../text/to-visible-text.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useNow } from '../ui/use-now.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { DataFailurePage } from './problem-pages.tsx';

export function GrandRoundPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { me } = usePlace();
  const grand = useQuery(grandRoundQuery(id));
  if (grand.isError) return <DataFailurePage noun="grand round" thrown={grand.error} onRetry={() => void grand.refetch()} />;
  if (!grand.data || me === null)
    return (
      <div className="mx-auto max-w-[70rem] px-4 py-8 sm:px-7">
        <Skeleton label="Opening the grand round" heights={[90, 260]} />
      </div>
    );
  return <Opened key={id} grand={grand.data} me={me.id} />;
}

function Opened({ grand, me }: { grand: GrandRound; me: string }) {
  const question = grand.question ?? 'A case that is gone';
  usePageTitle(toVisibleText(question));
  const isJudging = grand.state === 'open' && !grand.isOurs && !grand.iAnswered;
  const arrange = (left: ReactNode, right: ReactNode): ReactNode => (
    <RoundFrame question={question} isJudging={isJudging || grand.state === 'offered'} steps={<p className="meta">Grand round</p>} left={left}>
      {right}
    </RoundFrame>
  );
  const content = grand.content ? <CaseView framed={grand.content} isMine={false} /> : <p className="text-ink-2">Its content is gone.</p>;
  if (grand.state === 'revealed' || grand.state === 'ended') return arrange(content, <RevealInCohort grand={grand} me={me} />);
  if (isJudging && grand.content) return <JudgeInCohort grand={grand} framed={grand.content} me={me} arrange={arrange} />;
  return arrange(content, <Waiting grand={grand} />);
}

/** For who answered, and for the pair that offers it. */
function Waiting({ grand }: { grand: GrandRound }) {
  const now = useNow();
  const queryClient = useQueryClient();
  const agree = useGrandAct<{ days: number }>(grand.id, 'agree');
  const withdraw = useMutation({
    mutationFn: () => request<void>(`${grandRoundPath(grand.id)}/withdraw`, { method: 'POST', body: {} }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['team'] }),
  });
  const { stands } = describeGrandRound(grand, now);
  return (
    <div className="grid justify-items-start gap-4">
      <p>{stands}</p>
      {grand.state === 'open' && (
        <p className="meta">
          It is revealed to all at once: when everybody has answered, or on its day. With fewer than five answers only what happened next is. How many did is
          not told before.
        </p>
      )}
      {grand.state === 'offered' && !grand.offeredByMe && (
        <>
          <p className="text-ink-2">
            The case to the left is all that others would see. Neither of you is named, and you two do not answer: you know how it ended.
          </p>
          <Button look="go" disabled={agree.isPending} onClick={() => agree.mutate({ days: 7 })}>
            Open it for a week
          </Button>
        </>
      )}
      {grand.isOurs && grand.state !== 'withdrawn' && (
        <SureButton
          label={grand.state === 'offered' && !grand.offeredByMe ? 'Rather not' : 'Take it back'}
          question="Take it back? What was answered is never opened."
          yes="Take it back"
          isBusy={withdraw.isPending}
          onSure={() => withdraw.mutate()}
        />
      )}
      {(agree.error ?? withdraw.error) && <FailureNotice thrown={agree.error ?? withdraw.error} />}
    </div>
  );
}
