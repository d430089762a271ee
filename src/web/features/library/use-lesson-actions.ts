import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TieLesson } from '../../../model/api/lesson-places.ts';
import type { KeepLesson, NewAnchors } from '../../../model/api/team/lessons.ts';
import type { Lesson, LessonDraft } from '../../../model/team/lesson.ts';
import { request } from '../../api/request.ts';
import { useToast } from '../../ui/toast.tsx';

function useRefresh() {
  const queryClient = useQueryClient();
  return async (): Promise<void> => {
    await Promise.all([queryClient.invalidateQueries({ queryKey: ['team', 'lessons'] }), queryClient.invalidateQueries({ queryKey: ['team', 'lesson'] })]);
  };
}

const toPath = (id: string, act = ''): string => `/api/team/lessons/${encodeURIComponent(id)}${act}`;

export function useKeepLesson() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (body: KeepLesson) => request<Lesson>('/api/team/lessons', { method: 'POST', body }), onSuccess: refresh });
}

export function useChangeLesson(id: string) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (body: LessonDraft) => request<Lesson>(toPath(id), { method: 'PUT', body }), onSuccess: refresh });
}

/** On the machine that has the code: its own Rounds reads the lines. */
export function useTieLesson(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: TieLesson) => request<Lesson>(`/api/lessons/${encodeURIComponent(id)}/anchors`, { method: 'POST', body }),
    onSuccess: refresh,
  });
}

/** Needs no code, and so works anywhere. What somebody else tied meanwhile stays. */
export function useUntieLesson({ id, anchors }: Pick<Lesson, 'id' | 'anchors'>) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (n: number) => {
      const body: NewAnchors = { anchors: anchors.filter((_, at) => at !== n), seen: anchors };
      return request<Lesson>(toPath(id, '/anchors'), { method: 'PUT', body });
    },
    onSettled: refresh,
  });
}

/** Publishing cannot be taken back: others may have read it. Retiring can. */
export function usePublishLesson(id: string) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: () => request<Lesson>(toPath(id, '/publish'), { method: 'POST', body: {} }), onSuccess: refresh });
}

export function useRetireLesson(id: string) {
  const refresh = useRefresh();
  const showToast = useToast();
  const restore = useMutation({ mutationFn: () => request<Lesson>(toPath(id, '/restore'), { method: 'POST', body: {} }), onSuccess: refresh });
  const retire = useMutation({
    mutationFn: () => request<Lesson>(toPath(id, '/retire'), { method: 'POST', body: {} }),
    onSuccess: async () => {
      await refresh();
      showToast({ text: 'Retired. It is out of every list and export.', undo: () => restore.mutate() });
    },
  });
  return { retire, restore };
}
