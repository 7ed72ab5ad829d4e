import { fileURLToPath, pathToFileURL } from 'node:url';
import { startJobs } from '#lib/platform/jobs/index.ts';
import { protocolHeader, serve, stopServing } from '#lib/platform/http/serve.ts';
import { installApp } from './app.ts';
import { startApp } from './start-app.ts';
import { atSignal } from '#lib/platform/http/at-signal.ts';

/** The product as one process: database, jobs and pages; everything stops in the reverse order. */
const started = await startApp(process.env);
installApp(started.app);
const { host, port, publicUrl } = started.settings;

// The pages' own server reads these when it is loaded.
process.env['PROTOCOL_HEADER'] = protocolHeader;
process.env['BODY_SIZE_LIMIT'] = '16M';
const build = process.env['BUILD_DIR'] ?? fileURLToPath(new URL('../build', import.meta.url));
const pages = (await import(pathToFileURL(`${build}/handler.js`).href)) as {
  handler: Parameters<typeof serve>[0]['handler'];
};

const runner = await startJobs({
  pool: started.app.platform.database.pool,
  log: started.app.platform.log,
  handlers: started.app.jobHandlers,
  recurring: started.app.recurringJobs,
});
const server = await serve({ host, port, publicUrl, handler: pages.handler });
console.log(`Lerend: ${publicUrl}`);
if (started.app.setupCode) console.log(`Code: ${started.app.setupCode}`);

atSignal(async () => {
  await stopServing(server);
  await runner.stop();
  await started.stop();
});
