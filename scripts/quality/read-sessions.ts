import { createFactsBuilder, type FactsBuilder } from '../../src/moments/facts/create-facts-builder.ts';
import type { SessionFacts } from '../../src/moments/facts/facts.ts';
import { createCodeReader } from '../../src/moments/engine/code/create-code-reader.ts';
import { readFileChunks } from '../../src/app/read-file-chunks.ts';
import { findTranscripts } from '../../src/sources/find-transcripts.ts';
import { readTranscript } from '../../src/sources/read-transcript.ts';

/** The facts of every session under the paths, file by file, as a scan gathers them. What is no transcript is passed over. */
export function* readSessions(paths: readonly string[]): Generator<SessionFacts> {
  const readCode = createCodeReader();
  for (const { path } of findTranscripts(paths).files) {
    const finished: SessionFacts[] = [];
    let builder: FactsBuilder | undefined;
    readTranscript(path, readFileChunks(path), (event, agent) => (builder ??= createFactsBuilder({ agent, file: path, readCode })).add(event), {
      onSession: ({ session }) => {
        if (builder) finished.push(builder.finish(session));
        builder = undefined;
      },
    });
    yield* finished;
  }
}
