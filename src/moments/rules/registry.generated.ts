// Written by scripts/generate-rules.ts from the rule folders. Do not edit.
import type { RegisteredRule } from '../rule/registered-rule.ts';
import { rule as checkLoosened } from './checks/check-loosened/rule.ts';
import { rule as checkerSilenced } from './checks/checker-silenced/rule.ts';
import { rule as typeHole } from './checks/type-hole/rule.ts';
import { rule as causeAsserted } from './claims/cause-asserted/rule.ts';
import { rule as claimAfterFailure } from './claims/claim-after-failure/rule.ts';
import { rule as claimAfterPartialRun } from './claims/claim-after-partial-run/rule.ts';
import { rule as claimBeyondTests } from './claims/claim-beyond-tests/rule.ts';
import { rule as claimDisproved } from './claims/claim-disproved/rule.ts';
import { rule as claimWithoutRun } from './claims/claim-without-run/rule.ts';
import { rule as commitLeftOut } from './claims/commit-left-out/rule.ts';
import { rule as completeFromMemory } from './claims/complete-from-memory/rule.ts';
import { rule as failingCommandLeft } from './claims/failing-command-left/rule.ts';
import { rule as greenThenRed } from './claims/green-then-red/rule.ts';
import { rule as guessOnRecord } from './claims/guess-on-record/rule.ts';
import { rule as kindLeftOut } from './claims/kind-left-out/rule.ts';
import { rule as noneInCutOutput } from './claims/none-in-cut-output/rule.ts';
import { rule as planCheckDropped } from './claims/plan-check-dropped/rule.ts';
import { rule as publishedUnrun } from './claims/published-unrun/rule.ts';
import { rule as readAsCheck } from './claims/read-as-check/rule.ts';
import { rule as sameTestsGreen } from './claims/same-tests-green/rule.ts';
import { rule as settingsUntried } from './claims/settings-untried/rule.ts';
import { rule as standingChecksOnly } from './claims/standing-checks-only/rule.ts';
import { rule as successEchoed } from './claims/success-echoed/rule.ts';
import { rule as typesUnseen } from './claims/types-unseen/rule.ts';
import { rule as verificationRefused } from './claims/verification-refused/rule.ts';
import { rule as worksUnchanged } from './claims/works-unchanged/rule.ts';
import { rule as commitOnRed } from './commands/commit-on-red/rule.ts';
import { rule as destructiveCommand } from './commands/destructive-command/rule.ts';
import { rule as hookBypass } from './commands/hook-bypass/rule.ts';
import { rule as refusalOverridden } from './commands/refusal-overridden/rule.ts';
import { rule as sideTakenWhole } from './commands/side-taken-whole/rule.ts';
import { rule as fixedWait } from './concurrency/fixed-wait/rule.ts';
import { rule as retryAfterAnyError } from './concurrency/retry-after-any-error/rule.ts';
import { rule as timeLimitRaised } from './concurrency/time-limit-raised/rule.ts';
import { rule as installLeft } from './design/install-left/rule.ts';
import { rule as keptThoughUnused } from './design/kept-though-unused/rule.ts';
import { rule as positionalFlags } from './design/positional-flags/rule.ts';
import { rule as reuseAsked } from './design/reuse-asked/rule.ts';
import { rule as structureQuestioned } from './design/structure-questioned/rule.ts';
import { rule as absenceDeletes } from './edges/absence-deletes/rule.ts';
import { rule as arguedAway } from './edges/argued-away/rule.ts';
import { rule as brokenByChange } from './edges/broken-by-change/rule.ts';
import { rule as callbackUnpassed } from './edges/callback-unpassed/rule.ts';
import { rule as cutByBytes } from './edges/cut-by-bytes/rule.ts';
import { rule as effectRefires } from './edges/effect-refires/rule.ts';
import { rule as gapUntold } from './edges/gap-untold/rule.ts';
import { rule as knownValueBounded } from './edges/known-value-bounded/rule.ts';
import { rule as ownBugFound } from './edges/own-bug-found/rule.ts';
import { rule as testSaysLittle } from './edges/test-says-little/rule.ts';
import { rule as errorDiscarded } from './errors/error-discarded/rule.ts';
import { rule as errorPaperedOver } from './errors/error-papered-over/rule.ts';
import { rule as errorSilenced } from './errors/error-silenced/rule.ts';
import { rule as failedStepPasses } from './errors/failed-step-passes/rule.ts';
import { rule as guardAtCrash } from './errors/guard-at-crash/rule.ts';
import { rule as absenceDenied } from './hindsight/absence-denied/rule.ts';
import { rule as blamedElsewhere } from './hindsight/blamed-elsewhere/rule.ts';
import { rule as causeOverturned } from './hindsight/cause-overturned/rule.ts';
import { rule as expectationBroken } from './hindsight/expectation-broken/rule.ts';
import { rule as fixWithoutEffect } from './hindsight/fix-without-effect/rule.ts';
import { rule as fixedLater } from './hindsight/fixed-later/rule.ts';
import { rule as goneWithoutChange } from './hindsight/gone-without-change/rule.ts';
import { rule as hadItAlready } from './hindsight/had-it-already/rule.ts';
import { rule as nameNotThere } from './hindsight/name-not-there/rule.ts';
import { rule as nameSwapped } from './hindsight/name-swapped/rule.ts';
import { rule as personWasRight } from './hindsight/person-was-right/rule.ts';
import { rule as rehearsalActed } from './hindsight/rehearsal-acted/rule.ts';
import { rule as sameErrorAgain } from './hindsight/same-error-again/rule.ts';
import { rule as takenBack } from './hindsight/taken-back/rule.ts';
import { rule as acceptedUnread } from './human/accepted-unread/rule.ts';
import { rule as beliefDenied } from './human/belief-denied/rule.ts';
import { rule as humanCorrection } from './human/human-correction/rule.ts';
import { rule as humanQuestion } from './human/human-question/rule.ts';
import { rule as leftToAgent } from './human/left-to-agent/rule.ts';
import { rule as codeCommentedOut } from './leftovers/code-commented-out/rule.ts';
import { rule as copiedBlock } from './leftovers/copied-block/rule.ts';
import { rule as copiedWithNamesChanged } from './leftovers/copied-with-names-changed/rule.ts';
import { rule as debugLeft } from './leftovers/debug-left/rule.ts';
import { rule as fixedInCopies } from './leftovers/fixed-in-copies/rule.ts';
import { rule as workLeftOpen } from './leftovers/work-left-open/rule.ts';
import { rule as ioInLoop } from './performance/io-in-loop/rule.ts';
import { rule as rebuiltInLoop } from './performance/rebuilt-in-loop/rule.ts';
import { rule as searchInLoop } from './performance/search-in-loop/rule.ts';
import { rule as unboundedFanOut } from './performance/unbounded-fan-out/rule.ts';
import { rule as alreadyChanged } from './process/already-changed/rule.ts';
import { rule as askNarrowed } from './process/ask-narrowed/rule.ts';
import { rule as emptySearchAgain } from './process/empty-search-again/rule.ts';
import { rule as errorWavedOff } from './process/error-waved-off/rule.ts';
import { rule as failureDismissed } from './process/failure-dismissed/rule.ts';
import { rule as guessLoop } from './process/guess-loop/rule.ts';
import { rule as hunchAccepted } from './process/hunch-accepted/rule.ts';
import { rule as puzzledRetries } from './process/puzzled-retries/rule.ts';
import { rule as caseBroughtUp } from './review/case-brought-up/rule.ts';
import { rule as copyBroughtUp } from './review/copy-brought-up/rule.ts';
import { rule as wasteBroughtUp } from './review/waste-brought-up/rule.ts';
import { rule as commitUnasked } from './scope/commit-unasked/rule.ts';
import { rule as personsEditUndone } from './scope/persons-edit-undone/rule.ts';
import { rule as pointedAtUnseen } from './scope/pointed-at-unseen/rule.ts';
import { rule as resumedUndecided } from './scope/resumed-undecided/rule.ts';
import { rule as sweptIntoCommit } from './scope/swept-into-commit/rule.ts';
import { rule as testsPromised } from './scope/tests-promised/rule.ts';
import { rule as toldNotTo } from './scope/told-not-to/rule.ts';
import { rule as unaskedSharing } from './scope/unasked-sharing/rule.ts';
import { rule as unrelatedFixed } from './scope/unrelated-fixed/rule.ts';
import { rule as codeFromData } from './security/code-from-data/rule.ts';
import { rule as doorsLeftOpen } from './security/doors-left-open/rule.ts';
import { rule as secretInCode } from './security/secret-in-code/rule.ts';
import { rule as shellFromValues } from './security/shell-from-values/rule.ts';
import { rule as sqlFromValues } from './security/sql-from-values/rule.ts';
import { rule as tlsCheckOff } from './security/tls-check-off/rule.ts';
import { rule as workflowTrustsFork } from './security/workflow-trusts-fork/rule.ts';
import { rule as advisedAgainst } from './sound/advised-against/rule.ts';
import { rule as askedFirst } from './sound/asked-first/rule.ts';
import { rule as backedUpFirst } from './sound/backed-up-first/rule.ts';
import { rule as causeConfirmed } from './sound/cause-confirmed/rule.ts';
import { rule as changeHeld } from './sound/change-held/rule.ts';
import { rule as checkedClaim } from './sound/checked-claim/rule.ts';
import { rule as checkedCommit } from './sound/checked-commit/rule.ts';
import { rule as diagnosisHeld } from './sound/diagnosis-held/rule.ts';
import { rule as disputedTest } from './sound/disputed-test/rule.ts';
import { rule as fixHeld } from './sound/fix-held/rule.ts';
import { rule as limitsDisclosed } from './sound/limits-disclosed/rule.ts';
import { rule as lookedFirst } from './sound/looked-first/rule.ts';
import { rule as planHeld } from './sound/plan-held/rule.ts';
import { rule as redThenGreen } from './sound/red-then-green/rule.ts';
import { rule as refusedToMask } from './sound/refused-to-mask/rule.ts';
import { rule as reproducedFirst } from './sound/reproduced-first/rule.ts';
import { rule as testPinsResult } from './sound/test-pins-result/rule.ts';
import { rule as triedByHand } from './sound/tried-by-hand/rule.ts';
import { rule as indexPastEnd } from './special-cases/index-past-end/rule.ts';
import { rule as literalAnswer } from './special-cases/literal-answer/rule.ts';
import { rule as testAwareCode } from './special-cases/test-aware-code/rule.ts';
import { rule as assertionAlwaysTrue } from './tests/assertion-always-true/rule.ts';
import { rule as assertionRemoved } from './tests/assertion-removed/rule.ts';
import { rule as assertionWeakened } from './tests/assertion-weakened/rule.ts';
import { rule as expectedMadeActual } from './tests/expected-made-actual/rule.ts';
import { rule as failingTestRemoved } from './tests/failing-test-removed/rule.ts';
import { rule as snapshotAccepted } from './tests/snapshot-accepted/rule.ts';
import { rule as testFocused } from './tests/test-focused/rule.ts';
import { rule as testSkipped } from './tests/test-skipped/rule.ts';
import { rule as testWithoutOracle } from './tests/test-without-oracle/rule.ts';

