import { settableClock } from '#lib/platform/clock/index.ts';
import { systemClock } from '#lib/platform/clock/index.ts';
import { startApp } from '../../src/start-app.ts';
import { makeExample } from './make-example.ts';
const started = await startApp(process.env);
const t0 = performance.now();
let last = t0;
try {
const { organisationId } = await makeExample(started.app.platform, (stage, done) => { const n = performance.now(); console.error(stage, done.toFixed(2), Math.round(n - last)); last = n; });
console.log(organisationId, Math.round(performance.now() - t0), 'ms');
const rows = await started.app.platform.database.pool.query('select r.snapshot from result_snapshot r join scan s on s.id=r.scan_id where r.organisation_id=$1 order by s.opens_on', [organisationId]);
for (const { snapshot } of rows.rows) {
  const s = snapshot as any;
  const name = new Map(s.units.map((u: any) => [u.id, u.name]));
  for (const u of s.units) console.log('  '.repeat(u.depth) + u.name, u.invited, u.respondents, u.areas.map((a: any) => (a.cell ? `${a.cell.score ?? JSON.stringify(a.cell)}` : '.') + (a.divided && a.divided !== 'no' ? '/' + a.divided : '') + (a.change ? (a.change.kind === 'more-than-noise' ? (a.change.difference > 0 ? '↑' : '↓') + a.change.difference : a.change.kind === 'within-noise' ? '=' : '?' + a.change.reason.slice(-9)) : '')).join(' '));
  console.log(s.areaIds.join(' '));
  for (const f of s.findings.slice(0, 60)) console.log(f.kind, name.get(f.unitId), f.areaId, f.weight.toFixed(2));
  console.log(JSON.stringify(s.whole).slice(0, 1500));
}
} finally { await started.stop(); }
