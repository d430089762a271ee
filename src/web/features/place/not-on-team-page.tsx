import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';

/** A page of one's own Rounds, opened on the team's server. */
export function NotOnTeamPage() {
  return (
    <Page title="This stays on your own machine" narrow>
      <p className="mt-2 mb-5 text-ink-2">
        Sessions, moments and rounds alone are kept where your agents ran, and the team’s server never has them. Run <code className="code">rounds</code> there
        to see them.
      </p>
      <ButtonLink to="/" look="go">
        Go to what is shared
      </ButtonLink>
    </Page>
  );
}
