/** Measures the detector on the labelled sessions and diffs of ../shared; writes docs/quality.md, the rules' measured.json and pages. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Moment } from '../../src/model/moment.ts';
import type { Measured } from '../../src/moments/engine/select-rules.ts';
import { RULES } from '../../src/moments/rules/registry.generated.ts';
import { findAlarms, type BackgroundCommit } from './background.ts';
import { listBaselines } from './baselines.ts';
import { countFound } from './count-found.ts';
import { measureDecisions } from './decisions.ts';
import { groupLabels, matchAll, readJsonLines, type DecisionLabel, type Hits, type Label } from './gold.ts';
import { findByDefault, findHeldOut, findWithEveryRule, listHeldBack } from './hold-out.ts';
import { countInjected, findInjected, type InjectedDiff } from './injected.ts';
import { loadPlaces } from './places.ts';
import { describeReadings, loadReadings } from './readings.ts';
import { readSessions } from './read-sessions.ts';
import { toRuleFigures, type RuleFigures } from './rule-figures.ts';
import { scoreReaders } from './score-readers.ts';
import { FIGURES, scorePlaces } from './score.ts';
import { describeBaselines, describeDecisions, describeHeldOut, describeKinds, describeScore } from './sections/describe-gold.ts';
import { describeBackground, describeInjected } from './sections/describe-diffs.ts';
import { describeRules } from './sections/describe-rules.ts';
import { describeStages } from './sections/describe-stages.ts';

interface Request {
  readonly root: string;
  /** Tells what is being done, and what it has taken so far. */
  readonly tell: (step: string) => void;
}

