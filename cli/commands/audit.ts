import { StartProblem, terminalLanguage } from '#lib/platform/doctor/index.ts';
import { joinEmbeddedPostgres } from '#lib/platform/embedded-postgres/index.ts';
import { auditResult } from '#lib/features/result/server/index.ts';
import { scanByCode } from '#lib/features/scan/server/index.ts';
import { startApp } from '../../src/start-app.ts';
import { say } from '../say.ts';

const IS_ENCLOSED = 1;
const BAD_INPUT = 2;

const texts = {
  nl: {
    usage:
      'lerend audit CODE: zoekt in de uitslag van een peiling (CODE: die op de uitnodiging) wat alle cijfers samen over een paar mensen vertellen. Status 1: te veel.',
    unknown: (code: string) => `Er is geen peiling met de code ${code}.`,
    none: 'Van deze peiling is er (nog) geen uitslag, of haar antwoorden zijn al gewist.',
  },
  en: {
    usage:
      'lerend audit CODE: looks in the result of a scan (CODE: the one on the invitation) for what all figures together tell of a few people. Status 1: too much.',
    unknown: (code: string) => `There is no scan with the code ${code}.`,
    none: 'There is no result of this scan (yet), or its answers have been erased.',
  },
} as const;

/** `lerend audit CODE`: prints the report as JSON and keeps it for its page. 1 when somebody is enclosed, 2 for bad input. */
export async function auditScan(args: readonly string[]): Promise<number> {
  const language = terminalLanguage(process.env);
  const [code] = args;
  if (code === undefined || code.startsWith('-') || args.length > 1) {
    say(texts[language].usage);
    return code === '--help' || code === '-h' ? 0 : BAD_INPUT;
  }
  try {
    const { app, stop } = await startApp({ ...process.env, LOG_LEVEL: 'silent' }, joinEmbeddedPostgres);
    try {
      const scan = await scanByCode(app.platform, code);
      if (!scan) {
        say(texts[language].unknown(code));
        return BAD_INPUT;
      }
      const found = await auditResult(app.platform, scan);
      if (!found) {
        say(texts[language].none);
        return BAD_INPUT;
      }
      process.stdout.write(`${JSON.stringify({ ...found.report, isHeldBack: found.isHeldBack }, null, 2)}\n`);
      return found.report.enclosed > 0 ? IS_ENCLOSED : 0;
    } finally {
      await stop();
    }
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    say(error.sentence(language));
    return BAD_INPUT;
  }
}
