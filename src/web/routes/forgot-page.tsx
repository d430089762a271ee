import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { whereQuery } from '../api/where.ts';
import { Door, DoorForm } from '../features/account/door.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Plain } from '../ui/text.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** For who cannot sign in any more. It never says whether there is such an account. */
export function ForgotPage() {
  const where = useQuery(whereQuery()).data;
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: (to: string) => request<unknown>('/api/auth/request-password-reset', { method: 'POST', body: { email: to } }) });
  const back = (
    <p>
      <Link to="/sign-in" className="meta underline decoration-line underline-offset-4 hover:text-ink">
        Back to signing in
      </Link>
    </p>
  );
  if (where?.kind !== 'team') return null;
  if (!where.sendsMail)
    return (
      <Door title="A new password" lead="This server sends no e-mail, so it cannot send you a link. Ask whoever runs it to set up a mail server.">
        {back}
      </Door>
    );
  if (ask.isSuccess)
    return (
      <Door
        title="Look into your e-mail"
        lead={
          <output>
            If there is an account for <Plain>{ask.variables}</Plain>, a link to choose a new password is on its way there. It works once, for an hour.
          </output>
        }
      >
        {back}
      </Door>
    );
  return (
    <Door title="A new password" lead="Rounds sends you a link with which you choose one.">
      <DoorForm onSend={() => ask.mutate(email.trim())}>
        <TextInput id="email" type="email" label="E-mail address of your account" autoComplete="username" required value={email} onText={setEmail} />
        <div>
          <Button type="submit" look="go" disabled={ask.isPending}>
            {ask.isPending ? 'Asking…' : 'Send me a link'}
          </Button>
        </div>
        {ask.isError && <FailureNotice thrown={ask.error} />}
      </DoorForm>
      {back}
    </Door>
  );
}
