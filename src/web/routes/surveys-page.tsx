import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnSurveys, PreceptorRatings } from '../../model/api/team/surveys.ts';
import type { OwnSurvey } from '../../model/team/survey.ts';
import { request } from '../api/request.ts';
import { ownWeeksQuery } from '../api/team/pair-queries.ts';
import { preceptorRatingsQuery, surveyCountsQuery, surveysQuery } from '../api/team/survey-queries.ts';
import { usePlace } from '../api/use-place.ts';
import { partnerOf } from '../features/pair/describe-week.ts';
import { useNameOf } from '../features/people/use-name-of.ts';
import { ItemCountsTable } from '../features/survey/item-counts.tsx';
import { ItemsForm } from '../features/survey/items-form.tsx';
import { formatDate } from '../text/format-when.ts';
import { toVisibleText } from '../text/to-visible-text.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Line } from '../ui/text.tsx';

export function SurveysPage() {
  const { me } = usePlace();
  const surveys = useQuery({ ...surveysQuery(), enabled: me !== null });
  const ratings = useQuery({ ...preceptorRatingsQuery(), enabled: me !== null });
  if (me === null) return null;
  const open = surveys.data?.surveys.find(({ isOpen, answered }) => isOpen && answered === null);
  const said = surveys.data?.surveys.filter(({ answered }) => answered !== null) ?? [];
  const latest = said.at(-1);
  const own = surveys.data?.surveys.filter(({ month }) => month === 0) ?? [];
  const asPreceptee = own.filter(({ iAm }) => iAm === 'preceptee');
  const asPreceptor = own.filter(({ iAm }) => iAm === 'preceptor');
  return (
    <Page title="What you think of the programme" lead={<p>Our own questions, not a validated scale. What you answer is read by nobody singly.</p>} narrow>
      <div className="mt-7 grid gap-9">
        {surveys.isPending && <Skeleton label="Looking for surveys" heights={[180]} />}
        {surveys.isError && <FailureNotice thrown={surveys.error} onRetry={() => void surveys.refetch()} />}
        {surveys.data?.surveys.length === 0 && (
          <EmptyNotice title="There is nothing to ask yet.">
            <p className="text-ink-2">Once your programme has begun you are asked at its start, after six months and at its end.</p>
          </EmptyNotice>
        )}
        {open && surveys.data && <Survey key={`${open.programme} ${open.month}`} survey={open} />}
        {!open && surveys.data && surveys.data.surveys.length > 0 && <NextSurvey surveys={surveys.data.surveys} />}
        {latest && <Said survey={latest} />}
        {ratings.data && asPreceptee.map(({ programme }) => <AboutPreceptor key={programme} ratings={ratings.data} programme={programme} />)}
        {ratings.data && asPreceptor.length > 0 && <AboutMe ratings={ratings.data} programmes={asPreceptor.map(({ programme }) => programme)} me={me.id} />}
      </div>
    </Page>
  );
}

function Survey({ survey }: { survey: OwnSurvey }) {
  const queryClient = useQueryClient();
  const give = useMutation({
    mutationFn: (values: Record<string, number>) =>
      request<OwnSurveys>('/api/team/surveys', { method: 'POST', body: { programme: survey.programme, month: survey.month, values } }),
    onSuccess: (given) => queryClient.setQueryData(surveysQuery().queryKey, given),
  });
  const week = useOwnWeek(survey.programme);
  return (
    <section aria-labelledby="survey" className="grid gap-4">
      <h2 id="survey" className="question">
        {survey.month === 0 ? 'At the start' : `After ${survey.month} months`}
        {week && `, with ${toVisibleText(partnerOf(week).name)}`}
      </h2>
      <ItemsForm items={survey.items} label="Give this answer" isBusy={give.isPending} failure={give.error} onGive={(values) => give.mutate(values)}>
        <p className="meta">It is given once. Others see counts over five people and more.</p>
      </ItemsForm>
    </section>
  );
}

function NextSurvey({ surveys }: { surveys: readonly OwnSurvey[] }) {
  const next = surveys.find(({ isOpen }) => !isOpen);
  return <p>{next ? `Thank you. You are asked again on ${formatDate(next.dueAt)}.` : 'Thank you. That was the last survey of this programme.'}</p>;
}

