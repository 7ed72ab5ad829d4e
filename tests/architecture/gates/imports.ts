import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import { importRules } from './import-rules.ts';
import type { Violation } from './violation.ts';

/** Follows every import of the project and holds it against the rules of the house. */
export async function imports(root: string): Promise<{ modules: number; violations: Violation[] }> {
  const { output } = await cruise(
    ['src', 'packages', 'cli'],
    {
      baseDir: root,
      ruleSet: { forbidden: importRules },
      validate: true,
      exclude: { path: '(^|/)(node_modules|build|\\.svelte-kit)/' },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      enhancedResolveOptions: { conditionNames: ['import', 'types', 'default'], exportsFields: ['exports'] },
    },
    {},
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.length,
    violations: summary.violations.map(({ from, to, rule }) => ({
      file: from,
      rule: `${rule.name}: → ${to}`,
      instead: importRules.find((known) => known.name === rule.name)?.comment ?? '',
    })),
  };
}
