import type { ReactNode } from 'react';
import { toApiFailure } from '../api/api-failure.ts';
import { Button } from './button.tsx';

/** What happened, why, and what to do next. */
export function FailureNotice({ thrown, onRetry }: { thrown: unknown; onRetry?: () => void }) {
  const failure = toApiFailure(thrown);
  return (
    <div role="alert" className="card grid justify-items-start gap-2 border-l-3 border-l-bad px-5 py-4">
      <p className="font-semibold">{failure.message}</p>
      {failure.detail && <p className="text-ink-2">{failure.detail}</p>}
      {failure.next && <p className="text-ink-2">{failure.next}</p>}
      {onRetry && (
        <Button className="mt-1" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** Nothing to show, and what to do about it. */
export function EmptyNotice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="card grid justify-items-start gap-3 px-5 py-5">
      <p className="question">{title}</p>
      {children}
    </div>
  );
}
