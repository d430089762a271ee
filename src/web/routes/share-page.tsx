import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sharePreviewQuery } from '../api/share-queries.ts';
import { CodeChoice } from '../features/share/code-choice.tsx';
import { LeavingText } from '../features/share/leaving-text.tsx';
import { RedactionList } from '../features/share/redaction-list.tsx';
import { SendBox } from '../features/share/send-box.tsx';
import { TakeOut } from '../features/share/take-out.tsx';
import { useChoices } from '../features/share/use-choices.ts';
import { Withheld } from '../features/share/withheld.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Line } from '../ui/text.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { DataFailurePage } from './problem-pages.tsx';

/** Exactly what would leave this machine if the moment were shared now. */
export function SharePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const own = useChoices();
  const preview = useQuery(sharePreviewQuery(id, own.choices));
  usePageTitle('Share a moment');
  const { data } = preview;
  if (!data && preview.isError) return <DataFailurePage noun="moment" thrown={preview.error} onRetry={() => void preview.refetch()} />;
  const isStale = preview.isFetching || preview.isPlaceholderData;
  return (
    <div className="mx-auto grid w-full max-w-[76rem] gap-x-10 gap-y-6 px-4 py-6 sm:px-7 sm:py-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid gap-1 lg:col-span-2">
        <h1 className="title">What would leave this machine</h1>
        <p className="meta">
          <Link to="/moments/$id" params={{ id }} className="underline decoration-line underline-offset-4 hover:text-ink">
            {data ? <Line>{data.case.question}</Line> : 'The moment'}
          </Link>
        </p>
      </div>
      {data ? (
        <>
          <aside aria-label="Sharing" className="lg:order-1">
            <div className="grid gap-5 lg:sticky lg:top-20 lg:max-h-[calc(100vh-6rem)] lg:overflow-y-auto">
              {preview.isError && <FailureNotice thrown={preview.error} onRetry={() => void preview.refetch()} />}
              <SendBox
                moment={id}
                preview={data}
                isStale={isStale || preview.isError}
                pair={own.pair}
                onPair={own.setPair}
                onLookAgain={() => void preview.refetch()}
              />
              <Part id="redactions" title="Taken out">
                <RedactionList
                  redactions={data.redactions}
                  kept={own.kept}
                  chosen={own.chosen}
                  onKeep={own.keep}
                  onUnkeep={own.unkeep}
                  onUnchoose={own.unchoose}
                />
                <TakeOut onChoose={own.choose} />
              </Part>
            </div>
          </aside>
          <div className="grid min-w-0 content-start gap-8" aria-busy={isStale}>
            <Part id="code" title="Its code, seen at once">
              <CodeChoice preview={data} own={own} />
            </Part>
            <Part id="withheld" title="Sealed until the reveal">
              <Withheld moment={id} choices={own.choices} bytes={data.sizes.withheld} />
            </Part>
            <Part id="case" title="The case, seen at once">
              <LeavingText value={data.case} label="The case as it would leave" />
            </Part>
          </div>
        </>
      ) : (
        <div className="lg:col-span-2">
          <Skeleton label="Putting it together and looking for secrets in it" heights={[160, 120, 240]} />
        </div>
      )}
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="heading">
        {title}
      </h2>
      {children}
    </section>
  );
}
