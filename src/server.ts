import { startJobs } from '#lib/platform/jobs/index.ts';
import { protocolHeader, serve, stopServing } from '#lib/platform/http/serve.ts';
import { installApp } from './app.ts';
import { startApp } from './start-app.ts';
import { atSignal } from '#lib/platform/http/at-signal.ts';

/** The product as one process: database, jobs and pages; everything stops in the reverse order. */
const started = await startApp(process.env);
installApp(started.app);

// The pages' own server reads these when it is loaded.
process.env['PROTOCOL_HEADER'] = protocolHeader;
process.env['BODY_SIZE_LIMIT'] = '16M';
const pages = (await import(new URL('../build/handler.js', import.meta.url).href)) as {
  handler: Parameters<typeof serve>[0]['handler'];
};

const runner = await startJobs({
  pool: started.app.platform.database.pool,
  log: started.app.platform.log,
  handlers: started.app.jobHandlers,
  recurring: started.app.recurringJobs,
});
const server = await serve({ ...started.listen, publicUrl: started.app.platform.publicUrl, handler: pages.handler });
started.announce();

atSignal(async () => {
  await stopServing(server);
  await runner.stop();
  await started.stop();
});