export function measureRules({ root, tell }: Request): void {
  const shared = join(root, '..', 'shared');
  const gold = join(shared, 'corpus', 'gold');
  if (!existsSync(gold)) {
    process.stderr.write('npm run quality needs the labelled sessions in ../shared/corpus/gold, which are not on this machine. The rules were not measured.\n');
    return;
  }

  tell('the labelled sessions: facts and moments');
  const labels = readJsonLines<Label>(join(gold, 'dev.jsonl'));
  const labelsByFile = groupLabels(labels);
  const sessions = [...readSessions([...new Set(labels.map(({ file }) => join(shared, 'corpus', file)))])];
  const hits = matchAll(sessions.flatMap(findWithEveryRule), labelsByFile);

  tell('diffs and commits, by every rule');
  const rows = readJsonLines<InjectedDiff>(join(shared, 'labels', 'injected-diffs.jsonl'));
  const commits = readJsonLines<BackgroundCommit>(join(shared, 'labels', 'background-commits.jsonl'));
  const everyRule: Measured = Object.fromEntries(RULES.map(({ rule }) => [rule.meta.id, { shown: true }]));
  const ofEveryRule = { rules: RULES, labelsByFile, injected: findInjected(rows, everyRule), alarms: findAlarms(commits, { measured: everyRule }) };
  const elsewhere = loadPlaces(join(root, 'docs', 'readings', 'places'));
  const measure = (own: Hits<Moment>): Record<string, RuleFigures> =>
    toRuleFigures({ ...ofEveryRule, hits: own, elsewhere: elsewhere.map(({ byRule }) => byRule) });
  const figures = measure(hits);
  const moments = sessions.flatMap((facts) => findByDefault(facts, figures));
  const score = scorePlaces(gold, moments);
  const strict = mapShown(figures, ({ stage }) => stage === 'stable');
  const strictScore = scorePlaces(
    gold,
    sessions.flatMap((facts) => findByDefault(facts, strict)),
  );

  tell('leaving one project out');
  const heldOut = findHeldOut(sessions, labelsByFile, measure);
  const heldOutScore = scorePlaces(gold, heldOut.moments);

  tell('baselines');
  const readers = {
    baseline: { name: 'one reader, scored against the other', meaning: 'mean of both ways; their three of most worth first' },
    scores: scoreReaders(gold, labels),
  };
  const baselines = listBaselines({ sessions, labels, moments }).map((baseline) => ({
    baseline,
    scores: baseline.draws.map((draw) => scorePlaces(gold, draw)),
  }));

  tell('diffs with an injected defect');
  const injected = findInjected(rows, figures);
  tell('background commits');
  const alarms = findAlarms(commits, { measured: figures });

  tell('all sessions of the corpus');
  const found = countFound(join(shared, 'corpus'), figures, new Set([...labelsByFile.keys()].map((file) => basename(file))));

  const decisions = measureDecisions(moments, readJsonLines<DecisionLabel>(join(gold, 'decisions.jsonl')));
  const notes = join(root, 'docs', 'quality-notes.md');

  const lines = [
    '# Measured quality',
    '',
    'Written by `npm run quality`; do not edit. Twelve real sessions of three projects were read by two independent readers (language models with one guide; people would agree less). The rules were developed looking at these sessions, so expect less on others: the figures per project show how far they differ. Intervals after a share are Wilson at 95 %, in per cent.',
    '',
    '## Against the readers',
    '',
    `${score.labels} labelled places, ${score.agreed} marked by both readers; ${score.moments} moments printed by default.`,
    '',
    ...describeScore(score, heldOutScore),
    '',
    ...describeHeldOut(heldOut, listHeldBack(figures)),
    '',
    '## Beside what anyone could print',
    '',
    ...describeBaselines(score, [...baselines, readers]),
    '',
    '## Per kind',
    '',
    'Of moments printed by default, how many were right; of labelled places of either reader that carry the kind, how many were found. A label may carry two kinds, and is found by a moment of either.',
    '',
    ...describeKinds(matchAll(moments, labelsByFile), labelsByFile),
    '',
    '## Which rules are printed',
    '',
    ...describeStages({ figures, score, strictScore, elsewhere }),
    '',
    '## Per rule',
    '',
    'With every rule, so that those are measured which the default run holds back. Read: in all sessions that readers judged, gold among them. Recall: of the places of gold that carry the kind of the rule. Diffs and commits: see below.',
    '',
    ...describeRules(RULES, figures),
    '',
    '## Where the tape stops',
    '',
    ...describeDecisions(decisions),
    '',
    '## Diffs with an injected defect',
    '',
    'Real files into which a program put one defect, without a session. At default settings, by what `rounds scan --diff` uses.',
    '',
    ...describeInjected(countInjected(injected)),
    '',
    '## Ordinary commits',
    '',
    'Commits of public repositories that nobody labelled; most of what is said of them is a false alarm. The same settings.',
    '',
    ...describeBackground(alarms, commits.length),
    '',
    '## Read by others',
    '',
    'Samples read by readers who were not told the rule or the kind: would they stop here? Of sound decisions: is it really sound?',
    '',
    ...describeReadings(loadReadings(join(root, 'docs', 'readings'))),
    '',
    '## How much is found',
    '',
    `In the ${found.sessions} sessions of the corpus that are not labelled: ${found.moments} moments by default in ${found.sessionsWithMoments} of them, and ${found.sound} sound decisions (\`--sound\`) in ${found.sessionsWithSound}.`,
    '',
    ...(existsSync(notes) ? [readFileSync(notes, 'utf8').trim(), ''] : []),
  ];
  writeFileSync(join(root, 'docs', 'quality.md'), lines.join('\n'));
  writeFileSync(join(root, 'src', 'moments', 'rules', 'measured.json'), `${JSON.stringify(figures, null, 2)}\n`);

  tell('rule pages');
  const generated = spawnSync(process.execPath, [join(root, 'scripts', 'generate-rules.ts')], { cwd: root, encoding: 'utf8' });
  if (generated.status !== 0) throw new Error(`generate-rules.ts ended with ${generated.status}: ${generated.stderr.slice(-2000)}`);
  process.stdout.write(`${FIGURES.map((name) => `${name} ${String(score[name])}`).join('  ')}\n`);
  process.stdout.write(
    `leaks ${decisions.leaks.length}  injected ${countInjected(injected).reduce((sum, { onLines }) => sum + onLines, 0)} of ${injected.length}  alarms a commit ${(alarms.length / commits.length).toFixed(2)}\n`,
  );
  for (const { rule, file, shownUntil } of decisions.leaks)
    process.stderr.write(`${rule} shows some of its evidence at line ${shownUntil} of ${basename(file)}\n`);
  process.stdout.write('Written: docs/quality.md, src/moments/rules/measured.json, docs/rules\n');
}

const mapShown = <T extends object>(figures: Readonly<Record<string, T>>, isShown: (own: T) => boolean): Measured =>
  Object.fromEntries(Object.entries(figures).map(([id, own]) => [id, { shown: isShown(own) }]));
