import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { print } from './line.ts';
import type { RespondentPage } from './page-weight.ts';

/** As slow as Lighthouse's telephone: four times slower than this machine. */
const slowdown = 4;

/** A key that is answered later than this feels late (RAIL; also the browser's own bound for a long task is 50 ms). */
const mostMilliseconds = 100;

/** Long enough to be seen, if the measuring sees anything. */
const onPurpose = 300;

/** So long the server takes over the credential, so that keys are pressed before, between and after what the worker does. */
const answersAfter = 1000;

/** With fewer keys than this the slowest one says nothing. */
const fewestKeys = 10;

/**
 * Somebody sends and goes on pressing keys while the worker makes keys, blinds the number and seals the ballot, on a
 * browser that was slowed down four times. Measured on the page's own thread: the longest task, and how long the slowest
 * key waited. A task that blocks on purpose has to show, else the measuring is worth nothing.
 */
export async function typingWhileSealing({ port, scanCode, invitationCode }: RespondentPage): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'nl-NL' });
    const devtools = await page.context().newCDPSession(page);
    await page.goto(`http://localhost:${port}/s/${scanCode}#${invitationCode}`, { waitUntil: 'networkidle' });
    await fillInUntilWords(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await observe(page);

    const typed = await typeWhileItSeals(page);
    const { longestTask, slowestKey } = await observed(page);
    await block(page, onPurpose);
    const control = await observed(page);
    if (control.longestTask < onPurpose)
      throw new Error(`A task of ${onPurpose} ms on purpose was measured as ${control.longestTask} ms.`);

    const note = `${typed} keys while sealing; processor slowed ${slowdown} times; a task of ${onPurpose} ms on purpose showed as ${Math.round(control.longestTask)} ms`;
    print({ task: 'sealing-longest-task', value: longestTask, unit: 'ms', atMost: mostMilliseconds, note });
    print({ task: 'sealing-slowest-key', value: slowestKey, unit: 'ms', atMost: mostMilliseconds });
  } finally {
    await browser.close();
  }
}

async function fillInUntilWords(page: Page): Promise<void> {
  await page.locator('[data-part=next]').click();
  await page.locator('fieldset:visible input').first().check();
  while ((await page.locator('textarea:visible').count()) === 0) await page.locator('[data-part=next]').click();
  await page.locator('textarea:visible').first().fill('Tijd om te leren.');
  await page.locator('[data-part=next]').click();
}

/** Presses keys all the time, and send in between, until the ballot is sealed. Gives how many keys were pressed since. */
async function typeWhileItSeals(page: Page): Promise<number> {
  await page.route('**/credential?*', async (route) => {
    await page.waitForTimeout(answersAfter);
    await route.continue();
  });
  const thanks = page.locator('[data-part=thanks]');
  await page.keyboard.press('a');
  const sent = page.evaluate(() => document.querySelector<HTMLElement>('[data-step=send] [type=submit]')?.click());
  let typed = 0;
  for (const begin = performance.now(); performance.now() - begin < 20_000; typed += 1) {
    await page.keyboard.press('a');
    if (!(await thanks.isVisible())) continue;
    await sent;
    if (typed < fewestKeys) throw new Error(`Only ${typed} keys were pressed while it sealed.`);
    return typed;
  }
  throw new Error('The ballot was not sealed within twenty seconds.');
}

type Observed = { longestTask: number; slowestKey: number };

async function observe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { longestTask: 0, slowestKey: 0 };
    (globalThis as unknown as { seen: typeof seen }).seen = seen;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longestTask = Math.max(seen.longestTask, duration);
    }).observe({ type: 'longtask' });
    // From the key to the moment that the page begins to answer it.
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        seen.slowestKey = Math.max(seen.slowestKey, performance.now() - timeStamp);
      },
      true,
    );
  });
}

async function observed(page: Page): Promise<Observed> {
  // Long tasks are told a moment later.
  await page.waitForTimeout(500);
  return page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: Observed };
    return { ...seen };
  });
}

async function block(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate((most) => {
    setTimeout(() => {
      for (const begin = performance.now(); performance.now() - begin < most;);
    });
  }, milliseconds);
}
