import { writeEntry } from './write-entry.ts';

export const CONCURRENCY = [
  writeEntry({
    id: 'C1',
    belief: 'A sleep or a retry fixes a race.',
    concepts: ['happens-before', 'synchronisation'],
    activities: ['E4', 'E6'],
    severity: 'critical',
    seen: 'A wait or a retry is accepted as the fix, and nothing reproduces the failure first.',
    said: 'Calls it more reliable now, or asks how long the wait should be.',
    ask: 'Which event has to come before which, and what in this change makes sure of it?',
    counter: 'Names the event that must come first and asks for something that waits for that event.',
    refutation:
      'A wait makes the bad order rarer; it does not forbid it. Put a longer delay on the other side and the same failure comes back. Only waiting for the event itself orders the two.',
    transferCase:
      'A message consumer starts while a table is still being filled; the proposal is to start it thirty seconds later. What happens on a slow morning?',
  }),
  writeEntry({
    id: 'C2',
    belief: 'Single-threaded asynchronous code cannot race.',
    concepts: ['interleaving at await', 'check then act'],
    activities: ['E3', 'E4'],
    severity: 'serious',
    seen: 'A check and the act that relies on it stand on two sides of an await.',
    said: 'Says that there is only one thread, so nothing can come between.',
    ask: 'What else may run between this check and the line that relies on it?',
    counter: 'Points at the await between the check and the act.',
    refutation:
      'Every await gives the other tasks a turn. Two requests that both checked before either wrote will both write. One thread rules out torn values, not this.',
    transferCase: 'Two clicks on "redeem" call an async handler that reads the balance, awaits the mail service and subtracts. What is the balance afterwards?',
  }),
  writeEntry({
    id: 'C3',
    belief: 'It passed twenty times, so there is no race.',
    concepts: ['nondeterminism', 'forced interleaving'],
    activities: ['E5', 'E6'],
    severity: 'serious',
    seen: 'A test is run again and again, and the work ends when it is green often enough.',
    said: 'Gives the number of green runs as the reason.',
    ask: 'How could you make the bad order happen on purpose?',
    counter: 'Forces the order that fails, or names one that no run has tried.',
    refutation:
      'A failure of one run in fifty passes twenty runs two times in three. Reruns sample the orders that this machine likes. A forced order shows in one run.',
    transferCase: 'A nightly job failed once in March and never since. Somebody closes the report: sixty green nights. What do those nights say?',
  }),
  writeEntry({
    id: 'C4',
    belief: 'A transaction prevents all anomalies.',
    concepts: ['isolation levels', 'lost update', 'write skew'],
    activities: ['E7', 'E8'],
    severity: 'serious',
    seen: 'Read, change, write inside a transaction at the default isolation, and it counts as safe.',
    said: 'Says that it is in a transaction, and names neither lost update nor write skew.',
    ask: 'Two of these run at once at the default isolation: what does the second one read, and what does it write?',
    counter: 'Names the isolation level and the anomaly that it lets through.',
    refutation:
      'All or nothing is not one after the other. At read committed both transactions read 10, both write 9, both commit. A lock, a condition in the write, or serialisable isolation with retries is needed.',
    transferCase: 'Two doctors go off call at once; each transaction first checks that another doctor is on call. Who is on call afterwards?',
  }),
  writeEntry({
    id: 'C5',
    belief: 'A lock in one process protects a fleet.',
    concepts: ['distributed coordination'],
    activities: ['E9', 'E10'],
    severity: 'serious',
    seen: 'A lock or a flag in memory guards a job that runs on several machines.',
    said: 'Says that the mutex makes sure of it.',
    ask: 'Where does this lock live, and who else runs this code?',
    counter: 'Asks how many instances run, and where they agree.',
    refutation:
      'Memory is per process. With three instances there are three locks, each free. What all of them share, the database or a lease that ends, has to decide.',
    transferCase: 'A rate limit counts requests in a map of the web server. The team goes from one server to four. What is the limit now?',
  }),
  writeEntry({
    id: 'C6',
    belief: 'A timeout means that the work did not happen.',
    concepts: ['ambiguous outcome', 'idempotency'],
    activities: ['E9', 'E11'],
    severity: 'critical',
    seen: 'A call that changes something is made again after a timeout, with nothing that makes it safe twice.',
    said: 'Says that it timed out, so it can be sent again.',
    ask: 'The call timed out: what do you know about the other side?',
    counter: 'Says that the outcome is unknown, and looks for a key or a way to ask.',
    refutation:
      'The request, the work and the answer can each be what was lost. After a timeout the outcome is unknown. Repeat only what is safe twice, or ask first.',
    transferCase: 'A payment call times out after ten seconds and the shop offers "try again". Which two bank statements are possible?',
  }),
];
