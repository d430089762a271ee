import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { AskFirst } from './ask-first.tsx';

/** Everyone may go. The page is loaded anew after: nobody is signed in there any more. */
export function LeaveOrganisation({ name }: { name: string }) {
  const [isAsked, setAsked] = useState(false);
  const leave = useMutation({
    mutationFn: () => request<void>('/api/team/leave', { method: 'POST', body: {} }),
    onSuccess: () => location.reload(),
  });
  return (
    <>
      <div>
        <Button look="quiet" onClick={() => setAsked(true)}>
          <span>
            Leave <Plain>{name}</Plain>
          </span>
        </Button>
      </div>
      {isAsked && (
        <AskFirst yes="Leave" no="Stay" isPending={leave.isPending} onYes={() => leave.mutate()} onNo={() => setAsked(false)}>
          You leave all pairs and are signed out everywhere. What you sealed and wrote stays. Only an owner can take you back.
        </AskFirst>
      )}
      {leave.isError && <FailureNotice thrown={leave.error} />}
    </>
  );
}
