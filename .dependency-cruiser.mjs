// Who may know whom. Arrows point one way: model <- siblings <- engines <- app <- edges. See docs/architecture.md.
const inLayer = (...names) => `(?:^|/)src/(?:${names.join('|')})/`;
const FINDERS = ['sources', 'moments', 'origins', 'rounds', 'redaction', 'lessons', 'learning', 'programme', 'credentials'];
const ENGINES = ['probes', 'journal', 'store', 'acp', 'tutor', 'client', 'mail'];
const EDGES = ['server', 'cli', 'mcp', 'web', 'hooks'];
const ALL = ['model', ...FINDERS, ...ENGINES, 'app', ...EDGES];
const others = (mine, ...allowed) => ALL.filter((name) => name !== mine && !allowed.includes(name));

/** @param {string} layer @param {string[]} allowed layers it may import */
const layer = (name, allowed, comment) => ({
  name: `${name}-may-know`,
  severity: 'error',
  comment,
  from: { path: inLayer(name), pathNot: '\\.test\\.tsx?$' },
  to: { path: inLayer(...others(name, ...allowed)) },
});

export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Arrows point one way, those of types too.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|@ast-grep/lang-)' },
    },
    layer('model', [], 'The vocabulary knows nobody.'),
    {
      name: 'model-imports-zod-only',
      severity: 'error',
      comment: 'The vocabulary imports zod, and node:crypto for ids.',
      from: { path: inLayer('model'), pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: 'node_modules/zod/' },
    },
    ...FINDERS.map((name) => layer(name, ['model'], 'Siblings never know each other.')),
    ...ENGINES.map((name) => layer(name, ['model', ...FINDERS], 'Each engine stands alone.')),
    layer('app', ['model', ...FINDERS, ...ENGINES], 'Use cases join the above; no edge.'),
    layer('server', ['model', 'app'], 'The server speaks to use cases.'),
    layer('cli', ['model', 'app', 'server'], 'The command line speaks to use cases, and starts the server.'),
    layer('mcp', ['model', 'app'], 'An edge inside agents.'),
    {
      ...layer('web', ['model'], "The web app knows the vocabulary and the server's types, and reads calendar files itself: they leave no browser."),
      to: { path: inLayer(...others('web', 'model')), pathNot: '(?:^|/)src/programme/calendar/' },
    },
    {
      name: 'hooks-import-node-only',
      severity: 'error',
      comment: 'A hook must start in milliseconds.',
      from: { path: inLayer('hooks'), pathNot: '\\.test\\.ts$' },
      to: { pathNot: '(?:^|/)src/hooks/', dependencyTypesNot: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.generated\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
