import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SetUp } from '../../model/api/team/accounts.ts';
import { request } from '../api/request.ts';
import { Door, DoorForm } from '../features/account/door.tsx';
import { NewPassword } from '../features/account/new-password.tsx';
import { readLinkToken } from '../features/account/read-link-token.ts';
import { useEnter } from '../features/account/use-enter.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** The first organisation of a server and its first account, from the link in the server's terminal. */
export function SetupPage() {
  const [token] = useState(() => readLinkToken(location.hash));
  if (token === null)
    return (
      <Door title="This link is not whole" lead="The terminal in which the server was started shows it in full. It works once.">
        {null}
      </Door>
    );
  return (
    <Door title="Set up Rounds for your organisation" lead="This makes the organisation and your account in it. Everyone else comes by invitation.">
      <SetupForm token={token} />
    </Door>
  );
}

function SetupForm({ token }: { token: string }) {
  const [organisation, setOrganisation] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useEnter();
  const setUp = useMutation({
    mutationFn: (body: SetUp) => request<void>('/api/setup', { method: 'POST', body }),
    onSuccess: enter,
  });
  return (
    <DoorForm onSend={() => setUp.mutate({ token, organisation, name, email, password })}>
      <TextInput id="organisation" label="Organisation" autoComplete="organization" maxLength={100} required value={organisation} onText={setOrganisation} />
      <TextInput id="name" label="Your name" autoComplete="name" maxLength={100} required value={name} onText={setName} />
      <TextInput id="email" type="email" label="Your e-mail address" autoComplete="username" required value={email} onText={setEmail} />
      <NewPassword value={password} onText={setPassword} />
      <div>
        <Button type="submit" look="go" disabled={setUp.isPending}>
          {setUp.isPending ? 'Setting up…' : 'Set up'}
        </Button>
      </div>
      {setUp.isError && <FailureNotice thrown={setUp.error} />}
    </DoorForm>
  );
}
