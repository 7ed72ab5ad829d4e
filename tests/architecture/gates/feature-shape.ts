import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFiles, textOf } from './project-files.ts';
import type { Violation } from './violation.ts';

const parts = new Set([
  'README.md',
  'contract.ts',
  'messages.ts',
  'messages.nl.json',
  'messages.en.json',
  'server',
  'ui',
  'browser',
]);
const needed = ['README.md', 'messages.ts', 'messages.nl.json', 'messages.en.json'];
const homeless = /(^|\/)(utils?|helpers?|misc|common|base|core|managers?|services?|types)(\.ts|\/)/;

/** Every feature has the same parts: one may be missing, none is renamed. */
export function featureShape(root: string): Violation[] {
  const folder = join(root, 'src/lib/features');
  const features = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return [...features.flatMap((feature) => shapeOf(root, feature.name)), ...withoutHome(root)];
}

function shapeOf(root: string, name: string): Violation[] {
  const file = `src/lib/features/${name}`;
  const present = readdirSync(join(root, file)).filter((entry) => !entry.endsWith('.test.ts'));
  // A contract that became long goes on in files of its own, which contract.ts gives out.
  const strange = present.filter((entry) => !parts.has(entry) && !/^contract-[a-z-]+\.ts$/.test(entry));
  const missing = needed.filter((entry) => !present.includes(entry));
  const violations: Violation[] = [
    ...strange.map((entry) => ({
      file: `${file}/${entry}`,
      rule: 'a feature has no such part',
      instead: `give it a place in ${[...parts].join(', ')}`,
    })),
    ...missing.map((entry) => ({ file, rule: `${entry} is missing`, instead: 'write it' })),
  ];
  if (present.includes('server')) {
    for (const entry of ['index.ts', 'policy.ts']) {
      if (!existsSync(join(root, file, 'server', entry)))
        violations.push({ file, rule: `server/${entry} is missing`, instead: 'a server has a door and a policy' });
    }
  }
  const lines = present.includes('README.md') ? textOf(root, `${file}/README.md`).trim().split('\n').length : 0;
  if (lines > 20)
    violations.push({
      file: `${file}/README.md`,
      rule: `${lines} lines: at most 20`,
      instead: 'promise, words, doors, tables',
    });
  return violations;
}

function withoutHome(root: string): Violation[] {
  return projectFiles(root, /^(src|packages|cli)\/.*\.ts$/)
    .filter((file) => homeless.test(file.replace(/^(src|packages|cli)\//, '')))
    .map((file) => ({ file, rule: 'a name that says nothing', instead: 'name it after the idea it holds' }));
}
