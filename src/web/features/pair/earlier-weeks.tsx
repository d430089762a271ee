import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WeeklyPage } from '../../../model/team/weekly-page.ts';
import { earlierWeeksQuery } from '../../api/team/pair-queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { formatWeek } from './describe-week.ts';
import { Halves } from './halves.tsx';

interface EarlierWeeksProps {
  readonly programme: string;
  readonly pages: readonly WeeklyPage[];
  readonly hasMore: boolean;
  readonly me: string;
}

/** Pages that were written, the latest first. A week without one is just not there. */
export function EarlierWeeks({ programme, pages, hasMore, me }: EarlierWeeksProps) {
  const [isOpen, setOpen] = useState(false);
  const last = pages.at(-1);
  if (!last) return null;
  return (
    <div className="grid justify-items-start gap-2">
      <h3 className="heading">Earlier pages</h3>
      <ul className="grid w-full gap-2">
        {pages.map((page) => (
          <li key={page.week}>
            <details className="card px-5 py-3">
              <summary>
                {formatWeek(page.week)}
                {page.focus?.agreedAt && (
                  <span className="text-ink-2">
                    : <Plain>{page.focus.words}</Plain>
                  </span>
                )}
              </summary>
              <div className="grid gap-4 pt-4 pb-1">
                <Halves page={page} me={me} />
              </div>
            </details>
          </li>
        ))}
      </ul>
      {hasMore && !isOpen && <Button onClick={() => setOpen(true)}>Show more</Button>}
      {hasMore && isOpen && <Further programme={programme} before={last.week} me={me} />}
    </div>
  );
}

function Further({ programme, before, me }: { programme: string; before: string; me: string }) {
  const found = useQuery(earlierWeeksQuery(programme, before));
  if (found.isError) return <FailureNotice thrown={found.error} onRetry={() => void found.refetch()} />;
  return found.data ? <EarlierWeeks programme={programme} pages={found.data.earlier} hasMore={found.data.hasEarlier} me={me} /> : null;
}
