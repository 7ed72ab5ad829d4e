import { exampleMessages, exampleSignInLinks, makeExampleOrganisation } from '#lib/features/example/server/index.ts';
import { StartProblem, terminalLanguage } from '#lib/platform/doctor/index.ts';
import { joinEmbeddedPostgres } from '#lib/platform/embedded-postgres/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { startApp } from '../../src/start-app.ts';
import type { StartedApp } from '../../src/start-app.ts';
import { say } from '../say.ts';

const texts = {
  nl: {
    usage:
      'lerend example [--again]: maakt de voorbeeldorganisatie als ze er nog niet is (met --again: opnieuw), en toont als JSON waarmee je inlogt als wie daar werkt.',
    busy: 'De voorbeeldorganisatie wordt al door een ander proces gemaakt.',
  },
  en: {
    usage:
      'lerend example [--again]: makes the example organisation if it isn’t there yet (with --again: anew), and shows as JSON how to sign in as those who work there.',
    busy: 'Another process is making the example organisation already.',
  },
} as const;

/** Makes the example organisation from the command line: progress on standard error, the ways in on standard output. */
export async function example(args: readonly string[]): Promise<number> {
  const language = terminalLanguage(process.env);
  const isAgain = args.includes('--again');
  if (args.length > (isAgain ? 1 : 0)) {
    say(texts[language].usage);
    return args.includes('--help') || args.includes('-h') ? 0 : 2;
  }
  try {
    const started = await startApp({ ...process.env, LOG_LEVEL: 'silent' }, joinEmbeddedPostgres);
    try {
      return await make(started, isAgain, language);
    } finally {
      await started.stop();
    }
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    say(error.sentence(language));
    return 1;
  }
}

async function make({ app }: StartedApp, isAgain: boolean, language: Language): Promise<number> {
  const told = exampleMessages(language);
  let said = '';
  const made = await makeExampleOrganisation(app.platform, {
    isAgain,
    onProgress: (stage, done) => {
      if (said === stage) return;
      said = stage;
      say(`${String(Math.round(done * 100)).padStart(3)} %  ${told(`stage-${stage}`)}`);
    },
  });
  if (made === null) {
    say(texts[language].busy);
    return 1;
  }
  const url = `${app.platform.publicUrl}/o/${made.organisationId}/today`;
  const people = await exampleSignInLinks(app.platform, app.signIn);
  process.stdout.write(`${JSON.stringify({ ...made, url, people }, null, 2)}\n`);
  return 0;
}
