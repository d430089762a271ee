/** The yardstick: what one thread needs to read, split and JSON.parse every line of the files, and nothing else. Prints its own seconds. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { findTranscripts } from '../../src/sources/find-transcripts.ts';

const files = findTranscripts(process.argv.slice(2)).files.map((file) => file.path);
const started = performance.now();
let lines = 0;
let bytes = 0;
let broken = 0;
for (const file of files) {
  const buffer = readFileSync(file);
  bytes += buffer.length;
  for (let start = 0; start < buffer.length;) {
    const newline = buffer.indexOf(10, start);
    const end = newline === -1 ? buffer.length : newline;
    if (end > start) {
      try {
        JSON.parse(buffer.toString('utf8', start, end));
      } catch {
        broken += 1;
      }
      lines += 1;
    }
    start = end + 1;
  }
}
process.stdout.write(JSON.stringify({ seconds: (performance.now() - started) / 1000, files: files.length, bytes, lines, broken }));
