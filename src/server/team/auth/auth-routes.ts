import type { MayCall } from '../routes/define-route.ts';

/**
 * Of better-auth's many addresses these can be reached, and no other: there is no open registration, and invitations, members
 * and tokens are dealt with by routes of our own. Each checks by itself who is signed in.
 */
export const AUTH_ROUTES: readonly { readonly method: 'GET' | 'POST'; readonly path: `/api/auth/${string}`; readonly may: MayCall }[] = Object.freeze([
  { method: 'POST', path: '/api/auth/sign-in/email', may: 'anyone' },
  { method: 'POST', path: '/api/auth/sign-in/social', may: 'anyone' },
  { method: 'GET', path: '/api/auth/callback/oidc', may: 'anyone' },
  { method: 'POST', path: '/api/auth/sign-out', may: 'anyone' },
  { method: 'POST', path: '/api/auth/change-password', may: 'member' },
  { method: 'POST', path: '/api/auth/request-password-reset', may: 'anyone' },
  { method: 'POST', path: '/api/auth/reset-password', may: 'anyone' },
  { method: 'POST', path: '/api/auth/device/code', may: 'anyone' },
  { method: 'POST', path: '/api/auth/device/token', may: 'anyone' },
  { method: 'GET', path: '/api/auth/device', may: 'member' },
  { method: 'POST', path: '/api/auth/device/approve', may: 'member' },
  { method: 'POST', path: '/api/auth/device/deny', may: 'member' },
]);

/** People come here from the identity provider's own pages. */
export const OIDC_RETURN_PATH = '/api/auth/callback/oidc';
