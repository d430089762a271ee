import { FoldedQuestions } from './folded-questions.tsx';

const STEPS = [
  ['Summarise', 'What was asked, and what was decided, in two sentences.'],
  ['Narrow it down', 'The two or three explanations that were worth considering.'],
  ['Analyse', 'What speaks for each, line by line.'],
  ['Probe', 'Ask the other about what you could not settle.'],
  ['Plan', 'What to do with this change now.'],
  ['Select', 'One thing to read or try on your own.'],
] as const;

/** Six steps for who is learning, to lead the talk themselves. T. M. Wolpaw and others, Acad Med 78 (2003) 893–898. */
export function Snapps() {
  return <FoldedQuestions title="Six steps, for whoever presents the case" questions={STEPS} />;
}
