import { FoldedQuestions } from './folded-questions.tsx';

const SKILLS = [
  ['Get a commitment', 'What did you think was going on, before anyone told you?'],
  ['Ask for the evidence', 'Which line made you think so? What else could explain it?'],
  ['Teach one general rule', 'Not about this file: one that will hold next month.'],
  ['Say what was right', 'Name the choice, so that it is repeated.'],
  ['Correct what was not', 'What to do next time, said so that it can be done.'],
] as const;

/** The five microskills of a preceptor, for when you are your own. J. O. Neher and others, J Am Board Fam Pract 5 (1992) 419–424. */
export function Microskills() {
  return <FoldedQuestions title="Five questions a preceptor would ask" questions={SKILLS} />;
}
