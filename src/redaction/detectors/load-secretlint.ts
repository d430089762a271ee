/** secretlint's recommended rules, loaded when first needed: they take longer to load than the rest of Rounds takes to start. No configuration is looked for on disk. */
import type { SecretLintCoreConfig } from '@secretlint/types';
import type { Match } from '../match.ts';

export type AsyncDetector = (text: string) => Promise<Match[]>;

const PRESET = '@secretlint/secretlint-rule-preset-recommend';
/** secretlint puts each match into memory several times over; texts beyond this are given to it in parts. */
const PART_LENGTH = 1 << 20;
/** Parts overlap by more than its longest bounded pattern, so that none is cut at a border. */
const OVERLAP = 1 << 14;

export async function loadSecretlint(): Promise<AsyncDetector> {
  const [{ lintSource }, { creator }, { secretLintProfiler }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
    import('@secretlint/profiler'),
  ]);
  // It would keep a mark of every rule of every text for as long as the process lives.
  secretLintProfiler.setEnabled(false);
  const config: SecretLintCoreConfig = {
    rules: [
      {
        id: PRESET,
        rule: creator,
        // `secretlint-disable` in a transcript is a stranger's wish, not the person's.
        rules: [{ id: '@secretlint/secretlint-rule-filter-comments', disabled: true }],
      },
    ],
  };
  const lintPart = async (content: string, offset: number): Promise<Match[]> => {
    const source = { content, filePath: 'session.txt', contentType: 'text' as const };
    const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
    return messages.map(({ ruleId, range: [start, end] }) => ({ kind: toKind(ruleId), start: start + offset, end: end + offset }));
  };
  return async (text) => {
    const matches: Match[] = [];
    for (let from = 0; from < text.length; from += PART_LENGTH - OVERLAP) matches.push(...(await lintPart(text.slice(from, from + PART_LENGTH), from)));
    return matches;
  };
}

const toKind = (ruleId: string): string => ruleId.replace(/^.*secretlint-rule-/, '');
