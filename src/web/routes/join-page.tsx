import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitationLook, Join } from '../../model/api/team/accounts.ts';
import { request } from '../api/request.ts';
import { Door, DoorForm } from '../features/account/door.tsx';
import { NewPassword } from '../features/account/new-password.tsx';
import { readLinkToken } from '../features/account/read-link-token.ts';
import { useEnter } from '../features/account/use-enter.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** Where an invitation leads: who invites whom to what, then a name and a password. */
export function JoinPage() {
  const [token] = useState(() => readLinkToken(location.hash));
  if (token === null)
    return (
      <Door title="This invitation is not whole" lead="The link may have been cut by the program that brought it. Ask for it once more.">
        {null}
      </Door>
    );
  return <Invited token={token} />;
}

function Invited({ token }: { token: string }) {
  const look = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => request<InvitationLook>('/api/join/look', { method: 'POST', body: { token } }),
    staleTime: Infinity,
  });
  if (look.isError)
    return (
      <Door title="This invitation cannot be used">
        <FailureNotice thrown={look.error} onRetry={() => void look.refetch()} />
      </Door>
    );
  if (!look.data)
    return (
      <Door title="An invitation">
        <Skeleton label="Looking at the invitation" heights={[150]} />
      </Door>
    );
  return (
    <Door title={`Join ${look.data.organisation}`} lead={`${look.data.invitedBy} invites you, as ${look.data.email}, to do rounds together.`}>
      <JoinForm token={token} email={look.data.email} />
    </Door>
  );
}

function JoinForm({ token, email }: { token: string; email: string }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const enter = useEnter();
  const join = useMutation({ mutationFn: (body: Join) => request<void>('/api/join', { method: 'POST', body }), onSuccess: enter });
  return (
    <DoorForm onSend={() => join.mutate({ token, name, password })}>
      {/* So that a password manager keeps the password with the right name. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <TextInput id="name" label="Your name, as others will see it" autoComplete="name" maxLength={100} required value={name} onText={setName} />
      <NewPassword value={password} onText={setPassword} />
      <div>
        <Button type="submit" look="go" disabled={join.isPending}>
          {join.isPending ? 'Joining…' : 'Join'}
        </Button>
      </div>
      {join.isError && <FailureNotice thrown={join.error} />}
    </DoorForm>
  );
}
