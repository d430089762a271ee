import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../model/api/team/case-views.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';

const WORDS = {
  publish: {
    offer: 'Show it to everyone here',
    ask: 'Everyone of your organisation may then see this case and be called to a round of it.',
    yes: 'Show it',
  },
  forget: {
    offer: 'Forget it',
    ask: 'Its content is erased for everyone, backups included. Others keep their own words. This cannot be taken back.',
    yes: 'Forget it for good',
  },
} as const;

/** What only its owner may do with a case. */
export function OwnCase({ shared }: { shared: CaseView }) {
  const [asked, setAsked] = useState<keyof typeof WORDS | null>(null);
  const queryClient = useQueryClient();
  const act = useMutation({
    mutationFn: (what: keyof typeof WORDS) => request<void>(`/api/team/cases/${encodeURIComponent(shared.id)}/${what}`, { method: 'POST', body: {} }),
    onSuccess: () => {
      setAsked(null);
      return queryClient.invalidateQueries({ queryKey: ['team'] });
    },
  });
  return (
    <div className="grid justify-items-start gap-2 px-1">
      {asked === null ? (
        <>
          {shared.publishedAt === null ? (
            <Button look="quiet" onClick={() => setAsked('publish')}>
              {WORDS.publish.offer}
            </Button>
          ) : (
            <p className="meta">Everyone here may see it.</p>
          )}
          <Button look="quiet" onClick={() => setAsked('forget')}>
            {WORDS.forget.offer}
          </Button>
        </>
      ) : (
        <div className="card grid justify-items-start gap-2.5 px-5 py-4">
          <p>{WORDS[asked].ask}</p>
          <div className="flex flex-wrap gap-3">
            <Button disabled={act.isPending} onClick={() => act.mutate(asked)}>
              {act.isPending ? 'One moment…' : WORDS[asked].yes}
            </Button>
            <Button look="quiet" onClick={() => setAsked(null)}>
              Leave it
            </Button>
          </div>
          {act.isError && <FailureNotice thrown={act.error} />}
        </div>
      )}
    </div>
  );
}
