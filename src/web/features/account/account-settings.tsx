import { useMutation, useQueryClient } from '@tanstack/react-query';
import { whereQuery } from '../../api/where.ts';
import { request } from '../../api/request.ts';
import { usePlace } from '../../api/use-place.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../settings/section.tsx';
import { ViewSettings } from '../settings/view-settings.tsx';
import { ChangePassword } from './change-password.tsx';
import { OfferTimes } from '../calendar/offer-times.tsx';
import { MailSettings } from './mail-settings.tsx';
import { PersonalTokens } from './personal-tokens.tsx';

/** Settings on the team's server: who you are here, and how you get in. */
export function AccountSettings() {
  const { me } = usePlace();
  if (me === null) return null;
  return (
    <Page
      title="Settings"
      lead={
        <p>
          {me.name}, {me.email}, of {me.organisation.name}.
        </p>
      }
      narrow
    >
      <div className="mt-7 grid gap-8">
        <Section id="leave" title="Signed in">
          <SignOut />
        </Section>
        <Section id="password" title="Password">
          <ChangePassword email={me.email} />
        </Section>
        <Section id="mail" title="E-mail and calendar">
          <MailSettings />
        </Section>
        <Section id="calendar-times" title="Time out of your calendar">
          <OfferTimes me={me.id} />
        </Section>
        <Section id="tokens" title="Keys for programs">
          <PersonalTokens />
        </Section>
        <ViewSettings />
      </div>
    </Page>
  );
}

function SignOut() {
  const queryClient = useQueryClient();
  const leave = useMutation({
    mutationFn: async (everywhere: boolean) => {
      if (everywhere) await request<void>('/api/team/sign-out-everywhere', { method: 'POST', body: {} });
      await request<unknown>('/api/auth/sign-out', { method: 'POST', body: {} });
    },
    onSuccess: () => {
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'where' });
      return queryClient.invalidateQueries({ queryKey: whereQuery().queryKey });
    },
  });
  return (
    <div className="grid justify-items-start gap-2.5">
      <p className="text-ink-2">
        Signing out everywhere also ends logged-in terminals and every key below. What you wrote and have not sealed stays in this browser.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button disabled={leave.isPending} onClick={() => leave.mutate(false)}>
          Sign out
        </Button>
        <Button disabled={leave.isPending} onClick={() => leave.mutate(true)}>
          Sign out everywhere
        </Button>
      </div>
      {leave.isError && <FailureNotice thrown={leave.error} />}
    </div>
  );
}
