import { receiveWholeForm, respondentScan } from '#lib/features/answering/server/index.ts';
import { organisationTree } from '#lib/features/organisation/server/index.ts';
import { formFields } from '../tests/product/fill-in.ts';
import { importPeople, openedPeiling, startedOrganisation } from '../tests/product/make-peiling.ts';
import type { OpenPeiling, OwnOrganisation } from '../tests/product/make-peiling.ts';
import { newNumber } from '../tests/product/respondent.ts';
import { entered } from '../tests/product/with-app.ts';
import type { App } from '../tests/product/with-app.ts';

export interface Prepared {
  readonly organisation: OwnOrganisation;
  /** The peiling that people answer now. */
  readonly open: OpenPeiling;
  /** The one of which all ballots are in; null when no task asked for it. */
  readonly answered: AnsweredPeiling | null;
}

export interface AnsweredPeiling {
  readonly scanId: string;
  readonly ballots: number;
  /** Ids of the organisation's units. */
  readonly unitIds: readonly string[];
}

/** With the organisation and its departments: 300 units, and people enough for 10,000 ballots at five in six. */
const size = { departments: 13, teams: 22, people: 42 };
const ballotsToCount = 10_000;
const atOnce = 10;

/** An organisation of 300 units made through the features' commands, a peiling that was answered and one that is open. */
export async function prepare(app: App, wish: { mustAnswer: boolean }): Promise<Prepared> {
  const organisation = await startedOrganisation(app);
  const context = await entered(app, organisation.account, organisation.organisationId);
  await importPeople(context, size);
  let answered: Prepared['answered'] = null;
  if (wish.mustAnswer) {
    const peiling = await openedPeiling(context, 'full');
    await handIn(app, peiling, ballotsToCount);
    const unitIds = (await organisationTree(context)).map(({ id }) => id);
    answered = { scanId: peiling.scanId, ballots: ballotsToCount, unitIds };
  }
  return { organisation, open: await openedPeiling(context, 'full'), answered };
}

/** Ballots from people all over the organisation, through the command behind the form without script, which takes the least time to prepare. */
async function handIn(app: App, peiling: OpenPeiling, count: number): Promise<void> {
  const { platform } = app;
  const invited = peiling.invitations.filter((_, at) => at % 6 !== 0).slice(0, count);
  if (invited.length < count) throw new Error(`Only ${invited.length} people to answer.`);
  let next = 0;
  const respond = async () => {
    for (let at = next++; at < invited.length; at = next++) {
      const scan = await respondentScan(platform, peiling.code, 'nl');
      const fields = { ...formFields(peiling, at), code: invited[at]?.code ?? '', number: newNumber() };
      await receiveWholeForm(platform, scan, fields, 'nl');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, respond));
}
