import { z } from 'zod';

/** What someone may do for their organisation. In a round everybody has the same rights, and no role opens a round to who is not in it. */
export const TEAM_ROLES = ['member', 'lead', 'owner'] as const;
export const teamRoleSchema = z.enum(TEAM_ROLES);
export type TeamRole = z.infer<typeof teamRoleSchema>;

/** Whether `role` may do what `needed` may: an owner what a lead may, a lead what a member may. */
export const isAtLeast = (role: TeamRole, needed: TeamRole): boolean => TEAM_ROLES.indexOf(role) >= TEAM_ROLES.indexOf(needed);
