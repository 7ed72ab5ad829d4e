import { shareHolders } from '#lib/features/opening-key/contract.ts';
import type { ShareHolder } from '#lib/features/opening-key/contract.ts';
import type { openingKeyMessages } from '#lib/features/opening-key/messages.ts';
import type { Somebody } from './somebody.ts';

/** Goes past the three sheets as a careful keeper does, and keeps the files. */
export async function makeKey(
  keeper: Somebody,
  say: ReturnType<typeof openingKeyMessages>,
): Promise<Record<ShareHolder, string>> {
  await keeper.page.locator('#make-key').click();
  const files: Partial<Record<ShareHolder, string>> = {};
  for (const holder of shareHolders) {
    const sheet = keeper.page.locator(`[data-sheet=${holder}]`);
    await sheet.locator('.qr svg').waitFor();
    await keeper.looks();
    const { bytes } = await keeper.downloads(sheet.getByRole('button', { name: say('save') }));
    const text = bytes.toString();
    files[holder] = text;
    await sheet.getByRole('button', { name: say('have-it') }).click();
    const asked = Number(/\d/.exec(await sheet.locator('[data-part=proof-label]').innerText())?.[0]);
    if (holder === 'keeper') {
      await sheet.locator('input').fill('0000-0000-0000-0000');
      await sheet.getByRole('button', { name: say('proof-check') }).click();
      await keeper.reads(say('proof-wrong'));
      await keeper.looks();
    }
    await sheet.locator('input').fill((shareOf(text).split('\n')[asked - 1] ?? '').toLowerCase());
    await sheet.getByRole('button', { name: say('proof-check') }).click();
  }
  await keeper.looks();
  await keeper.press(say('finish'));
  return files as Record<ShareHolder, string>;
}

/** The four lines of a share out of the file of its sheet. */
export function shareOf(file: string): string {
  return (file.match(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/gm) ?? []).join('\n');
}
