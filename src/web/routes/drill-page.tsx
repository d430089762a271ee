import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { AnsweredDrillView, DrillView, NewDrillAnswer } from '../../model/api/drills.ts';
import { drillQuery } from '../api/drill-queries.ts';
import { request } from '../api/request.ts';
import { AnswerForm } from '../features/drills/answer-form.tsx';
import { describeForm } from '../features/drills/describe-drills.ts';
import { DrillCode } from '../features/drills/drill-code.tsx';
import { drillDraftSchema, EMPTY_DRILL_DRAFT } from '../features/drills/drill-draft.ts';
import { DrillResult } from '../features/drills/drill-result.tsx';
import type { Mark } from '../features/drills/marks.ts';
import { RoundFrame } from '../features/round/round-frame.tsx';
import { useBrowserDraft } from '../features/round/use-browser-draft.ts';
import { ButtonLink } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

/** One drill: the code, then what was wrong with it. */
export function DrillPage() {
  const { id } = useParams({ from: '/drills/$id' });
  const { folder = '' } = useSearch({ from: '/drills/$id' });
  usePageTitle('Drill');
  const drill = useQuery(drillQuery(id, folder));
  if (drill.data) return <Drill view={drill.data} folder={folder} />;
  return (
    <Page title="Drill" narrow>
      <div className="mt-7">
        {drill.isPending ? (
          <Skeleton label="Opening the drill" heights={[240, 120]} />
        ) : (
          <FailureNotice thrown={drill.error} onRetry={() => void drill.refetch()} />
        )}
      </div>
    </Page>
  );
}

const expand = (lines: AnsweredDrillView['answer']['lines']): Mark[] =>
  lines.flatMap(({ path, start, end }) => Array.from({ length: end - start + 1 }, (_, step) => ({ path, line: start + step })));

function Drill({ view: { blind, answered }, folder }: { view: DrillView; folder: string }) {
  const queryClient = useQueryClient();
  const { draft, change, forget } = useBrowserDraft(`drill ${blind.id}`, drillDraftSchema, EMPTY_DRILL_DRAFT);
  const settle = useMutation({
    mutationFn: (answer: Omit<NewDrillAnswer, 'folder'>) =>
      request<AnsweredDrillView>(`/api/drills/${encodeURIComponent(blind.id)}/answer`, { method: 'POST', body: { folder, ...answer } }),
    onSuccess: (done) => {
      forget();
      queryClient.setQueryData(drillQuery(blind.id, folder).queryKey, { blind, answered: done });
      void queryClient.invalidateQueries({ queryKey: ['drills'] });
    },
  });
  const places = answered?.places ?? [];
  return (
    <RoundFrame
      question={blind.question}
      isJudging={answered === null}
      steps={
        <p className="meta">
          {describeForm(blind.form)}
          {blind.unaided ? ', without an agent' : ''}. Difficulty {blind.difficulty.toFixed(2)}, an estimate.
        </p>
      }
      left={
        answered ? (
          <DrillCode files={blind.files} marks={expand(answered.answer.lines)} places={places} />
        ) : (
          <DrillCode files={blind.files} marks={draft.marks} {...(settle.isPending ? {} : { onMarks: (marks: Mark[]) => change({ marks }) })} />
        )
      }
    >
      {answered ? (
        <>
          <DrillResult answered={answered} />
          <div>
            <ButtonLink look="go" to="/drills" search={{ folder }}>
              Back to drills
            </ButtonLink>
          </div>
        </>
      ) : (
        <AnswerForm
          drill={blind}
          draft={draft}
          isRunning={settle.isPending}
          failure={settle.error}
          onChange={change}
          onAnswer={(answer) => settle.mutate(answer)}
        />
      )}
    </RoundFrame>
  );
}
