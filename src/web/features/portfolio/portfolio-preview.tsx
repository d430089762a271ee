import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { PortfolioChoice, PortfolioPreview as Preview } from '../../../model/portfolio.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { nameFile } from './choose.ts';

/** The page as it will be saved, in a frame where nothing can run, and the two ways to save it. */
export function PortfolioPreview({ choice }: { choice: PortfolioChoice }) {
  const settled = useDeferredValue(choice);
  const preview = useQuery({
    queryKey: ['portfolio', 'preview', settled],
    queryFn: ({ signal }) => request<Preview>('/api/portfolio', { method: 'POST', body: settled, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (preview.isError) return <FailureNotice thrown={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return null;
  const { html, portfolio } = preview.data;
  // What is shown is of an earlier choice until the answer is there.
  const isLate = preview.isPlaceholderData || settled !== choice;
  return (
    <div className="grid gap-3">
      <h3 className="heading">Exactly this will be in it</h3>
      <iframe title="Preview of your portfolio" sandbox="" srcDoc={html} className="h-96 w-full rounded-lg border border-line bg-surface" />
      <div className="flex flex-wrap gap-2">
        <Button look="go" disabled={isLate} onClick={() => save(nameFile(portfolio, 'html'), 'text/html', html)}>
          Save as a page
        </Button>
        <Button disabled={isLate} onClick={() => save(nameFile(portfolio, 'json'), 'application/json', `${JSON.stringify(portfolio, null, 2)}\n`)}>
          Save as JSON
        </Button>
      </div>
      <p className="meta">It is saved on this machine and sent nowhere. Names of other people are in it only where they signed.</p>
    </div>
  );
}

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
