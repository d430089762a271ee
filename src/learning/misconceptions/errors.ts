import { writeEntry } from './write-entry.ts';

export const ERRORS = [
  writeEntry({
    id: 'R1',
    belief: 'Once it is caught, it is handled.',
    concepts: ['error propagation', 'recovery'],
    activities: ['E3', 'E4'],
    severity: 'critical',
    seen: 'An error is caught and logged, and the code goes on as if it had what it asked for.',
    said: 'Says that it no longer crashes.',
    ask: 'After this catch, which value does the next line work with, and is it right?',
    counter: 'Asks what the caller is told, or what makes the state right again.',
    refutation:
      'A catch decides who hears of the failure. Nothing is repaired by it: the next line works with a value that never came. Handle means recover, or tell somebody who can.',
    transferCase: 'Saving an invoice fails, the error is logged, and the customer sees "Thank you". Who finds out, and when?',
  }),
  writeEntry({
    id: 'R2',
    belief: 'Every failure is worth a retry.',
    concepts: ['transient and permanent failures', 'backoff'],
    activities: ['E6', 'E9'],
    severity: 'serious',
    seen: 'A retry around everything: refusals of the input too, with neither backoff nor a cap.',
    said: 'Says that it should just try again a few times.',
    ask: 'Which of these failures could end differently the second time?',
    counter: 'Tells failures that pass from those that stay, and caps the attempts.',
    refutation:
      'A refusal is an answer: the same question gets it again. Repeating it hides the defect, and when a service is down, everybody repeating at once keeps it down.',
    transferCase: 'A queue job gets "account closed" from the bank and is retried every second, for ever. What does the queue look like tomorrow?',
  }),
  writeEntry({
    id: 'R3',
    belief: 'Fallback values are harmless.',
    concepts: ['failing loudly', 'data integrity'],
    activities: ['E4', 'E7'],
    severity: 'serious',
    seen: 'A default of zero, an empty list or nothing takes the place of what could not be read.',
    said: 'Says that a default is safer than an error.',
    ask: 'How can somebody who reads this value later tell a real zero from a missing one?',
    counter: 'Asks what the default means downstream.',
    refutation:
      'A made-up value looks like a real one. An error stops here, today; a zero goes into totals, decisions and other tables, and cannot be told apart later.',
    transferCase: 'The price service is down and the price falls back to 0. Which screens, mails and reports are wrong before anybody notices?',
  }),
  writeEntry({
    id: 'R4',
    belief: 'Cleanup always runs.',
    concepts: ['resource lifetime', 'crash'],
    activities: ['E9', 'E11'],
    severity: 'minor',
    seen: 'A lock, a file or a promise is given back only in a finally block.',
    said: 'Says that finally takes care of it.',
    ask: 'The process is killed on this line: what is left behind, and who takes it away?',
    counter: 'Thinks of the killed process, or of the promise nobody waits for.',
    refutation:
      'A killed process, a lost machine and an unawaited promise run no finally. What must not stay behind needs an end of its own: a lease, a sweep at start, a temporary place.',
    transferCase: 'A worker marks a row "in progress", and marks it done in finally. The machine loses power. What happens to that row?',
  }),
  writeEntry({
    id: 'R5',
    belief: 'A success status means that the effect is there.',
    concepts: ['acknowledgement', 'durability'],
    activities: ['E5', 'E10'],
    severity: 'serious',
    seen: 'A status of success ends the matter: nothing is read back, and partial failures in the answer are passed over.',
    said: 'Says that it returned 200, or exit code 0.',
    ask: 'What exactly did the other side promise with that status?',
    counter: 'Reads back, or looks into the answer for parts that failed.',
    refutation:
      'A status says what its sender chose to promise: often only "received". A batch may succeed as a whole and fail in its parts. The effect is seen where it has to be.',
    transferCase: 'A bulk import answers 200 with "accepted: 970 of 1000". The script prints "imported". Who misses the other 30?',
  }),
];
