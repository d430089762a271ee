import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request, toPath } from '../api/request.ts';
import { usePlace } from '../api/use-place.ts';
import { Door, DoorForm } from '../features/account/door.tsx';
import { toUserCode } from '../features/account/to-user-code.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** Where `rounds login` sends a person: does the code here stand in your terminal, too? */
export function DevicePage() {
  const { me } = usePlace();
  const [code, setCode] = useState(() => new URLSearchParams(location.search).get('user_code') ?? '');
  const userCode = toUserCode(code);
  const answer = useMutation({
    mutationFn: async (say: 'approve' | 'deny') => {
      // Looking a code up first ties it to who is signed in here; only they can then answer it.
      await request<unknown>(toPath('/api/auth/device', { user_code: userCode }));
      await request<unknown>(`/api/auth/device/${say}`, { method: 'POST', body: { userCode } });
      return say;
    },
  });
  if (answer.data)
    return (
      <Door
        title={answer.data === 'approve' ? 'That machine is logged in' : 'That machine was turned away'}
        lead={answer.data === 'approve' ? 'The terminal goes on by itself. You can close this page.' : 'Its code is worth nothing now.'}
      >
        <div>
          <ButtonLink to="/">Go to Today</ButtonLink>
        </div>
      </Door>
    );
  return (
    <Door
      title="Let a machine in as you?"
      lead={
        <>
          <p>A terminal asked to log in as {me?.name}. Rounds on that machine may then do here what you may: share cases, seal, run what you approve.</p>
          <p className="mt-2">Say yes only if this very code stands in your own terminal, now.</p>
        </>
      }
    >
      <DoorForm onSend={() => answer.mutate('approve')}>
        <TextInput
          id="code"
          label="Code in the terminal"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono text-xl tracking-[0.2em]"
          required
          value={code}
          onText={setCode}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="go" disabled={answer.isPending || userCode === ''}>
            {answer.isPending ? 'One moment…' : 'Yes, let it in'}
          </Button>
          <Button disabled={answer.isPending || userCode === ''} onClick={() => answer.mutate('deny')}>
            No
          </Button>
        </div>
        {answer.isError && <FailureNotice thrown={answer.error} />}
      </DoorForm>
    </Door>
  );
}
