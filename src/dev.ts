import { createServer } from 'vite';
import { startJobs } from '#lib/platform/jobs/index.ts';
import { atSignal } from '#lib/platform/http/at-signal.ts';
import { installApp } from './app.ts';
import { startApp } from './start-app.ts';

/** For working on Lerend: the same product, with pages that follow the sources as they are saved. */
const started = await startApp(process.env);
installApp(started.app);
const { host, port, publicUrl } = started.settings;
const runner = await startJobs({
  pool: started.app.platform.database.pool,
  log: started.app.platform.log,
  handlers: started.app.jobHandlers,
  recurring: started.app.recurringJobs,
});
const vite = await createServer({ server: { host, port, strictPort: true, hmr: false } });
await vite.listen();
console.log(`Lerend: ${publicUrl}`);

atSignal(async () => {
  await vite.close();
  await runner.stop();
  await started.stop();
});
