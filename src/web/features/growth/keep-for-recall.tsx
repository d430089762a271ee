import { useMutation } from '@tanstack/react-query';
import type { LessonId } from '../../../model/team/ids.ts';
import { toApiFailure } from '../../api/api-failure.ts';
import { request } from '../../api/request.ts';
import { usePlace } from '../../api/use-place.ts';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';

/** A lesson of somebody else's that I want to be asked for as well. What I am asked for is on my own machine, so only there. */
export function KeepForRecall({ lesson }: { lesson: LessonId }) {
  const { isMine } = usePlace();
  const showToast = useToast();
  const keep = useMutation({
    mutationFn: () => request<void>('/api/recall/lessons', { method: 'POST', body: { lesson } }),
    onSuccess: () => showToast({ text: 'Kept. It comes back from tomorrow on.' }),
    onError: (thrown: unknown) => showToast({ text: `It was not kept. ${toApiFailure(thrown).message}` }),
  });
  if (!isMine) return null;
  return (
    <Button className="justify-self-start" disabled={keep.isPending || keep.isSuccess} onClick={() => keep.mutate()}>
      {keep.isSuccess ? 'It comes back to you' : 'Bring it back to me'}
    </Button>
  );
}
