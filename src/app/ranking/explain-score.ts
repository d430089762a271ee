import type { ExplainedPart, Explanation } from '../../model/api/ranking.ts';
import type { Moment } from '../../model/moment.ts';
import type { KeptReading } from '../tutor/find-reading.ts';
import { describeStage } from './find-precision.ts';
import { toLegitimateFactor, toReaderFactor, type Standing } from './create-weigher.ts';

/**
 * The parts of a moment's score in plain words, in the order they are multiplied.
 * @param standing what the journal's owner adds; null for a scan, which knows nobody
 */
export function explainScore({ rule, score }: Pick<Moment, 'rule' | 'score'>, standing: Standing | null): Explanation {
  const parts: ExplainedPart[] = [
    { part: 'worth', factor: score.worth / 3, words: describeWorth(score.worth) },
    { part: 'confidence', factor: score.confidence, words: describeConfidence(rule) },
    { part: 'agreement', factor: score.agreement, words: describeAgreement(score.agreement) },
    {
      part: 'novelty',
      factor: standing?.novelty.factor ?? score.novelty,
      words: standing ? describeNovelty(standing) : 'not asked: a scan keeps nothing and knows nobody',
    },
    { part: 'teachability', factor: score.teachability, words: describeTeachability(score.teachability) },
  ];
  if (standing && standing.legitimate > 0)
    parts.push({ part: 'legitimate', factor: toLegitimateFactor(standing.legitimate), words: `called legitimate here ${describeTimes(standing.legitimate)}` });
  if (standing?.reading) parts.push({ part: 'second-reader', factor: toReaderFactor(standing.reading), words: describeReading(standing.reading) });
  return { total: parts.reduce((product, { factor }) => product * factor, 1), parts };
}

const WORTHS = new Map([
  [3, 'worth 3 of 3: a preceptor would certainly stop here'],
  [2, 'worth 2 of 3: a preceptor would probably stop here'],
  [1, 'worth 1 of 3: a small thing'],
]);

const describeWorth = (worth: number): string => WORTHS.get(worth) ?? `worth ${worth} of 3`;

const describeConfidence = (rule: string): string => `how likely a careful reader would stop here too; its rule is ${describeStage(rule)}`;

const describeAgreement = (agreement: number): string => (agreement >= 1 ? 'two independent sources say so' : 'one source alone says so');

function describeTeachability(teachability: number): string {
  if (teachability >= 1) return 'what you are asked to predict was settled later in the session';
  return teachability >= 0.8 ? 'some of what you are asked to predict is settled' : 'nothing you are asked to predict is settled by the session';
}

function describeNovelty({ novelty: { concept, familiarity } }: Standing): string {
  if (concept === null || familiarity.judged === 0) return concept === null ? 'new to you' : `new to you: no round of yours was about “${concept}” yet`;
  const { judged, right } = familiarity;
  return `you judged ${describeCount(judged, 'round')} about “${concept}”, ${right === 0 ? 'none' : right} rightly and with fitting confidence`;
}

function describeReading(reading: KeptReading): string {
  const { reader } = reading;
  if (reading.verdict === 'refused') return `the answer of ${reader} was not taken: ${reading.why}`;
  const [cited] = reading.evidence;
  const because = `${reading.reason ? `: ${reading.reason}` : ''}${cited ? ` (line ${cited.line}: “${cited.quote}”)` : ''}`;
  if (reading.verdict === 'reject') return `${reader} would not stop here${because}`;
  return `${reader} would stop here${reading.verdict === 'reword' ? ' and worded the question' : ''}${because}`;
}

const describeTimes = (times: number): string => (times === 1 ? 'once' : `${times} times`);
const describeCount = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
