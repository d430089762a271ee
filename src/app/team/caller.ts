import type { TeamRole } from '../../model/team-role.ts';

/** Who asks, as the accounts know them; every use case of the team starts from it, and the store shows what this person may see. */
export interface Caller {
  readonly organisation: string;
  readonly person: string;
  readonly role: TeamRole;
  /** By a personal token, which may not make more of itself. */
  readonly byToken: boolean;
}
