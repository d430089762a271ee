/** Plain data, no schema: the web app counts with it without carrying a validator. A page of at most five minutes is a short one. */
export const LONGEST_ANSWER = 600;
export const LONGEST_FOCUS = 300;
