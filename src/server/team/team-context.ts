import type { TeamApp } from '../../app/team/team-app.ts';
import type { Auth } from './auth/create-auth.ts';

/** What the team server's routes are given. */
export interface TeamContext {
  readonly app: TeamApp;
  readonly auth: Auth;
  /** The identity provider's name on the button; null where there is none. */
  readonly oidcName: string | null;
  /** Ends the streams that would otherwise keep the server from closing. */
  readonly stopping: AbortSignal;
  /** How often an open stream looks whether its person is still signed in. */
  readonly recheckStreamsMs: number;
  readonly reportBug: (error: unknown) => void;
}
