import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { NewPassword } from './new-password.tsx';

export function ChangePassword({ email }: { email: string }) {
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () =>
      request<unknown>('/api/auth/change-password', { method: 'POST', body: { currentPassword: present, newPassword: next, revokeOtherSessions: true } }),
    onSuccess: () => {
      setPresent('');
      setNext('');
    },
  });
  return (
    <form
      className="card grid gap-4 px-5 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <TextInput id="present-password" type="password" label="Present password" autoComplete="current-password" required value={present} onText={setPresent} />
      <NewPassword label="New password" value={next} onText={setNext} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={change.isPending}>
          {change.isPending ? 'Changing…' : 'Change it'}
        </Button>
        <output className="meta">{change.isSuccess && 'Changed. Every other browser was signed out.'}</output>
      </div>
      {change.isError && <FailureNotice thrown={change.error} />}
    </form>
  );
}
