import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DebriefDraft } from '../../../model/debrief.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { ApiFailure, toApiFailure } from '../../api/api-failure.ts';
import { teamRoundPath, teamRoundQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import type { DraftState } from '../round/use-draft.ts';
import { beginShared, choose, isToBeSaved, markSaved, markUnsaved, receive, send, write, type SharedDraft } from './merge-debrief.ts';

/** How long writing rests before it is saved, and how long before a failed save is tried again. */
const REST_MS = 600;
const AGAIN_MS = 3000;

/** The debrief of a round as all of its people write it, saved as it is written. */
export function useSharedDebrief(round: TeamRound) {
  const queryClient = useQueryClient();
  const [shared, setShared] = useState(() => beginShared(round.debriefDraft, round.debriefVersion));
  const [state, setState] = useState<DraftState>({ type: 'saved', at: null });
  const latest = useRef(shared);
  const isStopped = useRef(false);
  const apply = useCallback((change: (now: SharedDraft) => SharedDraft): void => {
    latest.current = change(latest.current);
    setShared(latest.current);
  }, []);

  const save = useCallback(async (): Promise<void> => {
    if (isStopped.current || !isToBeSaved(latest.current)) return;
    apply(send);
    setState({ type: 'saving' });
    const { sent, version } = latest.current;
    try {
      const saved = await request<{ readonly version: number }>(`${teamRoundPath(round.id)}/debrief`, {
        method: 'PUT',
        body: { draft: sent, onVersion: version },
      });
      apply((now) => markSaved(now, saved.version));
      queryClient.setQueryData<TeamRound>(teamRoundQuery(round.id).queryKey, (now) =>
        now && now.debriefVersion < saved.version ? { ...now, debriefDraft: sent ?? {}, debriefVersion: saved.version } : now,
      );
      setState({ type: 'saved', at: new Date().toISOString() });
    } catch (thrown) {
      apply(markUnsaved);
      // Somebody else saved since: what they wrote comes with the round, and mine is saved upon it.
      if (thrown instanceof ApiFailure && thrown.status === 409) {
        setState({ type: 'waiting' });
        void queryClient.invalidateQueries({ queryKey: teamRoundQuery(round.id).queryKey });
      } else setState({ type: 'failed', why: toApiFailure(thrown).message });
    }
  }, [apply, queryClient, round.id]);

  useEffect(() => {
    apply((now) => receive(now, round.debriefDraft, round.debriefVersion));
  }, [apply, round.debriefDraft, round.debriefVersion]);

  const isDue = isToBeSaved(shared);
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(() => void save(), state.type === 'failed' ? AGAIN_MS : REST_MS);
    return () => clearTimeout(timer);
  }, [isDue, save, state]);

  return {
    draft: shared.mine,
    theirs: shared.theirs,
    state,
    change: useCallback(
      (part: DebriefDraft): void => {
        apply((now) => write(now, part));
        setState({ type: 'waiting' });
      },
      [apply],
    ),
    choose: useCallback((field: keyof DebriefDraft, whose: 'mine' | 'theirs'): void => apply((now) => choose(now, field, whose)), [apply]),
    stop: useCallback((): void => {
      isStopped.current = true;
    }, []),
    resume: useCallback((): void => {
      isStopped.current = false;
      setState({ type: 'waiting' });
    }, []),
  };
}
