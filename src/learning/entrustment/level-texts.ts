/** What each level of each activity looks like: a considered proposal, not validated on engineers. A programme may bring its own. */
import type { ActivityId } from '../../model/activity-names.ts';
import type { Level } from '../../model/entrustment-levels.ts';

/** The first level is the same for all. */
const WATCHES = 'Present, observes, and can retell what was decided and why.';

const FROM_TOGETHER: Readonly<Record<ActivityId, readonly [string, string, string, string]>> = {
  E1: [
    'Lists the goal; the partner adds the limits.',
    'Writes goal, limits, what shows that it is done, and what is out of scope; few corrections.',
    'Splits the work into steps that can be verified; states what must not change.',
    "Reviews other people's briefs and predicts where agents will stray.",
  ],
  E2: [
    'Follows along and asks why.',
    'Notices drift and redirects with a reason.',
    'Stops early, reverts cleanly, starts again smaller.',
    "Sets the team's guard rails, and says when not to use an agent.",
  ],
  E3: [
    'Explains a function when prompted.',
    'Traces a request through the change and names what is unknown.',
    'Finds changes of behaviour that nobody stated, and side effects.',
    'Teaches a way of reading; finds the code that is missing.',
  ],
  E4: [
    'Gives a verdict with a reason from the gut.',
    'Points to lines and evidence, and states how sure.',
    'Refuses plausible wrong work; is calibrated over 30 judgements or more.',
    'Settles disputes; changes their mind openly when wrong.',
  ],
  E5: [
    'Runs the tests that are given.',
    'Adds a test that fails before and passes after.',
    'Picks the level of test, mutates code to test the tests, covers paths of failure.',
    'Designs the verification of a whole class of risk.',
  ],
  E6: [
    'Collects evidence as told.',
    'One hypothesis at a time; predicts before each probe.',
    'Finds the cause and not the symptom; refuses a sleep or a retry that masks it.',
    'Leads a hunt of several people and writes its story.',
  ],
  E7: [
    'Runs the checklist.',
    'Spots untrusted input, a secret, a missing authorisation.',
    'Thinks through the threats of a change; checks what agents may do, and dependencies.',
    'Sets policy, and coaches on near misses.',
  ],
  E8: [
    'Describes the migration.',
    'Expands and contracts with a way back, tested on a copy.',
    'Handles live traffic, backfill and verification.',
    'Designs contracts about data across teams.',
  ],
  E9: [
    'Names the callers.',
    'Specifies inputs, errors and versions.',
    'Changes it without breaking anybody; handles repeats.',
    'Removes boundaries that do not earn their keep.',
  ],
  E10: [
    'Follows the runbook.',
    'Writes the rollout, the rule for stopping and the way back.',
    'Ships alone, reads the signals, rolls back early.',
    'Improves the way releases are made.',
  ],
  E11: [
    'Keeps the record.',
    'Does a bounded task; tells facts from guesses.',
    'Leads an incident of low severity.',
    'Leads a review without blame, whose actions are really done.',
  ],
  E12: [
    'Restates the options.',
    'Gives two real options, their cost and what can be undone.',
    'Decides within their scope, and names what would change the decision.',
    'Helps others decide, and revisits old decisions.',
  ],
  E13: [
    'Answers when asked.',
    'States a prediction and a mistake; asks precise questions.',
    'Turns a case into a lesson that others use.',
    'Precepts; changes their own mind on evidence.',
  ],
};

/** What a person does at this level of this activity. */
export function describeLevel(activity: ActivityId, level: Level): string {
  return level === 1 ? WATCHES : (FROM_TOGETHER[activity][level - 2] ?? WATCHES);
}
