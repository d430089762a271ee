import { Navigate } from '@tanstack/react-router';
import { usePlace } from '../api/use-place.ts';
import { SignInPage } from '../features/account/sign-in-page.tsx';

/** Where an identity provider comes back to when it says no. */
export function SignInRoute() {
  const { isMine, me } = usePlace();
  return isMine || me !== null ? <Navigate to="/" replace /> : <SignInPage />;
}