function Said({ survey }: { survey: OwnSurvey }) {
  const counts = useQuery(surveyCountsQuery(survey.cohort, survey.month));
  return (
    <section aria-labelledby="said" className="grid gap-3">
      <h2 id="said" className="heading">
        What your cohort said
      </h2>
      {counts.data && <ItemCountsTable counts={counts.data} caption={survey.month === 0 ? 'At the start' : `After ${survey.month} months`} />}
    </section>
  );
}

/** Keeps what the server answers on screen. */
function useRatingsAct<Body>(path: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => request<PreceptorRatings>(path, { method: 'POST', body: body as object }),
    onSuccess: (given) => void queryClient.setQueryData(preceptorRatingsQuery().queryKey, given),
  });
}

function AboutPreceptor({ ratings, programme }: { ratings: PreceptorRatings; programme: string }) {
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const rate = useRatingsAct('/api/team/preceptor-ratings');
  const week = useOwnWeek(programme);
  return (
    <section aria-labelledby={`preceptor-${programme}`} className="grid gap-4 border-t border-line pt-7">
      <h2 id={`preceptor-${programme}`} className="question">
        About your preceptor{week && `, ${toVisibleText(week.preceptor.name)}`}
      </h2>
      <p className="text-ink-2">
        Once a month. Your preceptor sees counts over five preceptees and more, so with fewer of them never any; or your words, where you both choose to talk
        about it.
      </p>
      {rate.isSuccess ? (
        <output>It is kept. You are asked again next month.</output>
      ) : (
        <ItemsForm
          items={ratings.items}
          label="Say it"
          isBusy={rate.isPending}
          failure={rate.error}
          onGive={(values) => rate.mutate({ programme, values, words, open })}
        >
          <TextArea id={`preceptor-words-${programme}`} label="In your words" hint="May stay empty." maxLength={2000} value={words} onText={setWords} />
          <label className="flex gap-2.5">
            <input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-accent" checked={open} onChange={(event) => setOpen(event.target.checked)} />
            <span>I would like to talk about it openly. It is shown only if my preceptor wants that, too.</span>
          </label>
        </ItemsForm>
      )}
    </section>
  );
}

/** The two of a programme of mine, by name; undefined until that is known. */
const useOwnWeek = (programme: string) => useQuery(ownWeeksQuery()).data?.programmes.find((each) => each.programme === programme);

/** Each preceptee for themselves: to talk openly with one is no word to the others. */
function TalkOpenly({ programme }: { programme: string }) {
  const week = useOwnWeek(programme);
  const talk = useRatingsAct('/api/team/preceptor-ratings/open');
  const name = week ? toVisibleText(week.preceptee.name) : 'your preceptee';
  if (talk.isSuccess) return <output>It is kept. You see it once {name} wants that, too; that there is anything is not told.</output>;
  return (
    <>
      <Button className="justify-self-start" disabled={talk.isPending} onClick={() => talk.mutate({ programme })}>
        I would like to talk about it openly with {name}
      </Button>
      {talk.isError && <FailureNotice thrown={talk.error} />}
    </>
  );
}

function AboutMe({ ratings, programmes, me }: { ratings: PreceptorRatings; programmes: readonly string[]; me: string }) {
  const nameOf = useNameOf();
  const opened = ratings.ratings.filter(({ preceptor }) => preceptor === me);
  return (
    <section aria-labelledby="of-me" className="grid gap-3 border-t border-line pt-7">
      <h2 id="of-me" className="question">
        What preceptees say of you
      </h2>
      <ItemCountsTable counts={ratings.ofMe} caption="What preceptees said" />
      {opened.map(({ programme: of, preceptee, month, words }) => (
        <p key={`${of} ${month}`}>
          <span className="meta">{toVisibleText(nameOf(preceptee))} opened this to you: </span>
          <Line>{words || 'No words.'}</Line>
        </p>
      ))}
      {programmes.map((programme) => (
        <TalkOpenly key={programme} programme={programme} />
      ))}
    </section>
  );
}
