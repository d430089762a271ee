import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnWeek, WeeklyView } from '../../../model/api/team/weekly.ts';
import { usePairAct, weeklyQuery } from '../../api/team/pair-queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Plain } from '../../ui/text.tsx';
import { describeWeek, formatWeek, isOver, partnerOf } from './describe-week.ts';
import { EarlierWeeks } from './earlier-weeks.tsx';
import { FocusForm } from './focus-form.tsx';
import { HalfForm } from './half-form.tsx';
import { Halves } from './halves.tsx';
import { PRECEPTEE_QUESTIONS, PRECEPTOR_QUESTIONS } from './weekly-questions.ts';

/** The page of this week, or of the last while that is open; the preceptee first. */
export function WeeklySection({ own, me }: { own: OwnWeek; me: string }) {
  const [week, setWeek] = useState<string>();
  const shown = useQuery(weeklyQuery(own.programme, week));
  if (shown.isPending) return <Skeleton label="Looking for this week’s page" heights={[220]} />;
  if (shown.isError) return <FailureNotice thrown={shown.error} onRetry={() => void shown.refetch()} />;
  const [current, last] = shown.data.weeks;
  const { page } = shown.data;
  const isLast = page.week === last;
  return (
    <section aria-labelledby="week" className="grid gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-5 gap-y-1">
        <h2 id="week" className="heading">
          {isOver(own) ? 'Weekly pages' : `${isLast ? 'Last week' : 'This week'}, ${formatWeek(page.week)}`}
        </h2>
        {own.state === 'running' && (
          <Button look="quiet" onClick={() => setWeek(isLast ? current : last)}>
            {isLast ? 'Back to this week' : 'Last week’s page'}
          </Button>
        )}
      </div>
      {!isOver(own) && <PageOfWeek key={`${own.programme} ${page.week}`} own={own} view={shown.data} me={me} />}
      <EarlierWeeks programme={own.programme} pages={shown.data.earlier.filter((one) => one.week !== page.week)} hasMore={shown.data.hasEarlier} me={me} />
    </section>
  );
}

function PageOfWeek({ own, view, me }: { own: OwnWeek; view: WeeklyView; me: string }) {
  const { page, act } = view;
  const [isChanging, setChanging] = useState(false);
  const path = `/${own.programme}/${page.week}`;
  const write = usePairAct('weekly');
  const focus = usePairAct('weekly');
  const { title, words } = describeWeek(act, { mine: own.mine, other: partnerOf(own).name, state: own.state });
  const isWriting = act === 'write' || isChanging;
  const mayChange = !isWriting && (own.mine === 'preceptee' ? page.preceptee : page.preceptor) !== null && act !== 'done' && own.state === 'running';
  return (
    <div className="card grid gap-5 px-5 py-5">
      <div className="grid gap-1">
        <h3 className="question">{title}</h3>
        <p className="text-ink-2">{words}</p>
      </div>
      <Halves page={page} me={me} without={isWriting ? own.mine : null} />
      {isWriting && (
        <HalfForm
          questions={own.mine === 'preceptee' ? PRECEPTEE_QUESTIONS : PRECEPTOR_QUESTIONS}
          draftKey={`rounds.weekly.${me}.${own.programme}.${page.week}`}
          initial={(own.mine === 'preceptee' ? page.preceptee?.half : page.preceptor?.half) ?? {}}
          submit={isChanging ? 'Hand it in again' : 'Hand in my half'}
          isPending={write.isPending}
          failure={write.error}
          onHandIn={(half, done) =>
            write.mutate(
              { path, method: 'PUT', body: { of: own.mine, ...half } },
              {
                onSuccess: () => {
                  done();
                  setChanging(false);
                },
              },
            )
          }
        />
      )}
      {(act === 'propose' || act === 'answer' || act === 'wait-for-answer') && !isChanging && (
        <FocusForm
          key={page.focus?.words ?? ''}
          focus={page.focus}
          isMine={page.focus?.proposedBy.id === me}
          isPending={focus.isPending}
          failure={focus.error}
          onSet={(said) => focus.mutate({ path: `${path}/focus`, method: 'PUT', body: { focus: said } })}
        />
      )}
      {act === 'done' && page.focus && <AgreedFocus words={page.focus.words} />}
      {mayChange && (
        <Button look="quiet" className="justify-self-start" onClick={() => setChanging(true)}>
          Change what I wrote
        </Button>
      )}
    </div>
  );
}

function AgreedFocus({ words }: { words: string }) {
  return (
    <div className="grid gap-1">
      <p className="meta">Your focus until the next page</p>
      <p className="question">
        <Plain>{words}</Plain>
      </p>
    </div>
  );
}
