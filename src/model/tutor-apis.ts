/** How a language model may be spoken to. Without zod, for the web app. */
export const TUTOR_APIS = ['openai', 'anthropic'] as const;
export type TutorApi = (typeof TUTOR_APIS)[number];