export const RULES: readonly RegisteredRule[] = [
  {
    group: 'checks',
    rule: checkLoosened,
    text: {
      title: 'A gate was made easier to pass in {file}: {what}',
      references: [{ label: 'CWE-693: Protection mechanism failure', url: 'https://cwe.mitre.org/data/definitions/693.html' }],
      what: 'A setting of a checker, a test runner or the build was changed so that more passes: {what}.',
      why: 'A gate for everybody was opened because of one place that did not fit. It stays open for every later change, long after the reason is forgotten.',
      whatToDo:
        'Fix the place, or make the exception there and nowhere else, with its reason. If the gate itself is wrong, change it in a change of its own that says so.',
    },
  },
  {
    group: 'checks',
    rule: checkerSilenced,
    text: {
      title: 'A checker was told to be quiet in {file}',
      references: [{ label: 'CWE-710: Improper adherence to coding standards', url: 'https://cwe.mitre.org/data/definitions/710.html' }],
      what: 'The change adds “{directive}”: a diagnostic is switched off where it appeared.',
      why: 'The checker pointed at something. Silencing it removes the message and keeps the cause, for everybody who comes after, and for every later mistake on the same lines. A justification written in the moment of being stopped deserves a second look.',
      whatToDo:
        'Read the diagnostic out loud and say what could happen at run time. Fix that; if it is truly a false alarm, name the one rule and give the reason a stranger would accept.',
    },
  },
  {
    group: 'checks',
    rule: typeHole,
    text: {
      title: "A value leaves the type checker's sight in {file}",
      references: [{ label: 'CWE-704: Incorrect type conversion or cast', url: 'https://cwe.mitre.org/data/definitions/704.html' }],
      what: 'The code uses “{way}”: from here on the compiler believes whatever is said about the value.',
      why: 'The compiler had seen that two things do not fit. The cast does not make them fit; it moves the discovery to run time, and to everybody who uses the value afterwards.',
      whatToDo: 'Ask what the type error said. Narrow the value with a check, or parse it at the boundary, so that the type is earned rather than claimed.',
    },
  },
  {
    group: 'claims',
    rule: causeAsserted,
    text: {
      title: 'A cause stated as found: “{cause}”',
      references: [{ label: 'Andreas Zeller, Why Programs Fail: a diagnosis is confirmed by an experiment' }],
      what: 'One cause is named as the cause. It was read out of the code or a log; nothing was run that would have come out differently with another cause.',
      why: 'A story that explains everything seen so far is a good hypothesis, and there is always more than one. Stated as found, it decides where everybody looks next.',
      whatToDo:
        'Ask what the cause predicts that the other candidates do not: a run that must fail, one that must not, a time when it cannot have happened. Then look at exactly that.',
    },
  },
  {
    group: 'claims',
    rule: claimAfterFailure,
    text: {
      title: '“{claim}”, right after {command} failed',
      references: [],
      what: 'The last check before this sentence failed, and the sentence reports success without a word about it.',
      why: 'A red result is the cheapest information there is. Passing over it once makes every later report harder to believe, and the failure costs more the later it is looked at.',
      whatToDo:
        'Read the failure first. Either it belongs to this change, and then the work is not done; or it was there before, and then show that: run the same command on the code before the change, and say so in the report.',
    },
  },
  {
    group: 'claims',
    rule: claimAfterPartialRun,
    text: {
      title: '“{claim}”, after {command}',
      references: [],
      what: 'The sentence speaks of everything. The runs since the last change covered a part: some named tests, or a command whose exit status could not be seen.',
      why: 'A run proves what it covered. Side effects of a change show up elsewhere, in the callers and the tests nobody thought of, and those are exactly the ones a narrow run leaves out.',
      whatToDo:
        'Say what was run, or run what is claimed. Where the full suite is slow, name the part that was left out, so that whoever reads the report knows what is still open.',
    },
  },
  {
    group: 'claims',
    rule: claimBeyondTests,
    text: {
      title: '“{claim}”, by checks that do not reach the change',
      references: [{ label: 'Why do multi-agent LLM systems fail? (incorrect verification)', url: 'https://arxiv.org/abs/2503.13657' }],
      what: 'The checks passed. They are the ones that were there before: no test was added or changed with the code, and the new behaviour was not tried by hand.',
      why: 'A suite that passes before and after a change says that nothing known was broken. It says nothing about what is new. The count of tests staying the same is the sign to look for.',
      whatToDo:
        'Ask for the one observation that only the new code can produce: a test that fails without the change, or the command or screen with its output. Take the change out in thought: which check would turn red?',
    },
  },
  {
    group: 'claims',
    rule: claimDisproved,
    text: {
      title: '“{claim}”, and the next message says otherwise',
      references: [],
      what: 'The work was reported as done, checks had been run, and the first use of it showed a problem.',
      why: 'The checks answered a different question from the one the user asks. The distance between the two is worth knowing, since the next report will be made with the same checks.',
      whatToDo:
        'Walk the path the user walks before saying that it works: the same command, the same data, the same screen. Then turn what they found into a test, so that the next claim is made with it.',
    },
  },
  {
    group: 'claims',
    rule: claimWithoutRun,
    text: {
      title: '“{claim}”, with nothing run since {file} changed',
      references: [{ label: 'Why do multi-agent LLM systems fail? (no or incomplete verification)', url: 'https://arxiv.org/abs/2503.13657' }],
      what: 'The work is reported as done or working. Between the last change to the code and that sentence nothing was run: no test, no build, no try by hand.',
      why: 'Code that was read and found convincing is a hypothesis. The sentence turns it into a fact without a measurement, and everything after it (a commit, a review, the next task) leans on that fact.\n\nThe mistakes this lets through are the ordinary ones: a wrong import, a caller that was missed, a branch that never runs.',
      whatToDo:
        'Ask which single command would have failed before this change and passes now, and run it. If there is none, that is the finding: the change has no check yet.',
    },
  },
  {
    group: 'claims',
    rule: commitLeftOut,
    text: {
      title: 'A commit made while {file} was changed and not staged',
      references: [
        { label: 'Pro Git: recording changes to the repository', url: 'https://git-scm.com/book/en/v2/Git-Basics-Recording-Changes-to-the-Repository' },
      ],
      what: 'Files were changed for the task and a commit was made for it. Nothing put the last version of those files into the index first.',
      why: 'A commit records the index, not the work tree. The checks ran on the work tree, so they say nothing about what was recorded: it may not even compile, and whoever checks it out finds that out.',
      whatToDo: 'Look at the state before and after a commit. A changed file that stays listed after it is either another task, or missing.',
    },
  },
  {
    group: 'claims',
    rule: completeFromMemory,
    text: {
      title: '“{claim}”, said without looking',
      references: [],
      what: 'The answer says that nothing is missing. Between the question and the answer nothing was read, searched or run.',
      why: '“All cases” is the one claim that a single counter-example ends, and memory offers the cases that were already thought of. The question was asked to find the others.',
      whatToDo:
        'Make a list that does not come from memory: every state times every event, every caller of the function, every branch of the specification. Then check it off, and say which list it was.',
    },
  },
  {
    group: 'claims',
    rule: failingCommandLeft,
    text: {
      title: '“{claim}”, and the command that failed was not run again',
      references: [],
      what: 'The program was tried by hand and failed. It was not tried again before the report says that it is fixed.',
      why: 'A test says what its author thought of. The try by hand showed what a user would see, and that is the last thing known about it. What passed since does not answer why it failed.',
      whatToDo:
        'Run the very same command again, before anything else. If it fails still, the report starts with that; if it passes, say which change made the difference.',
    },
  },
  {
    group: 'claims',
    rule: greenThenRed,
    text: {
      title: '“{claim}”, and the next check on the same files was red',
      references: [{ label: 'Why do multi-agent LLM systems fail? (incorrect verification)', url: 'https://arxiv.org/abs/2503.13657' }],
      what: 'The work was called good. A check that ran later, on the very same files, failed: a hook, a type checker, or a suite that had not been part of what was run before.',
      why: 'Each check sees one side of a change. Runners that strip types do not see type errors, unit tests do not see what integration tests see. "Green" holds for the commands that ran and for nothing else.',
      whatToDo:
        'Find out which checks guard the change on its way out (the hook, the pipeline) and run those same checks before calling it good. Name in the claim what ran.',
    },
  },
  {
    group: 'claims',
    rule: guessOnRecord,
    text: {
      title: 'A cause goes on record in a {where}: “{cause}”',
      references: [{ label: 'Chamberlin, The Method of Multiple Working Hypotheses (1890)' }],
      what: 'A cause was written as a fact into something others will read, and nothing that was run in the session shows it: no change made the effect go away, no experiment made it come back.',
      why: 'In a conversation a guess can be asked about. In a ticket or a document it stands alone: the next engineer starts from it, and does not look where the real cause is.',
      whatToDo:
        'Write three things apart: what was seen, what is suspected, and the cheapest experiment that would tell. “Suspected” costs one word and keeps the question open.',
    },
  },
  {
    group: 'claims',
    rule: kindLeftOut,
    text: {
      title: '“{claim}”, and the {kind} did not run on this state',
      references: [],
      what: 'The sentence speaks of everything. The session shows that the repository has one more kind of check, and it did not run after the last change.',
      why: 'A default command rarely runs everything: slow suites hide behind a tag, a folder or a task of their own. What is left out by default is often what meets the outside world, where changes break first.',
      whatToDo: 'List the kinds of checks the repository has before saying "all". Run the missing one, or name it as not run.',
    },
  },
  {
    group: 'claims',
    rule: noneInCutOutput,
    text: {
      title: '“{claim}”, from output that was cut',
      references: [],
      what: 'The output of the command was cut before the agent saw it, and the next sentence says what is not in it.',
      why: 'What was seen proves what is there. It cannot prove what is not: the part that was left out may hold exactly that. Long reports are cut most often where there is most to find.',
      whatToDo:
        'Ask the whole output the question: search it for the name, count its matches, or let the tool report on the changed files only. Then say “none”, and how it was counted.',
    },
  },
  {
    group: 'claims',
    rule: planCheckDropped,
    text: {
      title: 'The plan names a check that never ran: {step}',
      references: [{ label: 'Why do multi-agent LLM systems fail? (incomplete verification)', url: 'https://arxiv.org/abs/2503.13657' }],
      what: 'The plan says how to know that the work holds. The report says that the work is in place. Of the checks the plan names, at least one was not run, and the report does not say so.',
      why: 'The checks of a plan were chosen before anybody knew how the work would go, often as the only look at the finished thing. What is dropped in silence is taken for done by everyone who reads the report.',
      whatToDo: 'Hold the report against the plan line by line. Run what is missing, or say that it was left out and why.',
    },
  },
  {
    group: 'claims',
    rule: publishedUnrun,
    text: {
      title: 'A {where} says “{claim}”, and nothing in the session shows it',
      references: [],
      what: 'The text that others will read claims a result. Since the last change of the product nothing ran that could show it, or what ran failed.',
      why: 'Reviewers spend their attention where a message tells them to. “Tested” and a ticked box say: do not look here. They stay in the history long after the conversation is gone.',
      whatToDo: 'Write what was run, word for word, and what came out. Leave a box empty until it was done; an empty box is useful information.',
    },
  },
  {
    group: 'claims',
    rule: readAsCheck,
    text: {
      title: '“{claim}”, after looking at the code again',
      references: [{ label: 'Program comprehension is not verification (MAST: no or incomplete verification)', url: 'https://arxiv.org/abs/2503.13657' }],
      what: 'The message set out to find whether the change holds. What followed was reading: the file, a search, a diff. Nothing ran that could have failed.',
      why: 'Reading shows what was written, and the one who wrote it reads what was meant. A build, a type check or a test shows what the code does, and costs seconds.',
      whatToDo:
        'Name what would look different if the change were broken. Reading the file again looks the same either way. Run the smallest thing that would not.',
    },
  },
  {
    group: 'claims',
    rule: sameTestsGreen,
    text: {
      title: '{count} tests passed before the new code, and {count} after it',
      references: [{ label: 'Why do multi-agent LLM systems fail? (incorrect verification)', url: 'https://arxiv.org/abs/2503.13657' }],
      what: 'The suite was green before the change and is green after it, with the same number of tests. Between the two runs code was written that takes decisions of its own, and no test.',
      why: 'Tests that passed without the new code cannot tell whether it works. They say that nothing known was broken, which is worth something and is another claim.',
      whatToDo:
        'Compare the counts of the two runs. Then take the change out in thought: which test would turn red? Where the answer is none, write that one first.',
    },
  },
  {
    group: 'claims',
    rule: settingsUntried,
    text: {
      title: '{file} was set, and nothing that reads it ran',
      references: [],
      what: 'Settings were changed and reported as done. Between the change and the report no program ran that reads them.',
      why: 'A setting does nothing by itself. Whether its name is known, its value allowed and its file the one that counts is decided by a program, often without a word. A misspelt key and a right one look the same in the file.',
      whatToDo:
        'Run what reads the setting, once with it and once without, and look for the difference. Where only another machine reads it, say so, and say who will look.',
    },
  },
  {
    group: 'claims',
    rule: standingChecksOnly,
    text: {
      title: 'Reported as done: “{claim}”, and nothing had run it',
      references: [{ label: 'Why do multi-agent LLM systems fail? (incorrect verification)', url: 'https://arxiv.org/abs/2503.13657' }],
      what: "A larger change was reported as done after `{command}`. The project's checks were content. Nobody had used what was built: no command, request or page went through it.",
      why: 'Checks that stood before the change know nothing of it, and tests written with it know what their author thought of. Wiring, settings, arguments of other programs and what people see are beside both. That part fails first, and the report reads as if it had been seen.',
      whatToDo:
        'Ask what a person would do to see the change at work, and do that once: the reported case, the new option, the page. Where it cannot be done here, say in the report what was not seen.',
    },
  },
  {
    group: 'claims',
    rule: successEchoed,
    text: {
      title: '“{words}” is printed whatever the check finds',
      references: [{ label: 'Bash manual: pipelines and their exit status', url: 'https://www.gnu.org/software/bash/manual/bash.html#Pipelines' }],
      what: 'The check is filtered, and the good news comes from an `echo` that runs when the filter lets nothing through. A check that crashed, or wrote its paths another way, prints the same words.',
      why: 'A check is worth as much as its ability to fail. This one says that nothing matched a pattern; it is read as if nothing were wrong.',
      whatToDo:
        'Look at the exit status of the check itself, and at its last lines unfiltered. Break something on purpose once and see whether the words change.',
    },
  },
  {
    group: 'claims',
    rule: typesUnseen,
    text: {
      title: '“{claim}”, with a type error in the same files',
      references: [{ label: 'TypeScript: type stripping runs code without checking it', url: 'https://nodejs.org/api/typescript.html#type-stripping' }],
      what: 'The tests passed and the work was called good. A type checker that ran later complained about files that had not changed since.',
      why: 'Many runtimes and test runners drop the types and run what is left. Their tests are green whatever the types say, and the error waits for a hook, a build or the next person.',
      whatToDo: 'Know what each command looks at. Run the gates that guard the branch, all of them, before saying that it is clean.',
    },
  },
  {
    group: 'claims',
    rule: verificationRefused,
    text: {
      title: '“{claim}”, though {command} was stopped',
      references: [],
      what: 'The check that was to show the result was refused or interrupted. It did not run again, and the work was reported as done all the same.',
      why: 'A check that was stopped has no result, not a good one. The reason for stopping it (slow, wrong command, wrong moment) does not make the change any more certain.',
      whatToDo: 'Say that the check is still open, and which command would close it. If the command was the wrong one, choose another before reporting.',
    },
  },
  {
    group: 'claims',
    rule: worksUnchanged,
    text: {
      title: '“{claim}”, though nothing was changed',
      references: [],
      what: 'The person reported that it does not work. Nothing was changed since; a try went well, and the answer is that it works.',
      why: 'A report is an observation under conditions. A try that goes well under other conditions says nothing about it, and usually means that the difference between the two was missed: other input, other state, another build.',
      whatToDo:
        'First make it fail the way the person saw it: same command, same files, same order. Only then look for the cause; and if it cannot be made to fail, say what was tried and ask what is different.',
    },
  },
  {
    group: 'commands',
    rule: commitOnRed,
    text: {
      title: 'Committed while {command} was red',
      references: [],
      what: 'The last check before this commit or push had failed, and nothing had passed since.',
      why: 'From here on the failure belongs to everyone who takes this commit. They will not know whether it is theirs, and finding out takes each of them longer than it would have taken here.',
      whatToDo: 'Run the check again, now. If it must be committed red, say so in the commit message and name the failure.',
    },
  },
  {
    group: 'commands',
    rule: destructiveCommand,
    text: {
      title: 'A command that cannot be taken back: {command}',
      references: [],
      what: 'This command removes something that was there before the session began: {what}.',
      why: 'Most steps of an agent can be undone with the next. This one cannot, or only with luck; and it often removes evidence as well, since a broken state is also the best description of what went wrong.',
      whatToDo:
        'Before letting it run, ask two things: what exactly will be gone, and is there a copy? A look (`git status`, `ls`), a stash or a copy costs seconds. Then ask whether the goal needs it at all.',
    },
  },
  {
    group: 'commands',
    rule: hookBypass,
    text: {
      title: 'The guards were switched off with {bypass}',
      references: [{ label: 'CWE-693: Protection mechanism failure', url: 'https://cwe.mitre.org/data/definitions/693.html' }],
      what: "A git command was run so that the repository's hooks do not run.",
      why: "The hook is where a team has put what it never wants to discuss again. Going round it once is quick, and moves the failure to a place where it costs more: the pipeline, or a colleague's machine.",
      whatToDo:
        'Run the hook by itself and read what it says. If the hook is broken, that is a change of its own, to be said aloud; if it is slow, say that instead.',
    },
  },
  {
    group: 'commands',
    rule: refusalOverridden,
    text: {
      title: 'A refusal was overridden with {option}',
      references: [{ label: 'CWE-693: Protection Mechanism Failure', url: 'https://cwe.mitre.org/data/definitions/693.html' }],
      what: 'The program refused, or a rule of the repository stood in the way, and an option made it go on all the same.',
      why: 'The refusal was the diagnosis: two packages want different versions of a third, the tree is not clean, nobody has reviewed this. With the option the message is gone and the state it warned of is here, on this machine first and later on others.',
      whatToDo:
        'Read what was refused and name the two things that do not fit. Change one of them. If the option is right after all, write the reason where the next person will meet it.',
    },
  },
  {
    group: 'commands',
    rule: sideTakenWhole,
    text: {
      title: 'One side of a conflict is taken whole: {files}',
      references: [{ label: 'Git: checkout --ours and --theirs', url: 'https://git-scm.com/docs/git-checkout#Documentation/git-checkout.txt---ours' }],
      what: 'Git found that both sides had changed the same lines. One side was taken for the whole file, and what the other had done there is gone, its changes far from the conflict among it.',
      why: 'Both sides of a conflict had a reason. In a rebase the names are turned round as well: `ours` is the branch one rebases onto, `theirs` is one’s own work.',
      whatToDo: 'Look at what the dropped side changed before dropping it. Resolve hunk by hunk, and compare the result with both.',
    },
  },
  {
    group: 'concurrency',
    rule: fixedWait,
    text: {
      title: 'A fixed wait of {wait} was added in {file}',
      references: [
        { label: 'CWE-362: Concurrent execution with improper synchronization', url: 'https://cwe.mitre.org/data/definitions/362.html' },
        {
          label: 'Testing on the Toilet: what makes a good end-to-end test?',
          url: 'https://testing.googleblog.com/2016/09/testing-on-toilet-what-makes-good-end.html',
        },
      ],
      what: 'The code waits for a fixed time before it goes on, so that something else may be done by then.',
      why: 'Nothing connects the wait to what is being waited for. On a slower machine it is too short, on every other one it is too long. The race is still there; it has become rarer, and harder to see.',
      whatToDo:
        'Name the event that must have happened, and wait for that: a promise, a signal, a row, a message, with a deadline that fails loudly. Then try to name one order of events in which the code still goes wrong.',
    },
  },
  {
    group: 'concurrency',
    rule: retryAfterAnyError,
    text: {
      title: 'Any error whatever is tried again in {file}',
      references: [
        { label: 'CWE-755: Improper handling of exceptional conditions', url: 'https://cwe.mitre.org/data/definitions/755.html' },
        { label: 'Timeouts, retries and backoff with jitter', url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/' },
      ],
      what: 'The loop tries the same thing again whatever went wrong, and goes on in the end as if it had worked.',
      why: 'A retry helps against faults that pass. A wrong argument, a missing right or a bug fails the same way five times, only later and without its message. What has side effects may also happen five times.',
      whatToDo:
        'Say which errors pass by themselves and retry only those, with a limit, growing pauses and the last error reported. Make sure that doing it twice does no harm.',
    },
  },
  {
    group: 'concurrency',
    rule: timeLimitRaised,
    text: {
      title: 'A time limit was raised in {file}',
      references: [],
      what: 'Something took longer than it was allowed to, and the change allows it more time.',
      why: 'A limit is a requirement somebody had. Raising it answers “how long may it take?” when the question was “why does it take so long?”. Hangs and quadratic loops pass every limit in the end.',
      whatToDo:
        'Measure where the time goes before moving the limit. If the new limit is right, say what was measured, on which machine, and what the usual time is.',
    },
  },
  {
    group: 'design',
    rule: installLeft,
    text: {
      title: '{name} was installed, and nothing imports it any more',
      references: [{ label: 'CWE-1357: Reliance on Insufficiently Trustworthy Component', url: 'https://cwe.mitre.org/data/definitions/1357.html' }],
      what: 'A package was added in this session. With this edit the last import of it went, and it was not uninstalled.',
      why: 'The manifest and the lock file still carry it and all it brings: more to download, to audit, to update. What is imported in its place may only be there because the dropped package brought it along, and goes with its next version.',
      whatToDo:
        'When an approach is given up, list what it brought into the repository: packages, settings, generated files, tests. Take each out in the same change, and declare what the new way imports.',
    },
  },
  {
    group: 'design',
    rule: keptThoughUnused,
    text: {
      title: 'Code in {file} that says itself that it is no longer used',
      references: [{ label: 'CWE-561: Dead Code', url: 'https://cwe.mitre.org/data/definitions/561.html' }],
      what: 'A comment written with the change says that the code beside it is not used any more, or is kept for something that no longer decides anything.',
      why: 'What stays is read, maintained and shown as if it meant something. Values that a replaced model still computes can contradict the one that took its place, and everybody who comes later has to find out which of the two counts.',
      whatToDo:
        'Find who still reads it. If nobody does, take it out; the history keeps it. If somebody does, say who and until when, or move them to the new way in the same change.',
    },
  },
  {
    group: 'design',
    rule: positionalFlags,
    text: {
      title: 'A row of flags told apart only by their order in {file}',
      references: [{ label: 'Fowler: FlagArgument', url: 'https://martinfowler.com/bliki/FlagArgument.html' }],
      what: 'A function takes four or more yes-or-no values one after another, and its callers pass them as a row of bare literals.',
      why: 'Nobody can read such a call, and two flags that are swapped still compile. Every new flag is threaded through all the functions on the way and through all their tests; one caller that is forgotten keeps the default without a word.',
      whatToDo:
        'Read one of the calls aloud and say what each value does. Where that takes the declaration, let the values have names: an options object or struct, separate functions, or an enumeration.',
    },
  },
  {
    group: 'design',
    rule: reuseAsked,
    text: {
      title: 'The same thing twice, seen by the person: “{words}”',
      references: [],
      what: 'The person points at code that was written again although it is there already, or asks to share it.',
      why: 'Two copies agree on the day they are written. The next fix reaches one of them, and from then on which behaviour is met depends on the path taken. An agent sees what it has read; it does not know what it has not searched for.',
      whatToDo:
        'Say how the existing code could have been found: which name or string would you have searched for? Then decide what the one owner is, and move both callers in the same change.',
    },
  },
  {
    group: 'design',
    rule: structureQuestioned,
    text: {
      title: 'A remark on the shape of the code: “{words}”',
      references: [],
      what: 'The person asks about where something stands, what it is needed for, or whether there is a simpler way. What it does was not in question.',
      why: 'Tests cannot see a wrong boundary. Somebody who knows where the code is going can, and their reason is worth more than the change it leads to: it says which part may know what, and what a new case will have to touch.',
      whatToDo:
        'Before reading on, list the designs that would have worked, with what each makes easy and hard later. Then write down the reason in one sentence that holds for the next such case too.',
    },
  },
  {
    group: 'edges',
    rule: absenceDeletes,
    text: {
      title: 'What is not found counts as not needed in {file}: {code}',
      references: [{ label: 'CWE-636: Not Failing Securely', url: 'https://cwe.mitre.org/data/definitions/636.html' }],
      what: 'Code that decides what may be deleted looks for what is still in use. Where that search fails, or stops after a fixed number, it goes on as if nothing had been there.',
      why: 'One unreadable file, one timeout or one long history, and things that are in use look unused. The run ends without an error, and what it took away is gone.',
      whatToDo:
        'Go through the ways in which the search can come back with too little: an error, a limit, another place where uses can stand, something so young that nothing refers to it yet. In each, the run must stop or keep, never delete.',
    },
  },
  {
    group: 'edges',
    rule: arguedAway,
    text: {
      title: 'A case was seen and argued away: “{sentence}”',
      references: [{ label: 'CWE-754: Improper Check for Unusual or Exceptional Conditions', url: 'https://cwe.mitre.org/data/definitions/754.html' }],
      what: 'A case that the code at hand may not reach was noticed. It was then left with a reason why it does not matter, and nothing was run to see.',
      why: 'The argument may well be right. But the moment in which somebody sees a gap is the cheapest one to settle it, and a reason found in that moment is seldom doubted again: not by its author, and not by the reader of a finished change.',
      whatToDo:
        'Turn the reason into something that could fail: a test for just that case, or one run by hand. If that is too much now, write the case down where the next person will meet it.',
    },
  },
  {
    group: 'edges',
    rule: brokenByChange,
    text: {
      title: 'A change to {file} broke what an older test held: {test}',
      references: [],
      what: 'After this edit a test failed that nobody had touched in this stretch of work. The code was changed again until it passed.',
      why: 'The old code kept a promise that the new code did not: an output someone reads, a field that is filled late, a caller with another habit. The test was the only place where it was written down; where there is no such test, the promise is broken in silence.',
      whatToDo:
        'Look at the first version of the edit only, and at what it took away or now does in another order. Name the callers and outputs that can notice. Then compare with what the test said, and look for a neighbour of that case which no test holds.',
    },
  },
  {
    group: 'edges',
    rule: callbackUnpassed,
    text: {
      title: 'Nobody passes {name} in {file}',
      references: [],
      what: 'A component or function takes an optional callback and calls it when it is there. In this session no other file passes one.',
      why: 'Optional hides the missing half: everything compiles, and what should follow (the list that reloads, the number that changes) never happens.',
      whatToDo:
        'Follow the event from the click to what the person sees. Either pass the callback where the thing is used, and make it required so that the compiler names every caller, or take it out.',
    },
  },
  {
    group: 'edges',
    rule: cutByBytes,
    text: {
      title: 'Text cut at a number of bytes in {file}: {name}',
      references: [{ label: 'CWE-135: Incorrect Calculation of Multi-Byte String Length', url: 'https://cwe.mitre.org/data/definitions/135.html' }],
      what: 'A text is shortened for display with an index that counts bytes, and an ellipsis is put behind it.',
      why: 'A name with an accent, a kana or an emoji has characters of several bytes. The cut falls inside one, the output holds half a character (or the program stops), and columns padded by bytes no longer stand below each other.',
      whatToDo: 'Try it with a text of two-byte characters just around the limit. Cut by characters or, where columns must line up, by display width.',
    },
  },
  {
    group: 'edges',
    rule: effectRefires,
    text: {
      title: 'An effect meant for {flag} also runs when {collection} changes',
      references: [{ label: 'React: Removing Effect Dependencies', url: 'https://react.dev/learn/removing-effect-dependencies' }],
      what: 'An effect puts state back to its beginning when something opens. Its list of dependencies also holds a collection, or something worked out from one.',
      why: 'The list decides when the effect runs, not the intention. When the data is loaded again, or the parent makes a new array, or the state that the effect resets decides what the collection holds, it runs in the middle of the work and wipes what the person typed or chose. A linter that is silent has said nothing about that.',
      whatToDo:
        'For each dependency, say what can change it while the thing is open, and what the person would see. Run the reset where the opening happens, compare the switch with its last value, or give the component a key.',
    },
  },
  {
    group: 'edges',
    rule: gapUntold,
    text: {
      title: 'A gap that was seen and not told: “{sentence}”',
      references: [],
      what: 'While the work was under way it was noticed that the new code does not reach some case. It was left so, and what was said to the person afterwards does not speak of it.',
      why: 'To leave a case out can be right. To leave it out in silence takes the decision away from the one who has to live with it, and they find the case where it costs most: in use.',
      whatToDo:
        'Say who meets the case, how often, and what they would see. Then write the one sentence about it that belongs into the report, or into a test that is marked as open.',
    },
  },
  {
    group: 'edges',
    rule: knownValueBounded,
    text: {
      title: 'A value worked out beside an assertion that only bounds it in {file}',
      references: [],
      what: 'A comment in the test works out the number that must come out. The assertion below it asks only that the result is above or below something.',
      why: 'Whoever wrote the comment knew the answer. A formula that is wrong but stays within the bound passes, so the test guards the limit and not the rule it is named after.',
      whatToDo: 'Change the formula on purpose and see whether the test notices. Assert the number from the comment, with a tolerance if it is a floating one.',
    },
  },
  {
    group: 'edges',
    rule: ownBugFound,
    text: {
      title: 'Lines of {file} that were found wrong soon after',
      references: [],
      what: 'These lines were written, and later in the same session they were found to be wrong and changed again, for what they do and not for how they look.',
      why: 'The first version read well to the one who wrote it. What showed the fault (a run, a second look, a caller) came by chance or by habit; the habit can be learned.',
      whatToDo:
        'Take the first version alone and write down the inputs, states and callers it can meet. Mark the first one for which it is wrong. Then see whether that is the one that was found, and whether the second version has one of its own.',
    },
  },
  {
    group: 'edges',
    rule: testSaysLittle,
    text: {
      title: 'A test in {file} that says what it leaves open: {code}',
      references: [],
      what: 'The comment in the test admits that the thing it is named after is not looked at: it only sees that nothing breaks, or accepts any of several results.',
      why: 'Such a test is green for almost every implementation. It counts as coverage, and the next person takes it for a guard.',
      whatToDo:
        'Name one wrong implementation that this test would let pass. Then assert what tells the right one from it: the output, the state left behind, the call that must not happen. If that cannot be tested here, say where it is.',
    },
  },
  {
    group: 'errors',
    rule: errorDiscarded,
    text: {
      title: 'The error of {callee} is thrown away in {file}',
      references: [{ label: 'CWE-252: Unchecked return value', url: 'https://cwe.mitre.org/data/definitions/252.html' }],
      what: 'The call returns an error as a value, and the value is assigned to nothing.',
      why: 'The other results are only meaningful when the error is nil. Used anyway, they carry a zero value through the program, to fail somewhere else or not at all.',
      whatToDo: 'Look at the error, and return it with a word about what was being done. If it truly cannot matter, say why on that line.',
    },
  },
  {
    group: 'errors',
    rule: errorPaperedOver,
    text: {
      title: 'On failure {file} answers with {answer}',
      references: [{ label: 'CWE-755: Improper handling of exceptional conditions', url: 'https://cwe.mitre.org/data/definitions/755.html' }],
      what: 'When something fails here, the caller gets an ordinary answer ({answer}) and cannot tell it from a real one.',
      why: 'An empty list that means “there are none” and an empty list that means “I could not look” lead to opposite decisions. Code that deletes, charges or reports on the strength of the second does harm quietly.',
      whatToDo:
        'Let the failure reach somebody who knows what to do: throw it, return it as an error, or show it. Where a default is right, say in the code why a wrong answer is harmless here, and log enough to notice.',
    },
  },
  {
    group: 'errors',
    rule: errorSilenced,
    text: {
      title: 'An error is caught in {file} and nothing happens',
      references: [
        { label: 'CWE-390: Detection of error condition without action', url: 'https://cwe.mitre.org/data/definitions/390.html' },
        { label: 'CWE-391: Unchecked error condition', url: 'https://cwe.mitre.org/data/definitions/391.html' },
      ],
      what: 'The handler is empty. Whatever goes wrong in there goes wrong without a trace.',
      why: 'Every failure that can happen inside now looks like success to the caller, those nobody thought of included. The next bug report will come from far away, with no hint that points here.',
      whatToDo:
        'Ask who can do something about this error. If it is somebody further up, let it through. If one particular error is expected, catch that one by name and say in a comment why it may be ignored.',
    },
  },
  {
    group: 'errors',
    rule: failedStepPasses,
    text: {
      title: 'A step of {file} may fail and the whole still succeeds',
      references: [{ label: 'CWE-755: Improper handling of exceptional conditions', url: 'https://cwe.mitre.org/data/definitions/755.html' }],
      what: '`{code}`: when this fails, a line is printed at most, and the script or job ends well.',
      why: 'Nobody reads the log of a job that is green. What was not copied, pushed, migrated or checked is missed when it is needed, long after the run that lost it.',
      whatToDo: 'Let the step fail. Where some failures may be passed over, name them (a code, a message), collect the others and end with a failing status.',
    },
  },
  {
    group: 'errors',
    rule: guardAtCrash,
    text: {
      title: 'A check for a missing value was put where it crashed, in {file}',
      references: [{ label: 'CWE-476: NULL pointer dereference', url: 'https://cwe.mitre.org/data/definitions/476.html' }],
      what: 'The program crashed on a missing value at line {line}, and the change adds a check for the missing value at that very line.',
      why: 'The line that crashed is where the absence was noticed, seldom where it came from. The guard turns a loud failure into a quiet one: the code goes on without the value, and whatever should have provided it is still broken.',
      whatToDo:
        'Trace the value back: who should have set it, and why was it not set this time? Put the guard where absence is legitimate, and let it say what happens then.',
    },
  },
  {
    group: 'hindsight',
    rule: absenceDenied,
    text: {
      title: '“{sentence}”, and the person knew that it is there',
      references: [],
      what: 'Something was said not to exist. The person then pointed to it.',
      why: 'A search that finds nothing tells about the search first: where it began, what it left out, how its words were spelt, whether its list was cut off. “I did not find it” and “it is not there” are different sentences, and only the second one changes what is done next.',
      whatToDo:
        'Say where you looked. Before you conclude that a thing is missing, look once in the plainest place, with the plainest command, and try the search on something you know to be there.',
    },
  },
  {
    group: 'hindsight',
    rule: blamedElsewhere,
    text: {
      title: 'A change laid to somebody else: “{sentence}”',
      references: [],
      what: 'The code was not as expected, and a tool or a person was named as the one who changed it. Nothing was looked at that would show who did.',
      why: "Who made a change decides what may be done with it. What a formatter did may be done again; what a colleague did on purpose must not be undone in passing; and what one's own last command did is a finding.",
      whatToDo: "Look before touching it: `git diff`, `git log -p` on the file, the output of the last commands. If it is nobody's known change, ask.",
    },
  },
  {
    group: 'hindsight',
    rule: causeOverturned,
    text: {
      title: 'A cause stated as settled, then in doubt: “{cause}”',
      references: [{ label: 'Zeller: Why Programs Fail (the scientific method of debugging)' }],
      what: 'One cause was named in the words of a result. The next thing the person said put it in doubt, and often another cause was named later.',
      why: 'A story in which everything fits is easy to tell after two observations. It says nothing until it forbids something: a run that must fail, a date that must come before another, a place where the same thing must not happen. A wrong cause costs twice, for the fix that does nothing and for the search that stops.',
      whatToDo:
        'Before writing “root cause”, name one observation that would be impossible if it were true, and look for it. Check the plain facts first: which machine, which version, when it began. Until then it is a candidate: say so, and name the second best.',
    },
  },
  {
    group: 'hindsight',
    rule: expectationBroken,
    text: {
      title: 'It came out otherwise than expected: “{sentence}”',
      references: [],
      what: 'A step was taken with an outcome in mind, and the outcome was another. The agent noticed it.',
      why: 'A surprise is the most honest signal there is: something believed until now is not so. It may be small (an old build was run) or large (the code does not do what everybody thinks). Explained away with the first idea that fits, it comes back later and costs more.',
      whatToDo: 'Name the belief that just broke, in one sentence, before naming a new one. Then choose the next step so that it could break the new one too.',
    },
  },
  {
    group: 'hindsight',
    rule: fixWithoutEffect,
    text: {
      title: 'Still there after the change made for it: {error}',
      references: [],
      what: 'A check failed, the file it names was changed, and the next run of the check showed the same error at the same place.',
      why: 'The change said “this is why”. The unchanged error says “it is not”. That is the cheapest refutation there is, and it is often spent on a second change of the same kind one line further.',
      whatToDo:
        'Read the error again word by word: what does it know, at that place, that the change assumed otherwise? For a type error, print the type of the expression it points at; for a test, the value. Only then change something, and say beforehand which error should go.',
    },
  },
  {
    group: 'hindsight',
    rule: fixedLater,
    text: {
      title: 'A case that {file} did not think of',
      references: [],
      what: 'These lines were written, and later in the session they were changed again because of a case they did not handle.',
      why: 'The first version was complete for the examples at hand. The missing case (an empty input, another caller, a second run, an older file) was there to be seen in the code around it.',
      whatToDo:
        'Look at the first version only, and list the inputs and callers it can meet. Which of them would a test have to hold? Then compare with the one that was found.',
    },
  },
  {
    group: 'hindsight',
    rule: goneWithoutChange,
    text: {
      title: 'Reported, nothing changed, said to work: “{claim}”',
      references: [],
      what: 'A person reported that something does not work. No file was changed after that, and then it was said to work.',
      why: 'If nothing changed and the result did, then something else did: another path was run, another file was there, a process was older than thought. The person who met it will meet it again, in the very place that was not tried.',
      whatToDo:
        "Repeat the reported case first, step by step, with the person's state, until it fails. Only what made it fail can be shown to have stopped. If it cannot be repeated, say so, and name what differs between their run and this one.",
    },
  },
  {
    group: 'hindsight',
    rule: hadItAlready,
    text: {
      title: '“{sentence}”, until it had to be added',
      references: [],
      what: 'The code was said to do something already. Later in the session it turned out not to, and was changed for it.',
      why: 'Seeing a name in a type, a mapper or a comment shows that somebody meant the value to be there. Whether it arrives is decided by every step between its source and the place where it is used, and one of them is easily missed.',
      whatToDo:
        'Follow one value the whole way: where it is read, selected, passed on and shown. Or print it at the end of the way once, which is quicker than reading all of it.',
    },
  },
  {
    group: 'hindsight',
    rule: nameNotThere,
    text: {
      title: '“{name}” was used, and is not there',
      references: [{ label: 'We Have a Package for You! (hallucinated packages)', url: 'https://arxiv.org/abs/2406.10279' }],
      what: 'The code or the command uses a name (a field, function, module, flag) that does not exist. A compiler or a run said so.',
      why: 'Names that would be sensible are easy to write and easy to believe. Here a tool noticed at once. In a language or a place without such a tool (a dynamic field, a configuration key, a package that somebody else may register) the same guess passes.',
      whatToDo:
        'Before using a name you have not seen in this session, look it up where it is defined. When one guess was wrong, look at the neighbours made in the same stroke.',
    },
  },
  {
    group: 'hindsight',
    rule: nameSwapped,
    text: {
      title: '“{name}” in {file} was a name from memory',
      references: [],
      what: 'A line was written with one name, and soon written again with another, since the first does not exist there or means something else.',
      why: 'A name that sounds right is the most common thing to be made up. Where a compiler or a schema looks at it, the mistake is found at once; in settings, templates and data it may be ignored in silence.',
      whatToDo:
        'Look a name up before you use it: in the schema, the reference of the version at hand, or a line of the repository that works. When one name of a block proved to be wrong, check the others of that block too.',
    },
  },
  {
    group: 'hindsight',
    rule: personWasRight,
    text: {
      title: 'Said by a person, and it held: “{words}”',
      references: [{ label: 'Klein: Sources of Power (how experienced people see what is wrong)' }],
      what: 'A person doubted what had been done or said, and the answer gave them right: the ground they stood on was better.',
      why: "Between what the agent had and what the person had lies the lesson of the hour: a fact about the system, a case nobody thought of, a rule of the team that is written nowhere. After “you're right” the work moves on, and what made the person see it is lost.",
      whatToDo:
        'Before going on, write down in one sentence what they knew or looked at. Then ask where the agent, or the next newcomer, could have read it. If nowhere, put it there.',
    },
  },
  {
    group: 'hindsight',
    rule: rehearsalActed,
    text: {
      title: 'A command run only to check did more than check',
      references: [],
      what: 'An option that promises a rehearsal was given: a dry run, a check, a preview. What came back shows that something was done all the same.',
      why: 'Such an option binds only the program that knows it. Hooks, wrappers, plugins and the steps after it may never hear of it, and a tool that does not know the option may simply ignore it and do the work. The mistake costs little where it deletes a file of your own, and much where it publishes.',
      whatToDo:
        'Before you rely on a rehearsal, find out what it leaves out: read what the tool says of the option, list the hooks that run with it, and try it first where nothing can be reached. Afterwards look at the far side, at the branch, the registry or the table, and not only at what was printed.',
    },
  },
  {
    group: 'hindsight',
    rule: sameErrorAgain,
    text: {
      title: 'A cause was named and acted on',
      references: [{ label: 'Andreas Zeller: The Debugging Book, on scientific debugging', url: 'https://www.debuggingbook.org/html/Intro_Debugging.html' }],
      what: '"{sentence}" was stated as the cause of an error, and something was changed for it. The same error was shown again afterwards.',
      why: 'A cause predicts: take it away and the error goes. An error that stays says that it was not the cause, or not all of it, and that the changes made for it now lie in the way of the next search.',
      whatToDo:
        'Say beforehand what would be seen if the cause were another one, and look for that first. When the error comes back, take the change out again before the next guess.',
    },
  },
  {
    group: 'hindsight',
    rule: takenBack,
    text: {
      title: 'Taken back later: “{belief}”',
      references: [],
      what: 'Something was stated as a fact. Later in the same session it turned out otherwise and was taken back.',
      why: 'Between the two places work was done on a false ground. The statement was not a lie and not a slip: it was a plausible guess in the grammar of a fact, and that is the hardest form of error to see.',
      whatToDo:
        'Find the cheapest observation that would have told the two apart at the time: a file to read, a command to run, a value to print. Then phrase the sentence as the guess it was: “I think …, and … would show it”.',
    },
  },
  {
    group: 'human',
    rule: acceptedUnread,
    text: {
      title: '“{words}”, after {lines} changed lines',
      references: [{ label: 'Shen and Tamkin, How AI Impacts Skill Formation (2026)' }],
      what: 'A large change was accepted in less time than reading it takes, or the goal became a green check by any means.',
      why: 'What is merged unread is owned all the same. The first reading then happens during an incident, without the context that is at hand now.',
      whatToDo: 'Pick the riskiest hunk, not all of them, and say what it must never do. If the change is too big for that, ask for it in parts.',
    },
  },
  {
    group: 'human',
    rule: beliefDenied,
    text: {
      title: 'Taken to be so, and denied: “{words}”',
      references: [{ label: 'Posner et al., Accommodation of a Scientific Conception (1982): a belief changes where it is found wanting' }],
      what: 'A belief about the code or its tools was said aloud, the agent answered that it is otherwise, and nobody came back to it.',
      why: 'A belief that was said can be repaired; most are not said. The denial is only another claim, though: it may be the agent that is wrong, and whoever takes its word has changed one unproved belief for another.',
      whatToDo: 'Say what one would see if the belief were true, and what if the denial were. Look at exactly that, once, before going on.',
    },
  },
  {
    group: 'human',
    rule: humanCorrection,
    text: {
      title: 'Overruled with a reason: “{words}”',
      references: [{ label: 'Lave and Wenger, Situated Learning: reasons are learned where the work is done' }],
      what: 'The person overruled what was proposed or done, and said why.',
      why: 'The reason is what an experienced engineer knows and the code does not say: a constraint, a habit of the system, a bill somebody once paid. It usually is written down nowhere else than in this one message.',
      whatToDo:
        'Turn the reason into one general sentence that would have prevented the proposal. Ask where else it holds, and where it can be kept so that the next person, and the next agent, finds it.',
    },
  },
  {
    group: 'human',
    rule: humanQuestion,
    text: {
      title: 'Asked: “{words}”',
      references: [],
      what: 'The person asked why or how something works, or what happens in a case nobody had named.',
      why: 'A good question finds a gap before a failure does. Often the answer changes the plan; and whoever asked it saw something in the proposal that others read past.',
      whatToDo: 'Answer it yourself first, in a sentence, before reading on. Then compare: what in the code or the plan made the question possible to ask?',
    },
  },
  {
    group: 'human',
    rule: leftToAgent,
    text: {
      title: '“{words}”',
      references: [
        { label: 'Google Engineering Practices: the standard of code review', url: 'https://google.github.io/eng-practices/review/reviewer/standard.html' },
      ],
      what: 'A step that others see is handed over with its own gate: whoever did the work is to judge whether anything stands in its way, and to go ahead if not.',
      why: 'What counts as an issue is the decision. Left open, it is taken by the one with most reason to see none, and nobody else has read the change when it is out.',
      whatToDo:
        'Say what has to be true, so that it could turn out not to be: which checks, which files read by whom. Then take the step, or let somebody take it, on that.',
    },
  },
  {
    group: 'leftovers',
    rule: codeCommentedOut,
    text: {
      title: 'Code was commented out in {file}',
      references: [{ label: 'CWE-1164: Irrelevant code', url: 'https://cwe.mitre.org/data/definitions/1164.html' }],
      what: 'Lines that used to run, or might run, are kept as a comment.',
      why: 'Nobody can tell whether they are an alternative, a reminder or an accident, and they no longer follow the code around them. Version control remembers them better.',
      whatToDo: 'Delete it. If it says something that must not be forgotten, say that in a sentence instead.',
    },
  },
  {
    group: 'leftovers',
    rule: copiedBlock,
    text: {
      title: '{lines} lines in {file} exist in {source} already',
      references: [{ label: 'The Rule of three', url: 'https://wiki.c2.com/?RuleOfThree' }],
      what: 'The new block is line by line the same as one that was written elsewhere in this session.',
      why: 'Two copies agree on the day they are made. The next fix reaches one of them, and from then on they disagree without anybody having decided it.',
      whatToDo: 'Ask whether the two must always change together. If so, give the shared part a name and one place; if not, say why they may drift apart.',
    },
  },
  {
    group: 'leftovers',
    rule: copiedWithNamesChanged,
    text: {
      title: '{lines} lines of {file} repeat a block of {source} with other names',
      references: [{ label: 'CWE-1041: Use of redundant code', url: 'https://cwe.mitre.org/data/definitions/1041.html' }],
      what: 'Line for line the block does what another one does. Only names, texts and numbers differ.',
      why: 'What is repaired in one of the two stays broken in the other, and nothing says that the other exists. Each further kind brings a further copy.',
      whatToDo: 'Turn what differs into parameters and write the block once. If the two are alike by chance only, say what will make them part.',
    },
  },
  {
    group: 'leftovers',
    rule: debugLeft,
    text: {
      title: "Output for the author's eyes stayed in {file}",
      references: [{ label: 'CWE-489: Active debug code', url: 'https://cwe.mitre.org/data/definitions/489.html' }],
      what: 'A line that was useful while looking for a problem is still there at the end.',
      why: 'It clutters the output that others rely on, may print what should not be printed, and tells the next reader that something here was never finished.',
      whatToDo:
        'Go through the whole difference before handing over, and ask of every line why it is there. What is worth keeping belongs in the logger, at a level that can be switched off.',
    },
  },
  {
    group: 'leftovers',
    rule: fixedInCopies,
    text: {
      title: 'The same change was made by hand in {file} and in {other}',
      references: [{ label: 'Martin Fowler: Refactoring, "Duplicated Code"', url: 'https://refactoring.com/catalog/extractFunction.html' }],
      what: '{lines} lines were written into two places that already looked alike.',
      why: 'Two copies that must change together will one day not. The repair shows where they are; what let them drift apart stays.',
      whatToDo: 'Ask why there are two before the second repair. Give both places one function, or write down why they must stay apart.',
    },
  },
  {
    group: 'leftovers',
    rule: workLeftOpen,
    text: {
      title: '{file} says itself that it is not finished',
      references: [{ label: 'CWE-546: Suspicious comment', url: 'https://cwe.mitre.org/data/definitions/546.html' }],
      what: 'A comment or a statement in the new code says that the real thing is still to be written.',
      why: 'A scaffold is fine as long as everybody knows it is one. Reported as done, it is found by the first person who needs it, far from the one who knew.',
      whatToDo: 'Say in the report what is real and what is a placeholder. Give what is left an owner and a place (an issue), or finish it.',
    },
  },
  {
    group: 'performance',
    rule: ioInLoop,
    text: {
      title: '{callee} {what}, in {file}',
      references: [
        {
          label: 'CWE-1073: Non-SQL invokable control element with excessive number of data resource accesses',
          url: 'https://cwe.mitre.org/data/definitions/1073.html',
        },
        { label: 'CWE-1050: Excessive platform resource consumption within a loop', url: 'https://cwe.mitre.org/data/definitions/1050.html' },
      ],
      what: 'Inside a loop over a collection something slow is done once for every element: a query, a request, a file read again, a program started.',
      why: 'Each of them is cheap, and they are waited for one after the other. The count is that of the data, not of the code, so that it is fast on the laptop and slow for the largest customer (“N + 1 queries”).',
      whatToDo:
        'Count the round trips for a hundred elements. Take what does not change out of the loop; ask once for all of them (a join, `IN`, a batch); where that cannot be, do a bounded number at a time.',
    },
  },
  {
    group: 'performance',
    rule: rebuiltInLoop,
    text: {
      title: '{target} is copied whole for every element, in {file}',
      references: [{ label: 'CWE-407: Inefficient algorithmic complexity', url: 'https://cwe.mitre.org/data/definitions/407.html' }],
      what: 'A loop adds one element at a time by making a copy of everything collected so far.',
      why: 'The first element is copied as often as there are others. It reads like one step, and is a loop in a loop.',
      whatToDo:
        'Add to one collection made before the loop, or build it with one map or join at the end. A copy is worth its price where somebody else holds the old one.',
    },
  },
  {
    group: 'performance',
    rule: searchInLoop,
    text: {
      title: 'For every element, {collection} is searched from its start, in {file}',
      references: [{ label: 'CWE-407: Inefficient algorithmic complexity', url: 'https://cwe.mitre.org/data/definitions/407.html' }],
      what: 'A loop goes through a collection, and for each element it searches a whole collection again.',
      why: 'The work is the one length times the other. With the ten elements of a test nobody notices; ten times as many take a hundred times as long. Tests of meaning never show it, since the answer is right.',
      whatToDo:
        'Say how the time grows before you run it: how many elements are there in production, and what is their square? Then build an index once (a map, a set, a dictionary) and look up in it, and measure at two sizes.',
    },
  },
  {
    group: 'performance',
    rule: unboundedFanOut,
    text: {
      title: 'Everything in {collection} is begun at once, in {file}',
      references: [{ label: 'CWE-770: Allocation of resources without limits or throttling', url: 'https://cwe.mitre.org/data/definitions/770.html' }],
      what: 'For every element of a collection something is begun without waiting for the others, and nothing bounds how many run at the same time.',
      why: 'How many at once is then decided by the data. Sockets, file handles, memory and the patience of the other side all have limits, and what hits them first fails far from here.',
      whatToDo:
        'Name the limit that is hit first, and choose a number below it: a pool, a semaphore, batches. Then say what happens to the rest when one of them fails.',
    },
  },
  {
    group: 'process',
    rule: alreadyChanged,
    text: {
      title: 'Explained and passed over: “{sentence}”',
      references: [],
      what: 'A file changed in this session was not where it should have been: already committed, already staged, or with lines nobody here wrote. A word was found for it, and the work went on.',
      why: "A working tree that moves by itself has another author: a person, another agent, a hook. From then on every commit may carry their half-done work, or leave out one's own. The moment before a commit is the last cheap one to notice.",
      whatToDo:
        'Ask the history, which knows: `git log -1 -- FILE` for who and when, `git diff HEAD~1 -- FILE` for what. Tell the people concerned what was found. Stage by hunk, and say in the message what is not in it.',
    },
  },
  {
    group: 'process',
    rule: askNarrowed,
    text: {
      title: 'Less than was asked: “{sentence}”',
      references: [],
      what: 'In the middle of the work a part of the ask was declared to be out of scope, or replaced by something simpler.',
      why: 'The one who asked decides what is in scope. A part that proves hard is often the part it was about; left out quietly, it comes back as a surprise.',
      whatToDo:
        "Put the ask and the result side by side, line by line. For what is missing: say so in the report's first sentence, with what it would take, and let the person decide.",
    },
  },
  {
    group: 'process',
    rule: emptySearchAgain,
    text: {
      title: '{times} searches in a row found nothing: {query}',
      references: [],
      what: 'One thing was searched for several times in slightly different words, and every time the answer was empty.',
      why: 'An empty answer has two readings: it is not there, or the question cannot find it. A stray quote, a wrong folder, hidden errors and a filter that cuts everything look exactly like absence. Rephrasing tests neither reading, and the belief that follows, “it does not exist”, is built on.',
      whatToDo:
        'After the second empty answer, search the same place for something that is surely there. If that is empty too, the search is broken. If not, widen one part at a time: the pattern, then the folder, then the errors that were thrown away.',
    },
  },
  {
    group: 'process',
    rule: errorWavedOff,
    text: {
      title: 'A sign of trouble, waved off: “{sentence}”',
      references: [],
      what: 'A command printed an error, and a sentence made it harmless: expected, only noise, just something else. What would show that was not looked at.',
      why: 'The first line of an output is often the cause and the rest its echo. “Expected” is a strong word: somebody must have said beforehand that it would appear, and why. Said afterwards it is a guess, and it takes the line out of sight for everyone who reads on.',
      whatToDo:
        'Say what would be true if the error were real, and look at that one thing. If it really is expected, make it not appear: assert it in the test, or fix the message. An output that is clean when all is well is worth an hour.',
    },
  },
  {
    group: 'process',
    rule: failureDismissed,
    text: {
      title: 'A failure set aside: “{sentence}”',
      references: [],
      what: 'Something failed, and it was called old, unrelated or harmless. Nothing was run that would show this.',
      why: 'It may well be true. But the sentence ends the search, and a failure that is set aside once is set aside by everyone after. When it does belong to the change, the only free hint is gone.',
      whatToDo: 'Ask what would look different if the failure were caused by this change. Often one command tells: the same check on the code before it.',
    },
  },
  {
    group: 'process',
    rule: guessLoop,
    text: {
      title: 'The same failure {times} times: {failure}',
      references: [{ label: 'Why do multi-agent LLM systems fail? (step repetition)', url: 'https://arxiv.org/abs/2503.13657' }],
      what: 'One failure came back unchanged after several tries. What changed between them was the code or the command, not the idea of the cause.',
      why: 'Each try cost little, so it felt like progress. But a failure that stays exactly the same after a change says something strong: the change does not touch its cause.',
      whatToDo:
        'Stop after the second identical failure. Write down what the last result rules out, and choose the next step for what it would tell, not for what it might repair: print the value, read the source of the message, halve the input.',
    },
  },
  {
    group: 'process',
    rule: hunchAccepted,
    text: {
      title: 'Let pass on a hunch: “{sentence}”',
      references: [],
      what: 'A risk or a gap was seen, and let pass because it felt unlikely or good enough. Nothing was counted, measured or looked up. The person came back to it.',
      why: 'Seeing the case is the hard part, and it was done. The word that follows, “probably fine”, “rarely”, “should be enough”, is where it gets lost: it reads like a result and is a feeling. How often something happens and how bad it is then are two questions, and the second one decides.',
      whatToDo:
        'Put a number or a source beside such a word, or say that there is none. Ask what happens when it does occur: can it be noticed, and undone? If not, it is not fine, however rare. What stays open belongs in the summary.',
    },
  },
  {
    group: 'process',
    rule: puzzledRetries,
    text: {
      title: '{times} tries in a row came out strangely: {command}',
      references: [{ label: 'Why do multi-agent LLM systems fail? (step repetition)', url: 'https://arxiv.org/abs/2503.13657' }],
      what: 'Several commands were run one after another, each result was puzzling, and nothing was read or changed in between.',
      why: 'Trying again with a small variation feels like an experiment. It is one only when every outcome was given a meaning beforehand. Otherwise each new result asks for a new story, and the code that decides it has still not been looked at.',
      whatToDo:
        'After the second strange result, leave the command alone. Write down what must be true inside for both results, open the place that decides it, or make it print what it sees. Then predict, and run once.',
    },
  },
  {
    group: 'review',
    rule: caseBroughtUp,
    text: {
      title: 'A reviewer on a case that is not handled: “{sentence}”',
      references: [],
      what: 'A review comment was brought into the session. It names code and says in which case it goes wrong.',
      why: 'Some such comments are right and some only sound so; a bot writes both in the same tone. Acting on all of them adds guards that nothing needs, and waving them off leaves the one that mattered. The difference can be shown.',
      whatToDo:
        'Before reading on, write down the input or state that would make the comment true, and what would be seen then. Then look into the code whether it can get there, and run it.',
    },
  },
  {
    group: 'review',
    rule: copyBroughtUp,
    text: {
      title: 'A reviewer on something said twice: “{sentence}”',
      references: [],
      what: 'A review comment was brought into the session. It says that code, a message or a check is there twice.',
      why: 'Two copies drift, and a message printed twice hides which of the two places ran. But not everything that looks alike is the same: what changes for different reasons may stay apart.',
      whatToDo: 'Say what would have to change together, and when it would not. Then decide whether one owner helps, and which.',
    },
  },
  {
    group: 'review',
    rule: wasteBroughtUp,
    text: {
      title: 'A reviewer on work that is done too often: “{sentence}”',
      references: [],
      what: 'A review comment was brought into the session. It says that the code reads, keeps or computes more than it needs.',
      why: 'What is done once per item is free with ten items and stops the program with a hundred thousand. Whether that matters is a question of numbers, which the comment seldom has.',
      whatToDo: 'Say how the cost grows and with what, put in the largest real number, and measure one size. Then decide.',
    },
  },
  {
    group: 'scope',
    rule: commitUnasked,
    text: {
      title: 'A commit of more than was asked for',
      references: [
        { label: 'Pro Git: recording changes to the repository', url: 'https://git-scm.com/book/en/v2/Git-Basics-Recording-Changes-to-the-Repository' },
      ],
      what: 'The session committed. No message of the person asks for a commit, or the commit holds many files that the session never changed.',
      why: 'A commit says: this belongs together, and it is ready. Whoever owns the history decides that, after reading the difference. In a work tree that already held other changes, such a commit also carries work that nobody looked at.',
      whatToDo: 'Show the difference and ask. Stage file by file what the task changed, and look at the list before the commit is made.',
    },
  },
  {
    group: 'scope',
    rule: personsEditUndone,
    text: {
      title: 'A change made by hand in {file} is taken back',
      references: [],
      what: 'The person had taken these lines out by hand. The agent saw that, and wrote them again.',
      why: 'An edit by hand is a decision, often the only trace of one. Undone in passing, it returns as a bug that was already fixed once, and the person no longer trusts what they see.',
      whatToDo:
        'Take the change as given and fix what depends on it: the test, the caller, the sample data. If that seems wrong, ask why it was taken out before putting it back.',
    },
  },
  {
    group: 'scope',
    rule: pointedAtUnseen,
    text: {
      title: 'Pointed at, and not looked at: {pointer}',
      references: [],
      what: 'The person named one exact thing, by link or by id. No command, search or fetch of the turn has anything to do with it.',
      why: 'A pointer is the most precise part of a request: it is the evidence. An answer that does without it is about what such things are usually like, and the case at hand stays unexplained.',
      whatToDo: 'Open it first. If it cannot be opened from here, say so in the first sentence, and ask for what stands there.',
    },
  },
  {
    group: 'scope',
    rule: resumedUndecided,
    text: {
      title: 'Work begins on what was still being asked about',
      references: [
        { label: 'Google Engineering Practices: how to handle pushback', url: 'https://google.github.io/eng-practices/review/reviewer/pushback.html' },
      ],
      what: 'The person’s last words asked or doubted. Then the conversation was cut down to a summary, and after it the product was changed without another word from them.',
      why: 'A summary keeps what was proposed and loses that it was not agreed on. What reads like the next step may be the thing somebody was about to turn down.',
      whatToDo: 'After a cut, look for the last decision that the person took. Where the last thing was a question, answer it before any edit.',
    },
  },
  {
    group: 'scope',
    rule: sweptIntoCommit,
    text: {
      title: 'Someone else’s lines in {file} go into this commit',
      references: [],
      what: 'The agent noticed that the file holds changes that are not from this task, and then put the whole file into the commit.',
      why: 'A commit says: this belongs together, and I have looked at it. Foreign lines make it harder to review, to revert and to blame, and they may be half-finished work of somebody who did not want them shared yet.',
      whatToDo: 'Stage by hunk, or ask whose lines they are. If both must go in together, say so in the message.',
    },
  },
  {
    group: 'scope',
    rule: testsPromised,
    text: {
      title: '“{claim}”, without the tests of “{promise}”',
      references: [],
      what: 'The request or the plan says that tests are to be written. The work is called done, and no test grew by more than it takes to keep it compiling.',
      why: 'A list on which everything is ticked is read as a list of what is there. The missing line is the one that would have shown whether the others work.',
      whatToDo:
        'Go through the list and point, for every line, at the change that does it. A line without one is either still to do, or to be taken off the list in the open.',
    },
  },
  {
    group: 'scope',
    rule: toldNotTo,
    text: {
      title: 'Done after it was ruled out: “{ban}”',
      references: [],
      what: 'The person had ruled something out, and a later step does it.',
      why: 'A limit in a request is as much a part of it as the feature. It often stands there for a reason that the code does not show: a decision of the team, a release, an earlier accident.',
      whatToDo:
        'Keep the limits of a request as a list and read it again before calling the work done. Where a limit stands in the way, say so and ask; do not find a way around it.',
    },
  },
  {
    group: 'scope',
    rule: unaskedSharing,
    text: {
      title: 'Shared with others, unasked: {act}',
      references: [],
      what: 'The work was made visible to others, and no message in the session asked for that.',
      why: 'Until then everything could be changed in private. From here on others pull it, read it, or get mail about it. That step belongs to the person whose name stands on it.',
      whatToDo: 'Stop before the step, say what would be shared and with whom, and ask. If a team wants it done always, its instructions should say so.',
    },
  },
  {
    group: 'scope',
    rule: unrelatedFixed,
    text: {
      title: '“{sentence}”, and it was changed all the same',
      references: [],
      what: "A failure was called someone else's or older than this task. The next step changed the files it stands in, by hand or with a fixer that rewrites whatever it finds.",
      why: 'Files that the task does not touch may hold work in progress of someone else. A change there mixes two things in one difference, and hides from whoever owns the file that it happened.',
      whatToDo: 'Report it, with the file and the message, and ask. To get on, run the check on the files of the task alone, or on a clean work tree.',
    },
  },
  {
    group: 'security',
    rule: codeFromData,
    text: {
      title: 'Data is run as code in {file}',
      references: [
        { label: 'CWE-94: Code injection', url: 'https://cwe.mitre.org/data/definitions/94.html' },
        { label: 'CWE-502: Deserialization of untrusted data', url: 'https://cwe.mitre.org/data/definitions/502.html' },
      ],
      what: '{how} runs whatever text or bytes it is given, with all the rights of the program.',
      why: 'Whoever can write that text decides what the program does. The distance between “our own file” and “a file somebody sent” is often one feature.',
      whatToDo: 'Where do the text or bytes come from, on every path? Use a format that cannot run (JSON, a safe loader), or a table of what is allowed.',
    },
  },
  {
    group: 'security',
    rule: doorsLeftOpen,
    text: {
      title: '{file} opens more than the step needs',
      references: [
        { label: 'CWE-732: Incorrect permission assignment for critical resource', url: 'https://cwe.mitre.org/data/definitions/732.html' },
        { label: 'CWE-494: Download of code without integrity check', url: 'https://cwe.mitre.org/data/definitions/494.html' },
      ],
      what: '`{code}`: code from elsewhere is run as it comes, or everybody may do what one program needed.',
      why: 'Such a line is written to get past an obstacle and stays. Whoever holds the other end, or another account on the machine, then holds this one as well.',
      whatToDo: 'Name the one right that was missing and give that one. Fetch a fixed version, compare its checksum, and run it afterwards.',
    },
  },
  {
    group: 'security',
    rule: secretInCode,
    text: {
      title: 'A value that looks like a secret stands in {file}',
      references: [{ label: 'CWE-798: Use of hard-coded credentials', url: 'https://cwe.mitre.org/data/definitions/798.html' }],
      what: 'A key, token or password ({name}) is written into the code.',
      why: 'Whatever is committed stays in the history, in every clone and every backup, after the line is gone. Bots find published keys within minutes.',
      whatToDo:
        'Where does this value come from, and who may read this repository? Read it from the environment or a secret store. If it was real, treat it as known and have it replaced.',
    },
  },
  {
    group: 'security',
    rule: shellFromValues,
    text: {
      title: 'A shell command is put together from values in {file}',
      references: [{ label: 'CWE-78: OS command injection', url: 'https://cwe.mitre.org/data/definitions/78.html' }],
      what: '{callee} is given one text with values pasted into it, and a shell reads that text.',
      why: 'The shell cannot tell the command from the values. A file name with a space, a quote or a semicolon changes what is run, by accident or on purpose.',
      whatToDo: 'Where does each value come from? Pass the program and its arguments as a list, without a shell, so that a value stays a value.',
    },
  },
  {
    group: 'security',
    rule: sqlFromValues,
    text: {
      title: 'A query in {file} has values pasted into its text',
      references: [{ label: 'CWE-89: SQL injection', url: 'https://cwe.mitre.org/data/definitions/89.html' }],
      what: 'The query is put together from text and values instead of using parameters.',
      why: 'The database cannot tell the statement from the values. A name with a quote breaks the query; a prepared one rewrites it.',
      whatToDo: 'Where does each value come from? Use the parameters of the driver for values, and a fixed list for names of tables and columns.',
    },
  },
  {
    group: 'security',
    rule: tlsCheckOff,
    text: {
      title: "The other end's certificate is no longer checked in {file}",
      references: [{ label: 'CWE-295: Improper certificate validation', url: 'https://cwe.mitre.org/data/definitions/295.html' }],
      what: 'Encryption stays on, and the check of who is at the other end is off.',
      why: 'An encrypted connection to somebody unknown protects from nobody: whoever sits in between can read and change everything. Such a switch, made for one test server, tends to travel to production.',
      whatToDo:
        'Ask which certificate is refused and why. Add the missing authority to the trust store, or give the test server a certificate, rather than switching the check off.',
    },
  },
  {
    group: 'security',
    rule: workflowTrustsFork,
    text: {
      title: 'The workflow {file} works with more rights than what starts it deserves',
      references: [
        { label: 'CWE-250: Execution with unnecessary privileges', url: 'https://cwe.mitre.org/data/definitions/250.html' },
        { label: 'GitHub: Secure use of workflows', url: 'https://docs.github.com/en/actions/reference/security/secure-use' },
      ],
      what: "`{code}`: the job holds the repository's own token, or takes words from outside into a command.",
      why: 'A proposal from a fork is written by anybody. A job that starts on it with a token that may write can be made to write: by code it checks out, by a name it puts into a command, by a file it reads.',
      whatToDo:
        'Write down who can start the job, what they choose, and what the token may do. Keep what comes from outside in a job without rights, hand over data only, and give the second job the one permission it needs.',
    },
  },
  {
    group: 'sound',
    rule: advisedAgainst,
    text: {
      title: 'A no, with its reason: “{advice}”',
      references: [],
      what: 'The agent looked first, advised against what was asked about, and said why. The person went on without it.',
      why: 'Agreeing is cheap. An answer is worth something where it could also have been no, and where what it rests on can be looked up.',
      whatToDo: 'Ask what the no rests on and look at that one place yourself. Where it holds, take it and go on.',
    },
  },
  {
    group: 'sound',
    rule: askedFirst,
    text: {
      title: 'A question before the first change: “{question}”',
      references: [],
      what: 'Something was open: what was wanted, which way, or whether at all. The agent said so and changed nothing until it was answered. The answer decided what was done, and it stood.',
      why: 'A guess that is right costs nothing, and one that is wrong costs the whole change and the review of it. The question is cheap exactly once: before the first edit.',
      whatToDo: 'Ask when two readings of a request lead to different changes. Say which you would take, so that a short answer is enough.',
    },
  },
  {
    group: 'sound',
    rule: backedUpFirst,
    text: {
      title: 'A copy was kept before {command}',
      references: [],
      what: 'The command removes something for good. Before it ran, a copy was made that it does not touch.',
      why: 'With a copy the command is an ordinary step: if it was wrong, the way back is known. The copy cost one line.',
      whatToDo: 'Say where the copy is, and when it may go. A backup nobody remembers is the next thing to be cleaned up.',
    },
  },
  {
    group: 'sound',
    rule: causeConfirmed,
    text: {
      title: 'A cause named, and borne out by the next run: “{cause}”',
      references: [{ label: 'Andreas Zeller, Why Programs Fail: a diagnosis is confirmed by an experiment' }],
      what: 'After a failure its cause was named in a sentence. The change followed from that sentence, the tests were left alone, and the same check passed.',
      why: 'Naming the cause before changing anything makes the change an experiment: had the sentence been wrong, the run would have said so.',
      whatToDo: 'Keep the habit of one sentence between a failure and a change. When the run disagrees, take back the sentence first, then the change.',
    },
  },
  {
    group: 'sound',
    rule: changeHeld,
    text: {
      title: 'The change to {file} that its tests reached, and that held',
      references: [],
      what: 'The file had been read, the change was small, and the next run that reaches it passed at the first try. The lines were not touched again, and the work went on from there.',
      why: 'Most changes are neither brilliant nor wrong. What lets you accept one without worry is that something that could have failed did not, and that nobody had to come back to it.',
      whatToDo: 'Ask what would have failed had the change been wrong. Where the answer is a test that ran, go on; where it is nothing, look twice.',
    },
  },
  {
    group: 'sound',
    rule: checkedClaim,
    text: {
      title: '“{claim}”, and it held',
      references: [],
      what: 'The claim was made after a run on the final state of the code that covers what it says, and part of what ran reaches the change itself. Nothing spoke against it later.',
      why: 'Trust in a report should come from what stands behind it. This one could be relied on, and what made it reliable can be read off: the run came after the last edit, covered everything, and reached what is new.',
      whatToDo: 'Ask the same three questions of the next report. When all three hold, go on without looking twice.',
    },
  },
  {
    group: 'sound',
    rule: checkedCommit,
    text: {
      title: 'Committed after a look: {message}',
      references: [],
      what: 'Before the commit the difference was looked at, the tests had passed on the files as they were, and what goes in was named path by path. Other changed files that were lying there were left out.',
      why: "A commit is where work leaves the desk. Most of what goes wrong there is not wrong code but code that was not meant to go along: somebody else's change, a scratch file, a setting.",
      whatToDo: 'Read the list of files before you commit, and name them. It takes ten seconds, and the next reader never has to wonder why a file is in it.',
    },
  },
  {
    group: 'sound',
    rule: diagnosisHeld,
    text: {
      title: 'Read, said, changed, and it held: “{sentence}”',
      references: [{ label: 'Andreas Zeller, Why Programs Fail: a diagnosis is confirmed by an experiment' }],
      what: 'The code was read and what is the matter with it was said in a sentence that names the place. The change followed from that sentence, the next check passed, and the change stayed.',
      why: 'A statement that names the place can be wrong in a way that shows. That is what makes it worth more than a change that happens to help: the next reader knows why the line is there.',
      whatToDo: 'Before a change, write the sentence it follows from. If you cannot name the place, read on.',
    },
  },
  {
    group: 'sound',
    rule: disputedTest,
    text: {
      title: 'The test was doubted, with evidence, and was wrong: “{sentence}”',
      references: [{ label: 'ImpossibleBench: measuring how far models go to make tests pass', url: 'https://arxiv.org/abs/2510.20270' }],
      what: 'A test failed, and the wish was to make it pass. The agent found out which of the two was right, said that it was not the test, and left the code as it was.',
      why: 'A test is a claim somebody wrote down, and it can be wrong. Bending correct code to a wrong expectation spreads the mistake to every user, with a green test to defend it. What makes a dispute worth hearing is a second source that knows neither the code nor the test.',
      whatToDo:
        'Before you change code for a test, say where its expected value comes from, and get it once more in another way. If the two differ, ask the one who owns the expectation, and show both.',
    },
  },
  {
    group: 'sound',
    rule: fixHeld,
    text: {
      title: 'The change to {file} that turned {command} green, and held',
      references: [],
      what: 'A test run failed. The code was changed, the tests were left as they were, and the same run passed. The change was not touched again.',
      why: 'A failing test can be made quiet in many places. The one that lasts is where the cause is; that it was not changed again is the best sign a session can give.',
      whatToDo:
        'Read the failure and then the change: say in one sentence how the one follows from the other. A repair that can be told so is one that can be accepted.',
    },
  },
  {
    group: 'sound',
    rule: limitsDisclosed,
    text: {
      title: 'What was not checked was said: “{limit}”',
      references: [],
      what: 'The report says what passed, and in the same breath what was not run or still fails. Nothing that came later contradicts it.',
      why: 'A report is worth what its limits are worth. Whoever reads it can decide with open eyes what to check before relying on it.',
      whatToDo: 'Treat the stated limit as the next thing to do, or decide not to do it. Do not punish it: the alternative is a report that sounds better.',
    },
  },
  {
    group: 'sound',
    rule: lookedFirst,
    text: {
      title: 'A look at what would be lost, before {command}',
      references: [],
      what: 'The command throws away work, history or a shared branch. Right before it, what it would throw away was listed, and nothing was missed afterwards.',
      why: 'Commands like this are safe or fatal depending on the state they meet. Looking is the only difference, and it can be seen in the record.',
      whatToDo: 'Make the look a habit: status, stash list or log, then the command. If the look shows something you did not expect, stop.',
    },
  },
  {
    group: 'sound',
    rule: planHeld,
    text: {
      title: 'A plan that was followed in {edits} edits, and held',
      references: [],
      what: 'A plan was laid out and agreed on. It was carried out, the tests passed, and what it made was kept.',
      why: 'The cheapest place to change a program is its plan. This one had named what was to be touched well enough that nothing had to be done twice.',
      whatToDo:
        'Look at what the plan says and what it leaves open: which files, in which order, and how to see that it works. Those three are what the next plan needs as well.',
    },
  },
  {
    group: 'sound',
    rule: redThenGreen,
    text: {
      title: 'A test in {test} that failed first, and passes since {file} changed',
      references: [{ label: 'Kent Beck, Test-Driven Development by Example' }],
      what: 'A test was written and run before the code it is about. It failed; the code was changed; it passed, and the test had stayed as it was.',
      why: 'A test that has been seen to fail is known to be able to. That one red run is the difference between a test and a decoration.',
      whatToDo: 'Keep the order. Where the code is there already, take the change out for a moment and run the new test: it must turn red.',
    },
  },
  {
    group: 'sound',
    rule: refusedToMask,
    text: {
      title: 'The cause, not the sign of it: “{sentence}”',
      references: [],
      what: 'A check failed, and there was a quick way to make it quiet. It was named and not taken; the code was changed instead, and the check passed unchanged.',
      why: 'The quick way would have looked the same in the report: green. Only the next failure would have told the two apart.',
      whatToDo: 'Name the shortcut aloud, as here, before choosing. A shortcut that has been named is rarely taken by accident.',
    },
  },
  {
    group: 'sound',
    rule: reproducedFirst,
    text: {
      title: '{command}: seen to fail before anything was changed',
      references: [{ label: 'David Agans, Debugging: make it fail' }],
      what: 'A problem was reported. Before any code was changed a command was found that shows it; after the change the same command passed.',
      why: 'With a reproduction there is one question, and a machine answers it. Without one, every plausible change looks like the repair.',
      whatToDo: 'Keep the command. It is most of a regression test already.',
    },
  },
  {
    group: 'sound',
    rule: testPinsResult,
    text: {
      title: 'The test for {file} that says what should come out',
      references: [],
      what: 'The test was added for a change of the same request. It calls the real code and compares what comes out with values that are written down, and nothing stands in for what it tests.',
      why: 'A test is worth the mistakes it would catch. One that names the result exactly fails when the result changes; one that only asks whether something came out does not.',
      whatToDo: 'Ask of each assertion what change of the code would make it fail. If you can name one, it earns its place.',
    },
  },
  {
    group: 'sound',
    rule: triedByHand,
    text: {
      title: '“{claim}”, after {command} showed it',
      references: [],
      what: 'After the last change the thing itself was run and its output seen. Then it was reported as done, and it held.',
      why: 'Tests answer the questions somebody thought of. Running the thing once, as its user would, answers the first question the user will have.',
      whatToDo: 'Keep the output with the report. Then ask whether what was tried by hand should be a test.',
    },
  },
  {
    group: 'special-cases',
    rule: indexPastEnd,
    text: {
      title: 'A loop in {file} goes one past {bound}',
      references: [{ label: 'CWE-193: Off-by-one error', url: 'https://cwe.mitre.org/data/definitions/193.html' }],
      what: 'The index starts at 0 and runs up to and including the length. The last step reads what is not there.',
      why: 'In some languages this crashes, in others it quietly reads nothing or something else, and only for the last step, which few examples reach.',
      whatToDo: 'Walk through the loop with a list of one and an empty list. Prefer iterating over the items themselves to counting their places.',
    },
  },
  {
    group: 'special-cases',
    rule: literalAnswer,
    text: {
      title: '{file} answers one input with a literal',
      references: [{ label: 'ImpossibleBench: measuring how agents exploit tests', url: 'https://arxiv.org/abs/2510.20270' }],
      what: 'For the input {value} the code returns {answer} without computing it.',
      why: 'An answer written for one input makes that one example pass and says nothing about the others. When the example comes from a test, the test has stopped testing.',
      whatToDo:
        'Try an input next to the special one. If the general code gives the right answer, the special case is not needed; if it does not, that is the bug.',
    },
  },
  {
    group: 'special-cases',
    rule: testAwareCode,
    text: {
      title: 'Product code in {file} asks whether it is being tested',
      references: [{ label: 'ImpossibleBench: measuring how agents exploit tests', url: 'https://arxiv.org/abs/2510.20270' }],
      what: 'The code takes another path when a test is running.',
      why: 'What the tests run is then not what the users run. A green suite says nothing about the other path, which is the one that matters.',
      whatToDo: 'Make the difference an argument: pass in the clock, the client, the store. Then the test chooses, and the code stays one.',
    },
  },
  {
    group: 'tests',
    rule: assertionAlwaysTrue,
    text: {
      title: 'A check in {file} cannot fail: it {why}',
      references: [{ label: 'Test smells catalogue', url: 'https://testsmells.org/pages/testsmells.html' }],
      what: 'The assertion is true before the code under test has done anything. No bug could make it fail.',
      why: "The test counts as a test, in the report and in people's minds, and guards nothing. It is worse than no test, since nobody will think of writing the missing one.",
      whatToDo:
        'Make it fail once: break the code on purpose and watch the test. If it stays green, it needs a value that comes out of the code, compared with one that comes from the requirement.',
    },
  },
  {
    group: 'tests',
    rule: assertionRemoved,
    text: {
      title: 'A check went from {file} and nothing took its place',
      references: [{ label: 'Test smells catalogue', url: 'https://testsmells.org/pages/testsmells.html' }],
      what: 'An assertion was removed from a test that is still there. The test runs the same code as before and says less about it.',
      why: "The remaining test still counts as a test of this behaviour, in the reader's mind and in the coverage figure. Nothing guards the behaviour now.",
      whatToDo:
        'Ask what the removed line knew. If it was wrong, replace it by what is right; if it was hard to check, make the thing observable (pass in the writer, the clock, the client) rather than leaving it unchecked.',
    },
  },
  {
    group: 'tests',
    rule: assertionWeakened,
    text: {
      title: 'A check in {file} now accepts more than before',
      references: [{ label: 'Test smells catalogue', url: 'https://testsmells.org/pages/testsmells.html' }],
      what: 'The assertion looks at the same value as before, and fewer outcomes would make it fail: an exact value became “is defined”, an equality became a bound, a list of arguments became “was called”.',
      why: 'What a test is worth lies in what it refuses. A check that a value is there passes for every wrong value too. The test keeps its name and its green mark, and the promise behind it is gone.',
      whatToDo:
        'Write down the exact value that the behaviour calls for. If it cannot be known in advance (a time, an id), pin down everything around it, and say in the test what may vary.',
    },
  },
  {
    group: 'tests',
    rule: expectedMadeActual,
    text: {
      title: 'The expected value in {file} became what the code printed',
      references: [{ label: 'ImpossibleBench: measuring how agents exploit tests', url: 'https://arxiv.org/abs/2510.20270' }],
      what: 'A test failed, and the next change made the test expect what the failing run had printed: {after} instead of {before}.',
      why: "When a test and the code disagree, one of them is wrong. Copying the code's answer into the test decides the question without asking it. From then on the test defends whatever the code did that day, bug included.",
      whatToDo:
        'Decide first which of the two is right, from the requirement and not from the output. If the behaviour was meant to change, say so in the same change, and look for the other places that still rely on the old one.',
    },
  },
  {
    group: 'tests',
    rule: failingTestRemoved,
    text: {
      title: 'A failing test was removed from {file}',
      references: [{ label: 'ImpossibleBench: measuring how agents exploit tests', url: 'https://arxiv.org/abs/2510.20270' }],
      what: 'A run named a test as failing. The next change took that test away.',
      why: 'The failure was the only sign of the problem. Without it the suite is green and the problem is where it was, now unobserved.',
      whatToDo:
        'Find out why it failed before removing it. A test of behaviour that is no longer wanted may go, together with the behaviour and with a sentence saying so.',
    },
  },
  {
    group: 'tests',
    rule: snapshotAccepted,
    text: {
      title: 'Snapshots were accepted right after a red run',
      references: [{ label: 'Effective snapshot testing', url: 'https://kentcdodds.com/blog/effective-snapshot-testing' }],
      what: 'A test run failed, and the next command rewrote the expected output of all snapshots with whatever the code prints now.',
      why: 'A snapshot is a question: is this difference meant? Accepting all of them at once answers yes without reading. One unintended difference among ten intended ones is invisible afterwards.',
      whatToDo:
        'Read the difference of every snapshot before accepting it, and accept only those that the change was meant to make. Small snapshots make this possible.',
    },
  },
  {
    group: 'tests',
    rule: testFocused,
    text: {
      title: 'One test runs alone in {file}',
      references: [{ label: 'Test smells catalogue', url: 'https://testsmells.org/pages/testsmells.html' }],
      what: 'A marker such as `.only` is left in a test file. Every other test of that file is silently left out of the run.',
      why: 'The suite reports success with most of its tests not run. Nothing in the output looks wrong except the count, and few people read the count.',
      whatToDo: "Use the runner's own filter on the command line while working on one test: it leaves no trace in the file. Let a lint rule refuse the marker.",
    },
  },
  {
    group: 'tests',
    rule: testSkipped,
    text: {
      title: 'A test was taken out of the run in {file}',
      references: [
        { label: 'Test smells catalogue', url: 'https://testsmells.org/pages/testsmells.html' },
        { label: 'ImpossibleBench: measuring how agents exploit tests', url: 'https://arxiv.org/abs/2510.20270' },
      ],
      what: 'A test is now skipped. It stays in the file and looks like a check, and it can no longer fail.',
      why: 'A red test is information: something the code was meant to do, it does not do, or the test is wrong. Skipping keeps neither answer. The suite is green again for a reason that has nothing to do with the code.\n\nSkipped tests are rarely switched on again. After a while nobody knows whether they would pass.',
      whatToDo:
        'Find out which of the two is wrong, the code or the test, and say so. Where a skip is really needed for now, tie it to an issue and a condition under which it ends, so that it cannot be forgotten.',
    },
  },
  {
    group: 'tests',
    rule: testWithoutOracle,
    text: {
      title: 'A new test in {file} {what}',
      references: [{ label: 'Test smells catalogue', url: 'https://testsmells.org/pages/testsmells.html' }],
      what: 'The new test “{test}” {what}. It can only fail if the code throws.',
      why: 'Running code is not verifying it. The line counts as covered, and any wrong result passes. With doubles it is easy to test only that the test is wired to itself.',
      whatToDo:
        'Ask: what would this test say if the function returned nonsense? Add the one observation that only the right behaviour produces: a returned value, a stored row, a message.',
    },
  },
];
