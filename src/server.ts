import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listenProblem, StartProblem, terminalLanguage } from '#lib/platform/doctor/index.ts';
import { atSignal } from '#lib/platform/http/at-signal.ts';
import { builtFiles } from '#lib/platform/http/built-files.ts';
import type { BuiltFiles } from '#lib/platform/http/built-files.ts';
import { refuseTakenPort } from '#lib/platform/http/refuse-taken-port.ts';
import { protocolHeader, serve, stopServing } from '#lib/platform/http/serve.ts';
import type { RequestHandler } from '#lib/platform/http/serve.ts';
import { startJobs } from '#lib/platform/jobs/index.ts';
import { projectRoot, readSettings } from '#lib/platform/settings/index.ts';
import { installApp } from './app.ts';
import { startApp } from './start-app.ts';

const language = terminalLanguage(process.env);

/** The product as one process: database, jobs and pages; everything stops in the reverse order. */
async function run(): Promise<void> {
  const reading = readSettings(process.env);
  // Before the database is started: a second Lerend should say at once what stands in its way.
  if (reading.ok) await refuseTakenPort(reading.settings.host, reading.settings.port);
  const { app, settings, stop } = await startApp(process.env);
  installApp(app);
  try {
    const { host, port, publicUrl } = settings;
    const { handler, files } = await loadPages();
    const { pool } = app.platform.database;
    const runner = await startJobs({
      pool,
      log: app.platform.log,
      handlers: app.jobHandlers,
      recurring: app.recurringJobs,
    });
    const server = await serve({ host, port, publicUrl, handler, files }).catch((error: unknown) =>
      Promise.reject(listenProblem(error, host, port)),
    );
    atSignal(async () => {
      await stopServing(server);
      await runner.stop();
      await stop();
    });
    announce(publicUrl, app.setupCode);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function loadPages(): Promise<{ handler: RequestHandler; files: BuiltFiles }> {
  // The pages' own server reads these when it is loaded.
  process.env['PROTOCOL_HEADER'] = protocolHeader;
  process.env['BODY_SIZE_LIMIT'] = '16M';
  const folder = process.env['BUILD_DIR'] ?? join(projectRoot, 'build');
  const { handler } = (await import(pathToFileURL(`${folder}/handler.js`).href)) as { handler: RequestHandler };
  return { handler, files: await builtFiles(join(folder, 'client')) };
}

function announce(publicUrl: string, setupCode: string | null): void {
  console.log(language === 'nl' ? `Lerend draait. Open ${publicUrl}` : `Lerend is running. Open ${publicUrl}`);
  if (setupCode === null) return;
  console.log(
    language === 'nl'
      ? `Is er nog geen organisatie? De code om de eerste te beginnen: ${setupCode}`
      : `No organisation yet? The code to start the first one: ${setupCode}`,
  );
}

run().catch((error: unknown) => {
  console.error(error instanceof StartProblem ? error.sentence(language) : error);
  process.exit(1);
});
