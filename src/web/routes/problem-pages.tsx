import type { ErrorComponentProps } from '@tanstack/react-router';
import { ButtonLink } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { ApiFailure } from '../api/api-failure.ts';

export function NotFoundPage() {
  return (
    <Page title="There is no such page" narrow>
      <p className="mt-2 mb-5 text-ink-2">The address may be mistyped, or what it named was forgotten on purpose.</p>
      <ButtonLink to="/" look="go">
        Go to Today
      </ButtonLink>
    </Page>
  );
}

/** A page whose code failed. The rest of the app still works. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  return (
    <Page title="Something went wrong here" narrow>
      <div className="mt-5">
        <FailureNotice thrown={error} onRetry={reset} />
      </div>
    </Page>
  );
}

/** The page's own data could not be had: gone, or an error. */
export function DataFailurePage({ noun, thrown, onRetry }: { noun: string; thrown: unknown; onRetry: () => void }) {
  const isGone = thrown instanceof ApiFailure && thrown.status === 404;
  return (
    <Page title={isGone ? `This ${noun} is not here` : `This ${noun} could not be opened`} narrow>
      {isGone ? (
        <>
          <p className="mt-2 mb-5 text-ink-2">It may belong to another machine, or its transcript was removed since.</p>
          <ButtonLink to="/" look="go">
            Go to Today
          </ButtonLink>
        </>
      ) : (
        <div className="mt-5">
          <FailureNotice thrown={thrown} onRetry={onRetry} />
        </div>
      )}
    </Page>
  );
}
