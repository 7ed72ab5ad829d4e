import type { IForbiddenRuleType } from 'dependency-cruiser';

const feature = '^src/lib/features/([^/]+)/';
const test = '\\.test\\.ts$';

/** Who may import whom. Each comment says what to do instead. */
export const importRules: (IForbiddenRuleType & { name: string; comment: string })[] = [
  {
    name: 'no-circles',
    comment: 'take out what both need, or let the caller bring the two together',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'features-by-the-door',
    comment: 'go through the other feature’s contract.ts or server/index.ts',
    severity: 'error',
    from: { path: feature },
    to: {
      path: feature,
      pathNot: ['^src/lib/features/$1/', '/contract\\.ts$', '/server/index\\.ts$', '/messages\\.ts$'],
    },
  },
  {
    name: 'pages-have-no-server',
    comment: 'let the route ask the server and give the component its data',
    severity: 'error',
    from: { path: '\\.svelte$' },
    to: { path: '/server/' },
  },
  {
    name: 'platform-knows-no-feature',
    comment: 'let the feature call the platform, or hand the platform a function',
    severity: 'error',
    from: { path: '^src/lib/(platform|design|report)/', pathNot: test },
    to: { path: '^src/(lib/(features|entry)|routes|app\\.ts)' },
  },
  {
    name: 'report-without-svelte',
    comment: 'a report is made for pages and command line alike: use the chart functions',
    severity: 'error',
    from: { path: '^src/lib/report/' },
    to: { path: '\\.svelte$|^svelte' },
  },
  {
    name: 'packages-know-no-application',
    comment: 'a package gets what it needs as arguments',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^(src|cli|database)/' },
  },
  {
    name: 'packages-in-order',
    comment: 'instrument ← psychometrics, planning, disclosure ← analysis; ballot stands alone',
    severity: 'error',
    from: { path: '^packages/(instrument|ballot)/' },
    to: { path: '^packages/(?!$1/)' },
  },
  {
    name: 'packages-below-analysis',
    comment: 'only analysis brings the packages together',
    severity: 'error',
    from: { path: '^packages/(psychometrics|planning|disclosure)/' },
    to: { path: '^packages/(?!$1/|instrument/)' },
  },
  {
    name: 'one-entry-for-programs',
    comment: 'enter through start-app, a feature’s server door, the platform, report or a package',
    severity: 'error',
    from: { path: '^cli/' },
    to: { path: '^src/lib/features/', pathNot: '/server/index\\.ts$' },
  },
  {
    name: 'routes-are-thin',
    comment: 'a route calls one feature’s door, entry or a component',
    severity: 'error',
    from: { path: '^src/routes/' },
    to: { path: '^src/lib/features/[^/]+/server/', pathNot: '/server/index\\.ts$' },
  },
];
