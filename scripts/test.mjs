// `npm test`: what CI runs. Every step runs even when an earlier one failed, so that one run tells everything.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenChanged } from './setup/build-when-changed.mjs';
import { findBrowser, NO_BROWSER } from './setup/find-browser.mjs';
import { provideSandbox } from './setup/provide-sandbox.mjs';
import { prepare, root, say } from './setup/prepare.mjs';

const node = prepare();
const reports = mkdtempSync(join(tmpdir(), 'rounds-test-'));
const failed = [];
const counts = { passed: 0, failed: 0, skipped: 0 };

function step(name, script, args, env = {}) {
  const started = Date.now();
  say(`\n— ${name}`);
  const run = spawnSync(node, [script, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  say(`  ${name}: ${run.status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (run.status !== 0) failed.push(name);
}

/** A report that is missing or counts no test is a failure: a runner that found nothing must not look green. */
function addCounts(name, read) {
  try {
    const seen = read();
    if (seen.passed + seen.failed === 0) throw new Error('it ran no test');
    for (const key of Object.keys(counts)) counts[key] += seen[key];
  } catch (error) {
    say(`  ${name}: no usable report (${error.message})`);
    if (!failed.includes(name)) failed.push(name);
  }
}

const bin = (...path) => join(root, 'node_modules', ...path);
for (const [name, script, ...args] of checkSteps()) step(name, script, args);

// First of all tests: those of the command line start the built program.
buildWhenChanged(root, node, say);
provideSandbox(say);
const unitReport = join(reports, 'unit.json');
step('unit, contract and corpus tests', bin('vitest', 'vitest.mjs'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]);
addCounts('unit, contract and corpus tests', () => {
  const report = JSON.parse(readFileSync(unitReport, 'utf8'));
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests };
});

step('size of the first load', bin('size-limit', 'bin.js'), []);
const browser = findBrowser(root, say);
if (browser) {
  const browserReport = join(reports, 'browser.json');
  step('browser tests', bin('@playwright', 'test', 'cli.js'), ['test', '--reporter=list,json'], {
    ROUNDS_TEST_BROWSER: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
  });
  addCounts('browser tests', () => {
    const { stats } = JSON.parse(readFileSync(browserReport, 'utf8'));
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
} else {
  say(`\n— browser tests\n  ${NO_BROWSER}`);
  if (process.env.CI) failed.push('browser tests');
}

rmSync(reports, { recursive: true, force: true });
say(failed.length === 0 ? '\nEverything passed.' : `\nFailed: ${failed.join('; ')}.`);
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exit(failed.length === 0 ? 0 : 1);

function checkSteps() {
  return JSON.parse(spawnSync(node, [join(root, 'scripts', 'check.mjs'), '--list'], { encoding: 'utf8' }).stdout);
}
