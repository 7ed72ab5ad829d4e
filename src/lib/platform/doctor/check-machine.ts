import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Settings } from '../settings/index.ts';
import { fault, good, warning } from './checks.ts';
import type { CheckResult } from './checks.ts';
import { nodeTooOld } from './name-problem.ts';

const megabyte = 1024 * 1024;
/** A new cluster takes 40 MB, and PostgreSQL keeps up to 512 MB of its journal. */
const leastFreeMegabytes = 200;
const comfortableFreeMegabytes = 1024;

/** From 24.7 on Node opens a seal with one function. */
const leastMinor = 7;

export function checkNode(version: string = process.versions.node): CheckResult {
  const [major, minor = 0] = version.split('.').map(Number);
  if (major === 24 && minor >= leastMinor) return good(`Node ${version}.`, `Node ${version}.`);
  return { state: 'fault', sentence: nodeTooOld(version).sentences };
}

export async function checkDiskSpace(folder: string): Promise<CheckResult> {
  const { bavail, bsize } = await statfs(await nearestFolder(folder));
  const free = Math.floor((bavail * bsize) / megabyte);
  const nl = `Op de schijf van ${folder} is ${free} MB vrij`;
  const en = `The disk of ${folder} has ${free} MB free`;
  if (free < leastFreeMegabytes) return fault(`${nl}: te weinig, maak ruimte.`, `${en}: too little, make room.`);
  if (free < comfortableFreeMegabytes)
    return warning(`${nl}: dat raakt op, maak ruimte.`, `${en}: it is running out, make room.`);
  return good(`${nl}.`, `${en}.`);
}

export async function checkFolder(folder: string, setting: 'DATA_DIR' | 'KEYS_DIR'): Promise<CheckResult> {
  const nearest = await nearestFolder(folder);
  const mayWrite = await access(nearest, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!mayWrite) {
    return fault(
      `In ${nearest} kan deze gebruiker niet schrijven: geef de map de juiste rechten, of kies een andere met ${setting}.`,
      `This user can't write in ${nearest}: give the folder the right permissions, or choose another with ${setting}.`,
    );
  }
  if (nearest !== folder)
    return good(`${folder} wordt bij de eerste start gemaakt.`, `${folder} is made at the first start.`);
  const isOpenToOthers = ((await stat(folder)).mode & 0o077) !== 0;
  if (setting === 'KEYS_DIR' && isOpenToOthers) {
    return warning(
      `Anderen op deze machine kunnen in ${folder} kijken, waar de sleutels staan: chmod 700 ${folder}`,
      `Others on this machine can look into ${folder}, where the keys are: chmod 700 ${folder}`,
    );
  }
  return good(`${folder} is beschrijfbaar.`, `${folder} can be written.`);
}

export function checkPublicUrl({ publicUrl, isPublicUrlLocal, smtpUrl }: Settings): CheckResult {
  if (isPublicUrlLocal) {
    const [nl, en] = smtpUrl
      ? [' Uitnodigingen zouden nu nergens heen leiden.', ' Invitations would lead nowhere now.']
      : ['', ''];
    return warning(
      `${publicUrl} is alleen op deze machine te openen: zet PUBLIC_URL op het adres dat je medewerkers gebruiken.${nl}`,
      `${publicUrl} only opens on this machine: set PUBLIC_URL to the address that your people use.${en}`,
    );
  }
  if (publicUrl.startsWith('http://')) {
    return warning(
      `${publicUrl} gaat onversleuteld over het netwerk: zet er een proxy met https voor.`,
      `${publicUrl} crosses the network unencrypted: put a proxy with https in front of it.`,
    );
  }
  return good(`Lerend is te bereiken op ${publicUrl}.`, `Lerend is reached at ${publicUrl}.`);
}

async function nearestFolder(folder: string): Promise<string> {
  for (let path = folder; ; path = dirname(path)) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() || path === dirname(path)) return path;
  }
}
