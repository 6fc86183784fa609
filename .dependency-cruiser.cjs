/**
 * Which room may import which. docs/architecture.md explains the directions, docs/adr/0003 why a tool
 * watches over them. Run by scripts/check-imports.mjs.
 */

const TEST = '\\.(?:test|fixture)\\.tsx?$';
const NODE_IO = 'fs|http|https|http2|net|tls|dns|dgram|child_process|worker_threads|cluster|timers|perf_hooks|process';
const IO_PACKAGES = 'undici|playwright-core|better-sqlite3|kysely|p-queue|cli-progress|jiti|pino|nodemailer';

/** Modules of a room, tests aside, may import only themselves and what `allowed` (parts of patterns) names. */
const room = (name, allowed) => ({
  name: `room-${name}`,
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: TEST },
  to: {
    path: '^(?:src|checks|demo|test|scripts|bin)/',
    pathNot: `^(?:${[`src/${name}/`, ...allowed].join('|')})`,
  },
});

const MODEL = 'src/model/';

module.exports = {
  forbidden: [
    room('model', []),
    room('config', [MODEL]),
    room('calendar', [MODEL]),
    room('registers', [MODEL]),
    room('extract', [MODEL]),
    room('evidence', [MODEL]),
    room('store', [MODEL]),
    room('score', [MODEL]),
    room('report', [MODEL]),
    room('agenda', [MODEL, 'src/audit/', 'src/score/']),
    room('audit', [MODEL, 'src/extract/', 'src/calendar/']),
    room('crawl', [MODEL, 'src/extract/', 'src/evidence/', 'src/store/']),
    room('discover', [MODEL, 'src/extract/']),
    room('notify', [MODEL]),
    room('web', [MODEL, 'src/app/', 'src/report/', 'src/config/package-root\\.ts$']),
    room('cli', [MODEL, 'src/app/', 'src/report/', 'src/web/server\\.ts$']),
    {
      name: 'room-app',
      comment: 'The use cases stand above all rooms but the command line; only app/demo*.ts knows the demonstration.',
      severity: 'error',
      from: { path: '^src/app/', pathNot: `${TEST}|^src/app/demo` },
      to: { path: '^(?:src/cli|src/web|demo|test|scripts|bin)/' },
    },
    {
      name: 'check-imports-kit-only',
      comment: 'A check sees the world through the kit alone, so that it cannot reach around the coverage proof.',
      severity: 'error',
      from: { path: '^checks/([^/]+)/', pathNot: TEST },
      to: { pathNot: '^checks/(?:kit\\.ts$|$1/)' },
    },
    {
      name: 'check-test-imports-testing-only',
      comment: 'Tests of a check go through testCheck, which adds the outage mutation by itself.',
      severity: 'error',
      from: { path: `^checks/([^/]+)/.*${TEST}` },
      to: { pathNot: '^checks/(?:kit\\.ts$|testing\\.ts$|$1/)|node_modules/(?:vitest|fast-check)/' },
    },
    {
      name: 'kit-imports',
      severity: 'error',
      from: { path: '^checks/kit\\.ts$' },
      to: { path: '^(?:src|demo|test)/', pathNot: '^src/(?:model|audit|extract)/' },
    },
    {
      name: 'backends-in-compose-only',
      comment: 'Only app/compose.ts names a store or an evidence backend; everyone else knows their types.',
      severity: 'error',
      from: { path: '^(?:src|checks|demo)/', pathNot: `^src/(?:app/compose\\.ts$|store/|evidence/)|${TEST}` },
      to: { path: '^src/(?:store|evidence)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'model-is-plain',
      comment: 'The model is types and pure functions of the language itself.',
      severity: 'error',
      from: { path: '^src/model/', pathNot: TEST },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'] },
    },
    {
      name: 'pure-rooms',
      comment:
        'What judges and what presents reads no disk, no network and no clock: the same evidence, the same verdict.',
      severity: 'error',
      from: { path: '^(?:src/(?:model|extract|discover|calendar|audit|score|agenda|report)|checks)/', pathNot: TEST },
      to: { path: `^(?:node:)?(?:${NODE_IO})(?:/|$)|node_modules/(?:${IO_PACKAGES})/` },
    },
    {
      name: 'database-in-store-only',
      severity: 'error',
      from: { path: '^(?:src|checks|demo)/', pathNot: `^src/store/|${TEST}` },
      to: { path: 'node_modules/(?:better-sqlite3|kysely)/' },
    },
    {
      name: 'network-in-crawl-only',
      comment: 'audit and report never touch the network. notify speaks to the servers of messages, never to the site.',
      severity: 'error',
      from: { path: '^(?:src|checks)/', pathNot: `^src/(?:crawl|notify)/|${TEST}` },
      to: { path: 'node_modules/undici/' },
    },
    {
      name: 'browser-in-crawl-only',
      severity: 'error',
      from: { path: '^(?:src|checks)/', pathNot: `^src/crawl/|${TEST}` },
      to: { path: 'node_modules/playwright-core/' },
    },
    {
      name: 'mail-in-notify-only',
      severity: 'error',
      from: { path: '^(?:src|checks)/', pathNot: `^src/notify/|${TEST}` },
      to: { path: 'node_modules/nodemailer/' },
    },
    {
      name: 'demo-stands-apart',
      comment: 'The demonstration district is a site like any other: it knows nothing of crawl, audit or report.',
      severity: 'error',
      from: { path: '^demo/', pathNot: TEST },
      to: { path: '^(?:src/(?!model/|config/|calendar/)|checks/|test/)' },
    },
    {
      name: 'bench-stands-apart',
      comment:
        'The benchmark runs the program as a user does, so that it measures all of it; it borrows only what is plain, and how a night is written down, since no crawl of its site leaves fifty thousand findings.',
      severity: 'error',
      from: { path: '^bench/', pathNot: TEST },
      to: {
        path: '^(?:src|checks|demo|test|scripts|bin)/',
        pathNot:
          '^(?:demo/(?:random|files/pdf)|src/(?:config/package-root|model/[^/]+|app/audit-file|store/inspection/open-inspection))\\.ts$',
      },
    },
    {
      name: 'no-one-imports-bench',
      severity: 'error',
      from: { path: '^(?:src|checks|demo|test|bin)/' },
      to: { path: '^bench/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: { pathNot: `${TEST}|^test/` },
      to: { path: `${TEST}|^test/` },
    },
    {
      name: 'no-dev-package-in-product',
      severity: 'error',
      from: { path: '^(?:src|checks|demo|bin)/', pathNot: `${TEST}|(?:^|/)testing(?:/|\\.ts$)` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'declared-and-found',
      comment: 'Every import is found, and every package stands in package.json.',
      severity: 'error',
      from: { path: '^(?:src|checks|demo|bench|test|bin)/' },
      to: { dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    // Types only count too: a direction that holds at run time alone is no direction.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Crawlee is installed by the benchmark alone, beside the script that uses it.
    exclude: { path: '^(?:dist|bench/peers/crawlee)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
