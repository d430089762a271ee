/** Pages of the team's server that need nobody to be signed in. */
export const isOpenToAnyone = (pathname: string): boolean => ['/setup', '/join', '/sign-in', '/forgot', '/reset', '/unsubscribe'].includes(pathname);

/** Sessions, moments, growth and rounds alone never leave the machine they were made on. */
export const isOnlyOnOwnMachine = (pathname: string): boolean => /^\/(?:sessions|moments|shared|growth|drills|recall|rounds\/r_)/.test(pathname);
/** These need a team. */
export const isOfTeam = (pathname: string): boolean => /^\/(?:team|programme|pair|people|library|lessons|sign-offs)(?:\/|$)/.test(pathname);
