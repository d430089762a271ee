import type { TeamRole } from '../../../model/team-role.ts';

/** Roles of the organisation say who invites people, and nothing about who may judge what. */
export const ROLE_NAMES: Readonly<Record<TeamRole, string>> = { member: 'Member', lead: 'Lead', owner: 'Owner' };

const UPWARDS: readonly TeamRole[] = ['member', 'lead', 'owner'];

/** Whom somebody of this role may invite: nobody gives a role above their own, and members invite nobody. */
export const rolesToGive = (role: TeamRole): readonly TeamRole[] => (role === 'member' ? [] : UPWARDS.slice(0, UPWARDS.indexOf(role) + 1));
