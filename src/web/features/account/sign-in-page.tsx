import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../../api/request.ts';
import { whereQuery } from '../../api/where.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { describeRefusal } from './describe-refusal.ts';
import { Door, DoorForm } from './door.tsx';
import { useEnter } from './use-enter.ts';

/** Shown in place of any page of the team's server while nobody is signed in; afterwards that page is there. */
export function SignInPage() {
  const where = useQuery(whereQuery()).data;
  if (where?.kind !== 'team') return null;
  const refusal = describeRefusal(new URLSearchParams(location.search).get('error'));
  return (
    <Door
      title="Sign in"
      lead={
        where.ready ? (
          <p>To the rounds you share with others. Who has no account needs an invitation from someone here.</p>
        ) : (
          <p>Nobody has an account here yet. The terminal in which this server was started shows a link that sets it up.</p>
        )
      }
    >
      {refusal && (
        <p role="alert" className="card border-l-3 border-l-bad px-5 py-4">
          {refusal}
        </p>
      )}
      <PasswordForm />
      {where.ways.oidc && <OidcButton id={where.ways.oidc.id} name={where.ways.oidc.name} />}
    </Door>
  );
}

function PasswordForm() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useEnter();
  const signIn = useMutation({
    mutationFn: () => request<unknown>('/api/auth/sign-in/email', { method: 'POST', body: { email: email.trim(), password } }),
    onSuccess: enter,
  });
  return (
    <DoorForm onSend={() => signIn.mutate()}>
      <TextInput id="email" type="email" label="E-mail address" autoComplete="username" required value={email} onText={setEmail} />
      <TextInput id="password" type="password" label="Password" autoComplete="current-password" required value={password} onText={setPassword} />
      <div>
        <Button type="submit" look="go" disabled={signIn.isPending}>
          {signIn.isPending ? 'Signing in…' : 'Sign in'}
        </Button>
      </div>
      {signIn.isError && <FailureNotice thrown={signIn.error} />}
      <p>
        <Link to="/forgot" className="meta underline decoration-line underline-offset-4 hover:text-ink">
          Forgot your password?
        </Link>
      </p>
    </DoorForm>
  );
}

function OidcButton({ id, name }: { id: string; name: string }) {
  const begin = useMutation({
    mutationFn: () =>
      request<{ readonly url: string }>('/api/auth/sign-in/social', {
        method: 'POST',
        // Back to where one wanted to go: a page of this server, never of another.
        body: { provider: id, callbackURL: toReturnPath(), errorCallbackURL: '/sign-in' },
      }),
    onSuccess: ({ url }) => location.assign(url),
  });
  return (
    <div className="grid justify-items-start gap-3">
      <Button disabled={begin.isPending} onClick={() => begin.mutate()}>
        {begin.isPending ? 'One moment…' : `Sign in with ${name}`}
      </Button>
      {begin.isError && <FailureNotice thrown={begin.error} />}
    </div>
  );
}

const toReturnPath = (): string => (location.pathname === '/sign-in' ? '/' : location.pathname + location.search);
