import { Button } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';

/** Shown to a browser the server does not know: other programs on this machine must not read what Rounds reads. */
export function EntryPage() {
  usePageTitle('Enter');
  return (
    <main id="content" className="mx-auto grid min-h-svh max-w-[34rem] content-center gap-4 px-6 py-10">
      <p className="font-serif text-lg font-semibold">
        Rounds<span className="text-accent">.</span>
      </p>
      <h1 className="title">Open the address that Rounds printed in the terminal.</h1>
      <p className="text-ink-2">
        It carries a key for this browser, so that no other page or program on this machine can read your sessions. If the terminal is closed, run{' '}
        <code className="code rounded-sm bg-sunk px-1">rounds</code> again.
      </p>
      <div>
        <Button onClick={() => location.reload()}>Try again</Button>
      </div>
    </main>
  );
}
