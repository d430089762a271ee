import type { TeamRole } from '../../../model/team-role.ts';

/** Roles of the organisation say who invites people, and nothing about who may judge what. */
export const ROLE_NAMES: Readonly<Record<TeamRole, string>> = { member: 'Member', lead: 'Lead', owner: 'Owner' };
