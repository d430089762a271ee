/** Plain data, no schema: the form for a cohort's content says what does not fit without carrying a validator. */
export const MOST_NAME_CHARACTERS = 80;
export const MOST_TEXT_CHARACTERS = 600;

/** Numbers of a sign-off that a cohort may raise, to no more than this. The months it may only lower. */
export const SIGN_OFF_MOST = Object.freeze({ cases: 50, contexts: 20, raters: 10, agentErrorsCaught: 20 });
