import type { QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { eventSearch, folderSearch, lessonSearch, sessionSearch } from './routes/search.ts';
import { CrashPage, NotFoundPage } from './routes/problem-pages.tsx';
import { Shell } from './features/shell/shell.tsx';
import { sessionQuery, todayQuery } from './api/queries.ts';
import { whereQuery } from './api/where.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: CrashPage });

async function prefetchToday(queryClient: QueryClient): Promise<void> {
  const where = await queryClient.ensureQueryData(whereQuery()).catch(() => null);
  if (where?.kind === 'mine') await queryClient.prefetchQuery(todayQuery());
}

const makeRoutes = (queryClient: QueryClient) => [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    // Asked for while the page's code is still on its way.
    loader: () => void prefetchToday(queryClient),
    component: lazyRouteComponent(() => import('./routes/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sessions',
    validateSearch: sessionSearch,
    component: lazyRouteComponent(() => import('./routes/sessions-page.tsx'), 'SessionsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sessions/$id',
    validateSearch: eventSearch,
    loader: ({ params }) => void queryClient.prefetchQuery(sessionQuery(params.id)),
    component: lazyRouteComponent(() => import('./routes/session-page.tsx'), 'SessionPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/moments/$id', component: lazyRouteComponent(() => import('./routes/moment-page.tsx'), 'MomentPage') }),
  createRoute({ getParentRoute: () => root, path: '/moments/$id/share', component: lazyRouteComponent(() => import('./routes/share-page.tsx'), 'SharePage') }),
  createRoute({ getParentRoute: () => root, path: '/shared', component: lazyRouteComponent(() => import('./routes/shared-page.tsx'), 'SharedPage') }),
  createRoute({ getParentRoute: () => root, path: '/rounds', component: lazyRouteComponent(() => import('./routes/rounds-page.tsx'), 'RoundsPage') }),
  createRoute({ getParentRoute: () => root, path: '/rounds/$id', component: lazyRouteComponent(() => import('./routes/round-page.tsx'), 'RoundPage') }),
  createRoute({ getParentRoute: () => root, path: '/growth', component: lazyRouteComponent(() => import('./routes/growth-page.tsx'), 'GrowthPage') }),
  createRoute({ getParentRoute: () => root, path: '/recall', component: lazyRouteComponent(() => import('./routes/recall-page.tsx'), 'RecallPage') }),
  createRoute({ getParentRoute: () => root, path: '/programme', component: lazyRouteComponent(() => import('./routes/programme-page.tsx'), 'ProgrammePage') }),
  createRoute({ getParentRoute: () => root, path: '/programme/$id', component: lazyRouteComponent(() => import('./routes/year-page.tsx'), 'YearPage') }),
  createRoute({
    getParentRoute: () => root,
    path: '/cohorts/$id/content',
    component: lazyRouteComponent(() => import('./routes/content-page.tsx'), 'ContentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/library',
    validateSearch: lessonSearch,
    component: lazyRouteComponent(() => import('./routes/library-page.tsx'), 'LibraryPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/lessons/$id', component: lazyRouteComponent(() => import('./routes/lesson-page.tsx'), 'LessonPage') }),
  createRoute({ getParentRoute: () => root, path: '/compare', component: lazyRouteComponent(() => import('./routes/compare-page.tsx'), 'ComparePage') }),
  createRoute({
    getParentRoute: () => root,
    path: '/compare/$id',
    component: lazyRouteComponent(() => import('./routes/comparison-page.tsx'), 'ComparisonPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/deconstruct',
    component: lazyRouteComponent(() => import('./routes/deconstruct-page.tsx'), 'DeconstructPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/drills',
    validateSearch: folderSearch,
    component: lazyRouteComponent(() => import('./routes/drills-page.tsx'), 'DrillsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/drills/$id',
    validateSearch: folderSearch,
    component: lazyRouteComponent(() => import('./routes/drill-page.tsx'), 'DrillPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/settings', component: lazyRouteComponent(() => import('./routes/settings-page.tsx'), 'SettingsPage') }),
  createRoute({ getParentRoute: () => root, path: '/sign-offs', component: lazyRouteComponent(() => import('./routes/sign-offs-page.tsx'), 'SignOffsPage') }),
  createRoute({ getParentRoute: () => root, path: '/sign-offs/$id', component: lazyRouteComponent(() => import('./routes/sign-off-page.tsx'), 'SignOffPage') }),
  createRoute({ getParentRoute: () => root, path: '/people', component: lazyRouteComponent(() => import('./routes/people-page.tsx'), 'PeoplePage') }),
  createRoute({
    getParentRoute: () => root,
    path: '/team/cases',
    component: lazyRouteComponent(() => import('./routes/team-cases-page.tsx'), 'TeamCasesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/team/cases/$id',
    component: lazyRouteComponent(() => import('./routes/team-case-page.tsx'), 'TeamCasePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/team/rounds/$id',
    component: lazyRouteComponent(() => import('./routes/team-round-page.tsx'), 'TeamRoundPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/grand-rounds',
    component: lazyRouteComponent(() => import('./routes/grand-rounds-page.tsx'), 'GrandRoundsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/grand-rounds/$id',
    component: lazyRouteComponent(() => import('./routes/grand-round-page.tsx'), 'GrandRoundPage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/surveys', component: lazyRouteComponent(() => import('./routes/surveys-page.tsx'), 'SurveysPage') }),
  createRoute({ getParentRoute: () => root, path: '/pair', component: lazyRouteComponent(() => import('./routes/pair-page.tsx'), 'PairPage') }),
  createRoute({ getParentRoute: () => root, path: '/pair/$programme', component: lazyRouteComponent(() => import('./routes/pair-page.tsx'), 'PairPage') }),
  createRoute({ getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('./routes/sign-in-route.tsx'), 'SignInRoute') }),
  createRoute({ getParentRoute: () => root, path: '/setup', component: lazyRouteComponent(() => import('./routes/setup-page.tsx'), 'SetupPage') }),
  createRoute({ getParentRoute: () => root, path: '/join', component: lazyRouteComponent(() => import('./routes/join-page.tsx'), 'JoinPage') }),
  createRoute({ getParentRoute: () => root, path: '/forgot', component: lazyRouteComponent(() => import('./routes/forgot-page.tsx'), 'ForgotPage') }),
  createRoute({ getParentRoute: () => root, path: '/reset', component: lazyRouteComponent(() => import('./routes/reset-page.tsx'), 'ResetPage') }),
  createRoute({
    getParentRoute: () => root,
    path: '/unsubscribe',
    component: lazyRouteComponent(() => import('./routes/unsubscribe-page.tsx'), 'UnsubscribePage'),
  }),
  createRoute({ getParentRoute: () => root, path: '/device', component: lazyRouteComponent(() => import('./routes/device-page.tsx'), 'DevicePage') }),
];

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({ routeTree: root.addChildren(makeRoutes(queryClient)), defaultPreload: 'intent', defaultPreloadStaleTime: 0, scrollRestoration: true });
