import { mayKeepOrganisation, organisationTree } from '#lib/features/organisation/server/index.ts';
import { keyList, mayJoinShares, maySeeKeys } from '#lib/features/opening-key/server/index.ts';
import { answering } from '#lib/features/scan/contract.ts';
import type { ScanInList } from '#lib/features/scan/contract.ts';
import { mayPrepareScan, mayPromise, mayRecordConsent, maySeeScans } from '#lib/features/scan/server/index.ts';
import { dayOf } from '#lib/platform/clock/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { formatDay } from '#lib/platform/language/index.ts';
import type { Ask, News } from '../contract.ts';
import { todayMessages } from '../messages.ts';

/** What a peiling that is being prepared asks of director, works council and coordinator. */
export function asksOfScans(context: Context, scans: readonly ScanInList[]): Ask[] {
  const say = todayMessages(context.language);
  const { actor, database } = context;
  return scans
    .filter((scan) => scan.state === 'draft')
    .flatMap((scan) => {
      const home = `/o/${database.organisationId}/scan/${scan.id}`;
      const ask = (kind: 'promise' | 'consent' | 'key' | 'open' | 'prepare', href: string): Ask => ({
        key: `${kind}:${scan.id}`,
        sentence: say(kind, { title: scan.title }),
        action: say(`${kind}-action`),
        href,
        by: scan.opensOn,
      });
      const asks: Ask[] = [];
      if (scan.missing.includes('promise') && mayPromise(actor)) asks.push(ask('promise', `${home}/promise`));
      if (scan.missing.includes('consent') && mayRecordConsent(actor)) asks.push(ask('consent', `${home}/consent`));
      if (scan.openingKey === 'server' && (mayRecordConsent(actor) || actor.keepsKeys))
        asks.push(ask('key', `${home}/opening-key`));
      if (mayPrepareScan(actor)) asks.push(ask(scan.missing.length === 0 ? 'open' : 'prepare', home));
      return asks;
    });
}

/** Whether a peiling has closed and can't be counted before two holders of its key have joined their shares. */
export function waitsForHolders({ state, openingKey }: ScanInList): boolean {
  return state === 'closed' && openingKey === 'keeper';
}

/** What a peiling that has closed asks of the holders of its key. */
export function asksOfHolders(context: Context, scans: readonly ScanInList[]): Ask[] {
  if (!mayJoinShares(context.actor)) return [];
  const say = todayMessages(context.language);
  return scans.filter(waitsForHolders).map((scan) => ({
    key: `join:${scan.id}`,
    sentence: say('join', { title: scan.title }),
    action: say('join-action'),
    href: `/o/${context.database.organisationId}/scan/${scan.id}/open-ballots`,
    by: scan.resultOn,
  }));
}

/** What the peilingen ask of who keeps keys and has no other page of them. */
export async function asksOfKeeper(context: Context): Promise<Ask[]> {
  if (!maySeeKeys(context.actor) || maySeeScans(context.actor)) return [];
  const say = todayMessages(context.language);
  const home = `/o/${context.database.organisationId}/scan`;
  return (await keyList(context)).flatMap(({ id, title, state, opensOn }): Ask[] => {
    if (state === 'to-make')
      return [
        {
          key: `key:${id}`,
          sentence: say('key', { title }),
          action: say('key-action'),
          href: `${home}/${id}/opening-key`,
          by: opensOn,
        },
      ];
    if (state !== 'to-join') return [];
    return [
      {
        key: `join:${id}`,
        sentence: say('join', { title }),
        action: say('join-action'),
        href: `${home}/${id}/open-ballots`,
        by: null,
      },
    ];
  });
}

/** The first steps of a coordinator in an empty organisation. */
export async function asksOfBeginning(context: Context, scans: readonly ScanInList[]): Promise<Ask[]> {
  if (!mayKeepOrganisation(context.actor)) return [];
  const say = todayMessages(context.language);
  const home = `/o/${context.database.organisationId}`;
  const tree = await organisationTree(context);
  if (tree.length === 1) {
    return [
      {
        key: 'begin-units',
        sentence: say('begin-units'),
        action: say('begin-units-action'),
        href: `${home}/organisation`,
        by: null,
      },
    ];
  }
  if (scans.length === 0) {
    return [
      {
        key: 'begin-scan',
        sentence: say('begin-scan'),
        action: say('begin-scan-action'),
        href: `${home}/scan`,
        by: null,
      },
    ];
  }
  return [];
}

/** Peilingen that people can answer now. */
export function newsOfScans(context: Context, scans: readonly ScanInList[]): News[] {
  const say = todayMessages(context.language);
  const today = dayOf(context.clock.now());
  return scans
    .filter((scan) => answering(scan, today) === 'now')
    .map((scan) => ({
      key: `answering:${scan.id}`,
      sentence: say('answering', { title: scan.title, day: formatDay(scan.closesOn, context.language) }),
      href: `/o/${context.database.organisationId}/scan/${scan.id}`,
    }));
}
