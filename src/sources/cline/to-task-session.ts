/** What a task tells about itself, whichever of its files was read. */
import { toSessionId, type Session } from '../../model/session.ts';

interface TaskWords extends Pick<Session, 'title' | 'cwd' | 'startedAt' | 'endedAt' | 'outputTokens'> {
  readonly taskId: string | undefined;
  readonly firstId: string | undefined;
  readonly models: ReadonlySet<string>;
}

export function toTaskSession({ taskId, firstId, models, ...rest }: TaskWords): Session {
  // A copy outside of its folder has no id: its first message, with its time, is as good a name.
  const nativeId = taskId ?? firstId ?? 'empty';
  return { id: toSessionId('cline', nativeId), agent: 'cline', nativeId, agentVersions: [], models: [...models], ...rest };
}
