/** What is asked of experience: our own items, not a validated scale. 1 disagree strongly to 5 agree strongly. */
export interface SurveyItem {
  readonly id: string;
  readonly words: string;
}

export const SURVEY_ITEMS: readonly SurveyItem[] = Object.freeze([
  { id: 'expected', words: 'I know what is expected of me in this programme.' },
  { id: 'time', words: 'I have the protected time that was agreed.' },
  { id: 'safe', words: 'I can say “I do not know” to my partner.' },
  { id: 'real', words: 'What we work on is real work.' },
  { id: 'judging', words: 'I can tell when an agent’s work should not be accepted, and show why.' },
  { id: 'learning', words: 'I learn something that I use within the week.' },
  { id: 'equals', words: 'In our rounds we are equals.' },
  { id: 'load', words: 'The programme leaves room for the rest of my work.' },
  { id: 'staying', words: 'I expect to be here in a year.' },
]);

/** What preceptees say of a preceptor. */
export const PRECEPTOR_ITEMS: readonly SurveyItem[] = Object.freeze([
  { id: 'access', words: 'I can reach my preceptor when I need to.' },
  { id: 'stands-back', words: 'My preceptor stands back and lets me try.' },
  { id: 'specific', words: 'What my preceptor tells me is specific enough to act on.' },
  { id: 'safe', words: 'It is safe to ask my preceptor anything.' },
]);
