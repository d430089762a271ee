import type { TeamContext } from '../team-context.ts';
import { createMemberRoutes } from './accounts/member-routes.ts';
import { createAccountRoutes } from './accounts/routes.ts';
import { createCaseRoutes } from './cases/routes.ts';
import { createCredentialRoutes } from './credentials/routes.ts';
import type { TeamRoute } from './define-route.ts';
import { createGrandRoundRoutes } from './grand-rounds/routes.ts';
import { createLessonRoutes } from './lessons/routes.ts';
import { createMailRoutes } from './mail/routes.ts';
import { createPlaceRoutes } from './place/routes.ts';
import { createProbeRoutes } from './probes/routes.ts';
import { createSurveyRoutes } from './surveys/routes.ts';
import { createThreadRoutes } from './threads/routes.ts';
import { createTeamEventRoutes } from './events/routes.ts';
import { createPairRoutes } from './pairs/routes.ts';
import { createMeetingRoutes } from './meetings/routes.ts';
import { createWeeklyRoutes } from './weekly/routes.ts';
import { createProjectRoutes } from './projects/routes.ts';
import { createProtectedTimeRoutes } from './protected-time/routes.ts';
import { createContentRoutes } from './programmes/content-routes.ts';
import { createCohortRoutes } from './programmes/cohort-routes.ts';
import { createHandOverLevelRoutes } from './hand-over-levels/routes.ts';
import { createProgrammeRoutes } from './programmes/routes.ts';
import { createRatingRoutes } from './ratings/routes.ts';
import { createRoundRoutes } from './rounds/routes.ts';
import { createShownGrowthRoutes } from './shown-growth/routes.ts';
import { createSignOffRoutes } from './sign-offs/routes.ts';
import { createTokenRoutes } from './tokens/routes.ts';

/** Every route of the team server's own. One that is not here does not exist, and one that is here is in every test of rights. */
export const listTeamRoutes = (context: TeamContext): readonly TeamRoute[] => [
  ...createPlaceRoutes(context),
  ...createAccountRoutes(context),
  ...createMemberRoutes(context),
  ...createTokenRoutes(context),
  ...createMailRoutes(context),
  ...createLessonRoutes(context),
  ...createCredentialRoutes(context),
  ...createThreadRoutes(context),
  ...createPairRoutes(context),
  ...createMeetingRoutes(context),
  ...createWeeklyRoutes(context),
  ...createProjectRoutes(context),
  ...createProtectedTimeRoutes(context),
  ...createCaseRoutes(context),
  ...createRoundRoutes(context),
  ...createRatingRoutes(context),
  ...createShownGrowthRoutes(context),
  ...createSignOffRoutes(context),
  ...createTeamEventRoutes(context),
  ...createProbeRoutes(context),
  ...createGrandRoundRoutes(context),
  ...createSurveyRoutes(context),
  ...createCohortRoutes(context),
  ...createContentRoutes(context),
  ...createProgrammeRoutes(context),
  ...createHandOverLevelRoutes(context),
];
