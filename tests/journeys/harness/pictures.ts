import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { desk, phone } from './check-page.ts';

/** With PICTURES=folder, what somebody passes is kept as pictures: telephone and desk, light and dark. */
const folder = process.env['PICTURES'];

export async function takePictures(page: Page, name: string): Promise<void> {
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const own = page.viewportSize() ?? desk;
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of [phone, desk]) {
      await page.setViewportSize(size);
      // What hangs at the edge of the screen is painted a moment later than the rest.
      await page.waitForTimeout(60);
      await page.screenshot({
        path: join(folder, `${name}-${size.width}-${colorScheme}.png`),
        fullPage: true,
        caret: 'initial',
      });
    }
  }
  await page.setViewportSize(own);
}
