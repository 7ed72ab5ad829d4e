import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifestMessages } from '#lib/features/manifest/messages.ts';
import { languages } from '#lib/platform/language/index.ts';
import { openPeiling } from './harness/open-peiling.ts';
import type { PeilingToAnswer } from './harness/open-peiling.ts';
import { openPlace } from './harness/place.ts';
import type { Place } from './harness/place.ts';

let place: Place;
let peiling: PeilingToAnswer;
let disk: string;

describe.each(languages)('a works council (%s)', (language) => {
  const say = manifestMessages(language);

  beforeAll(async () => {
    disk = await mkdtemp(join(tmpdir(), 'lerend-disk-'));
    place = await openPlace({
      story: 'works-council',
      language,
      before: async (folder) => {
        peiling = await openPeiling(folder, 'full');
      },
    });
  });
  afterAll(async () => {
    await place.close();
    await rm(disk, { recursive: true, force: true });
  });

  test('looks up from elsewhere what was fixed, and works it out again on a machine of its own', async () => {
    const omar = await place.somebody({ device: 'desk' });
    await omar.goTo(`/s/${peiling.code}/manifest?language=${language}`);
    await omar.reads(say('page-fingerprint-text'));
    const fingerprint = (await omar.page.locator('.statement').innerText()).trim();
    expect(fingerprint).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    await omar.reads(peiling.team.name);

    // The checking page is saved, and opened from the disk.
    const saved = await omar.downloads(omar.page.getByRole('button', { name: say('page-save') }));
    const file = join(disk, saved.name);
    await writeFile(file, saved.bytes);
    expect(saved.bytes.toString()).not.toMatch(/src=|<link/);
    await omar.page.goto(pathToFileURL(file).href);
    const check = () => omar.page.getByRole('button', { name: say('verifier-check') }).click();
    await omar.page.getByLabel(say('verifier-fingerprint'), { exact: true }).fill(fingerprint.toLowerCase());
    await check();
    await omar.reads(say('verdict-right'));
    await omar.reads(say('check-groups-right'));
    await omar.reads(peiling.team.name);

    // The fingerprint of an invitation to which other keys belong.
    const other = fingerprint.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    await omar.page.getByLabel(say('verifier-fingerprint'), { exact: true }).fill(other);
    await check();
    await omar.reads(say('verdict-wrong'));
    await omar.reads(say('check-fingerprint-wrong'));

    // The manifest from a file, in which somebody made a group larger.
    const response = await fetch(`${place.url}/s/${peiling.code}/manifest.json`);
    const manifest = (await response.json()) as { groups: { invited: number }[] };
    const larger = { ...manifest, groups: manifest.groups.map((group) => ({ ...group, invited: group.invited + 7 })) };
    await omar.page.getByLabel(say('verifier-file'), { exact: true }).setInputFiles({
      name: 'manifest.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(larger)),
    });
    await omar.page.getByLabel(say('verifier-fingerprint'), { exact: true }).fill(fingerprint);
    await check();
    await omar.reads(say('check-groups-wrong'));
    await omar.leaves();
  });
});
