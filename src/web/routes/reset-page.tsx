import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { Door, DoorForm } from '../features/account/door.tsx';
import { NewPassword } from '../features/account/new-password.tsx';
import { readLinkToken, RESET_LENGTH } from '../features/account/read-link-token.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';

/** Where the link of a letter leads: one field. */
export function ResetPage() {
  const [token] = useState(() => readLinkToken(location.hash, RESET_LENGTH));
  const [password, setPassword] = useState('');
  const reset = useMutation({
    mutationFn: () => request<unknown>('/api/auth/reset-password', { method: 'POST', body: { token, newPassword: password } }),
  });
  const [signIn, again] = [
    <Link key="in" to="/sign-in" className="meta underline decoration-line underline-offset-4 hover:text-ink">
      Sign in
    </Link>,
    <Link key="again" to="/forgot" className="meta underline decoration-line underline-offset-4 hover:text-ink">
      Ask for another link
    </Link>,
  ];
  if (token === null)
    return (
      <Door title="This link is not whole" lead="It may have been cut by the program that brought it.">
        <p>{again}</p>
      </Door>
    );
  if (reset.isSuccess)
    return (
      <Door title="Your password is changed" lead={<output>Every browser and every program that was signed in with your account is signed out.</output>}>
        <p>{signIn}</p>
      </Door>
    );
  return (
    <Door title="Choose a new password" lead="Every browser and every program that is signed in with your account is then signed out.">
      <DoorForm onSend={() => reset.mutate()}>
        <NewPassword label="New password" value={password} onText={setPassword} />
        <div>
          <Button type="submit" look="go" disabled={reset.isPending}>
            {reset.isPending ? 'Changing…' : 'Change it'}
          </Button>
        </div>
        {reset.isError && (
          <>
            <FailureNotice thrown={reset.error} />
            <p>{again}</p>
          </>
        )}
      </DoorForm>
    </Door>
  );
}
