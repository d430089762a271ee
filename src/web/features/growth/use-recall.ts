import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnsweredCard, AskedCard, TurnedCard } from '../../../model/api/recall.ts';
import type { RecallGrade } from '../../../model/recall.ts';
import { toApiFailure } from '../../api/api-failure.ts';
import { recallQuery } from '../../api/growth-queries.ts';
import { request } from '../../api/request.ts';
import { useToast } from '../../ui/toast.tsx';

const toPath = (id: string, act: 'turn' | 'answer' | 'away'): string => `/api/recall/${encodeURIComponent(id)}/${act}`;

/** Today's cards one by one. A card that was dealt with here stays dealt with, whatever the server lists meanwhile. */
export function useRecall() {
  const queryClient = useQueryClient();
  const showToast = useToast();
  const recall = useQuery(recallQuery());
  const [done, setDone] = useState<readonly string[]>([]);
  const [looked, setLooked] = useState(0);
  const [current, setCurrent] = useState<AskedCard | null>(null);
  const [turned, setTurned] = useState<TurnedCard | null>(null);
  const [answered, setAnswered] = useState<AnsweredCard | null>(null);

  const waiting = (recall.data?.due ?? []).filter(({ id }) => !done.includes(id));
  const card = current ?? waiting[0] ?? null;
  const onError = (thrown: unknown): void => showToast({ text: `It was not kept. ${toApiFailure(thrown).message}` });
  const post = <T>(act: 'turn' | 'answer' | 'away', body: object): Promise<T> => {
    if (!card) throw new Error('There is no card to act on.');
    return request<T>(toPath(card.id, act), { method: 'POST', body });
  };
  const moment = card?.case?.moment ?? null;
  const finish = (id: string): void => {
    setDone((before) => [...before, id]);
    for (const queryKey of [['growth'], ['today'], ['recall']]) void queryClient.invalidateQueries({ queryKey });
  };

  const turn = useMutation({
    mutationFn: () => post<TurnedCard>('turn', { moment }),
    onSuccess: (shown) => {
      setCurrent(card);
      setTurned(shown);
    },
    onError,
  });
  const answer = useMutation({
    mutationFn: (grade: RecallGrade) => post<AnsweredCard>('answer', { grade, moment }),
    onSuccess: (kept) => {
      setAnswered(kept);
      setLooked((before) => before + 1);
      if (card) finish(card.id);
    },
    onError,
  });
  const next = (): void => {
    setCurrent(null);
    setTurned(null);
    setAnswered(null);
  };
  const putAway = useMutation({
    mutationFn: () => post<void>('away', { away: true }),
    onSuccess: () => {
      const id = card?.id ?? '';
      finish(id);
      next();
      showToast({
        text: 'Put away. It is not asked again.',
        undo: () => {
          setDone((before) => before.filter((one) => one !== id));
          void request<void>(toPath(id, 'away'), { method: 'POST', body: { away: false } }).then(() => recall.refetch(), onError);
        },
      });
    },
    onError,
  });
  const position = { at: done.length + (answered ? 0 : 1), of: done.length + waiting.length };
  return { recall, card, turned, answered, turn, answer, putAway, next, position, isDone: done.length > 0, looked };
}
