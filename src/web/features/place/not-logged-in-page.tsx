import { useQueryClient } from '@tanstack/react-query';
import { whereQuery } from '../../api/where.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { usePlace } from '../../api/use-place.ts';

/** A page for two, in a Rounds that has no team to ask. */
export function NotLoggedInPage() {
  const { teamUrl, teamProblem } = usePlace();
  const queryClient = useQueryClient();
  if (teamProblem !== null)
    return (
      <Page title="The team’s server cannot be asked now" narrow>
        <div className="mt-2 grid justify-items-start gap-3 text-ink-2">
          <p>{teamProblem}</p>
          <p>Everything of your own goes on without it.</p>
          <Button onClick={() => void queryClient.invalidateQueries({ queryKey: whereQuery().queryKey })}>Try again</Button>
        </div>
      </Page>
    );
  return (
    <Page title="This page is for two" narrow>
      <div className="mt-2 grid gap-3 text-ink-2">
        <p>Rounds for two need a server that both of you can reach. Whoever runs it gives you its address and an invitation.</p>
        <p>Then run this in a terminal here, and load the page again:</p>
        <p>
          <code className="code rounded-lg bg-sunk px-3 py-2 [overflow-wrap:anywhere]">rounds login {teamUrl ?? 'https://rounds.example.org'}</code>
        </p>
      </div>
    </Page>
  );
}
