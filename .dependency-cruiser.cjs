/** The import arrows of docs/architecture.md. An import against an arrow fails the build. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: ['\\.(test|e2e)\\.tsx?$', '/testing/', '/reliability/'] },
  to: { path: '^(engine|forms|processes|db|api|web|bench|conformance)/', pathNot: [`^${from}/`, ...allowed] },
})
module.exports = {
  forbidden: [
    only('engine-stands-alone', 'engine', [], 'The engine imports nothing of ours.'),
    only('forms-know-feel', 'forms', ['^engine/feel/', '^engine/result\\.ts$']),
    only('db-implements-ports', 'db', [
      '^engine/calendar/',
      '^engine/ports/',
      '^engine/state/',
      '^engine/(result|key|json)\\.ts$',
    ]),
    only('processes-use-doors', 'processes', [
      '^engine/(index|result)\\.ts$',
      '^engine/testing/',
      '^forms/',
      '^db/records/',
    ]),
    only('api-uses-doors', 'api', [
      '^engine/(index|result|json|key|problem)\\.ts$',
      '^engine/runtime/',
      '^engine/(state|ports|feel|dmn|graph|model|calendar)/',
      '^forms/',
      '^processes/',
      '^db/',
    ]),
    only('conformance-drives-the-engine', 'conformance', [
      '^engine/',
      '^db/connection/',
      '^db/stores/rows/',
      '^bench/temporary-database\\.ts$',
    ]),
    only('web-sees-contract', 'web', ['^api/contract/', '^forms/', '^engine/index\\.ts$', '^engine/feel/']),
    {
      name: 'engine-is-isomorphic',
      comment: 'Nothing under engine/ except runtime/ and testing/ may import Node.',
      severity: 'error',
      from: { path: '^engine/(?!runtime/|testing/)', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}
