/** Cookies are shared by all ports of a host, so the name tells ours from that of another Rounds. */
export const sessionCookieName = (port: number): string => `rounds_${port}`;

/** A bookmark should still work tomorrow; the token itself lives in the home until it is replaced. */
export const SESSION_COOKIE_SECONDS = 30 * 24 * 60 * 60;
