// Checks the dependency direction of src, and that the checker itself sees: it must find modules, and catch a planted violation.
import { cruise } from 'dependency-cruiser';
import configuration from '../.dependency-cruiser.mjs';

const { options, ...ruleSet } = configuration;

async function look(folder) {
  const { output } = await cruise([folder], { ...options, ruleSet, validate: true });
  return { modules: output.summary.totalCruised, violations: output.summary.violations.filter((violation) => violation.rule.severity === 'error') };
}

const problems = [];
const house = await look('src');
if (house.modules === 0) problems.push('The layer check saw no modules in src: it would be green whatever the code did.');
for (const violation of house.violations) problems.push(`${violation.rule.name}: ${violation.from} -> ${violation.to}`);

const planted = await look('tests/fixtures/layers/src');
if (!planted.violations.some((violation) => violation.rule.name === 'model-may-know'))
  problems.push('The layer check did not catch the violation planted in tests/fixtures/layers.');

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length === 0) process.stdout.write(`${house.modules} modules, dependencies in one direction; the planted violation was caught.\n`);
process.exit(problems.length === 0 ? 0 : 1);
