// A process that uses the server of a folder until its standard input ends, or until it is killed.
import { openEmbedded } from '../open-embedded.ts';

const [folder = '', own] = process.argv.slice(2);
const opened = await openEmbedded({ folder, own });
if (!opened.ok) throw new Error(opened.problem.what);
process.stdout.write('open\n');
process.stdin.resume().once('end', () => void opened.value.close());
