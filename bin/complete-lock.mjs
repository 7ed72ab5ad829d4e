#!/usr/bin/env node
// Completes package-lock.json after `npm install`: a registry that lacks some platform's build of an optional package
// leaves it out of the lock, and `npm ci` then refuses the whole lock. Run through `npm run lock`.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'ppc64', 'riscv64', 's390x', 'ia32', 'x64', 'arm'];

for (const [path, known] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(known.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] || lock.packages[`${path}/node_modules/${name}`] || !/^\d/.test(version)) continue;
    const os = systems.find((system) => name.includes(system));
    const cpu = processors.find((processor) => new RegExp(`-${processor}(-|$)`).test(name));
    if (os && cpu) lock.packages[key] = missing(name, version, os, cpu, known.dev);
  }
}

function missing(name, version, os, cpu, isDevelopment) {
  const libc = os === 'linux' ? { libc: [name.includes('musl') ? 'musl' : 'glibc'] } : {};
  return {
    version,
    cpu: [cpu],
    ...(isDevelopment ? { dev: true } : {}),
    ...libc,
    license: 'MIT',
    optional: true,
    os: [os],
  };
}

const sorted = Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
