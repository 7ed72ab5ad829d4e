import lighthouse from 'lighthouse';
import { freePort } from '../tests/product/free-port.ts';
import { launchBrowser } from './browser.ts';
import { print, quantile } from './line.ts';
import type { RespondentPage } from './page-weight.ts';

const runs = 3;

/** What Lighthouse says of the respondent's page on its phone: the median of some runs. */
export async function phoneScores({ port, scanCode, invitationCode }: RespondentPage): Promise<void> {
  const debuggingPort = await freePort();
  const browser = await launchBrowser({ debuggingPort });
  const performanceScores: number[] = [];
  const accessibilityScores: number[] = [];
  let lacking = '';
  try {
    for (let run = 0; run < runs; run++) {
      const outcome = await lighthouse(`http://localhost:${port}/s/${scanCode}#${invitationCode}`, {
        port: debuggingPort,
        onlyCategories: ['performance', 'accessibility'],
        logLevel: 'error',
      });
      if (!outcome) throw new Error('Lighthouse gave no result.');
      const { categories, audits, runtimeError } = outcome.lhr;
      if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
      performanceScores.push(100 * (categories['performance']?.score ?? 0));
      accessibilityScores.push(100 * (categories['accessibility']?.score ?? 0));
      const failing =
        categories['accessibility']?.auditRefs.filter(({ id, weight }) => weight > 0 && audits[id]?.score === 0) ?? [];
      lacking = failing.map(({ id }) => id).join(', ');
    }
  } finally {
    await browser.close();
  }
  const note = `Lighthouse, phone preset, median of ${runs}`;
  print({
    task: 'respondent-page-lighthouse-performance',
    value: quantile(performanceScores, 0.5),
    unit: 'points',
    atLeast: 99,
    peer: 64,
    note,
  });
  const about = lacking ? `${note}; lacking: ${lacking}` : note;
  print({
    task: 'respondent-page-lighthouse-accessibility',
    value: quantile(accessibilityScores, 0.5),
    unit: 'points',
    atLeast: 100,
    peer: 94,
    note: about,
  });
}
