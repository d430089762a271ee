import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request, toPath } from '../api/request.ts';
import { Door } from '../features/account/door.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';

/** Where a weekly letter leads who wants no more of them. It asks first: programs that look at mail open every address in it. */
export function UnsubscribePage() {
  const [token] = useState(() => location.hash.slice(1));
  const end = useMutation({ mutationFn: () => request<void>(toPath('/api/mail/unsubscribe', { token }), { method: 'POST', body: {} }) });
  if (end.isSuccess)
    return (
      <Door title="No more weekly letters" lead={<output>Rounds sends you none from now on. In Settings you can turn them on again.</output>}>
        {null}
      </Door>
    );
  return (
    <Door title="End the weekly letter?" lead="What waits for you is still on Rounds. Invitations and links you ask for go on coming.">
      <div>
        <Button look="go" disabled={end.isPending} onClick={() => end.mutate()}>
          {end.isPending ? 'Ending…' : 'Send me no more'}
        </Button>
      </div>
      {end.isError && <FailureNotice thrown={end.error} />}
    </Door>
  );
}
