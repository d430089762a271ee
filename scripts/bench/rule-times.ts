/** `node scripts/bench/rule-times.ts [FOLDER]`: what each rule and each code pattern costs over the sessions of a folder. */
import { join } from 'node:path';
import { createStopwatch, type Stopwatch } from '../../src/app/create-stopwatch.ts';
import { readFileChunks } from '../../src/app/read-file-chunks.ts';
import { createCodeReader } from '../../src/moments/engine/code/create-code-reader.ts';
import { ALL_PATTERNS } from '../../src/moments/engine/code/patterns/all-patterns.ts';
import { createFactsBuilder, type FactsBuilder } from '../../src/moments/facts/create-facts-builder.ts';
import { RULES } from '../../src/moments/rules/registry.generated.ts';
import { findTranscripts } from '../../src/sources/find-transcripts.ts';
import { readTranscript } from '../../src/sources/read-transcript.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
const watches = new Map<string, Stopwatch>();
const watchOf = (name: string): Stopwatch => {
  const watch = watches.get(name) ?? createStopwatch();
  watches.set(name, watch);
  return watch;
};

/** The prefilter and the search of a pattern; what they share (masks, trees) is counted to whoever asks first. */
const patterns = ALL_PATTERNS.map((pattern) => {
  const { around } = watchOf(`pattern ${pattern.id}`);
  const prefilter = new RegExp(pattern.prefilter);
  const test = RegExp.prototype.test.bind(prefilter);
  prefilter.test = around(test);
  return { ...pattern, prefilter, find: around((code: Parameters<typeof pattern.find>[0]) => [...pattern.find(code)]) };
});

const whole = createStopwatch();
const code = createStopwatch();
const readCode = code.around(createCodeReader(patterns));
const readAll = whole.around(() => {
  for (const { path } of findTranscripts([folder]).files) {
    let builder: FactsBuilder | undefined;
    readTranscript(path, readFileChunks(path), (event, agent) => (builder ??= createFactsBuilder({ agent, file: path, readCode })).add(event), {
      onSession: ({ session }) => {
        const facts = builder?.finish(session);
        builder = undefined;
        if (facts) for (const { rule } of RULES) watchOf(`rule ${rule.meta.id}`).around(() => [...rule.find(facts)])();
      },
    });
  }
});
readAll();

const total = whole.seconds();
const share = (seconds: number): string => `${((100 * seconds) / total).toFixed(1)} %`.padStart(8);
process.stdout.write(`all ${(1000 * total).toFixed(0)} ms, code ${(1000 * code.seconds()).toFixed(0)} ms; share of all:\n`);
for (const [name, watch] of [...watches].toSorted((one, other) => other[1].seconds() - one[1].seconds()).slice(0, 25))
  process.stdout.write(`${share(watch.seconds())}  ${(1000 * watch.seconds()).toFixed(0).padStart(6)} ms  ${name}\n`);
