#!/usr/bin/env node
// Plain old JavaScript, nothing loaded before the check: this must say its one sentence on any Node, however old.
var found = process.versions.node.split('.').map(Number);

if (found[0] > 22 || (found[0] === 22 && found[1] >= 18)) {
  require('./start.js');
} else {
  process.stderr.write(
    'Rounds needs Node 22.18 or newer, and this is Node ' +
      process.versions.node +
      ': install a newer one from https://nodejs.org, or run "npm start" in a checkout, which brings its own.\n',
  );
  process.exit(2);
}
