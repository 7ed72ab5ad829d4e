import type { Insertable, Updateable } from 'kysely';
import type { OrganisationDatabase, OrganisationTables } from '#lib/platform/database/index.ts';
import type { StepState } from '../contract.ts';

type NewStep = Omit<Insertable<OrganisationTables['step']>, 'organisationId'>;
type StepChange = Omit<Updateable<OrganisationTables['step']>, 'organisationId' | 'id' | 'unitId'>;

/** The steps of this feature's own tables. */
export const stepStore = ({ tables }: OrganisationDatabase) => {
  const steps = tables
    .selectFrom('step as s')
    .innerJoin('unit as u', 'u.id', 's.unitId')
    .selectAll('s')
    .select((eb) => [
      'u.name as unitName',
      eb
        .selectFrom('stepAction as a')
        .select(eb.fn.countAll<number>().as('n'))
        .whereRef('a.stepId', '=', 's.id')
        .as('actionsTotal'),
      eb
        .selectFrom('stepAction as a')
        .select(eb.fn.countAll<number>().as('n'))
        .whereRef('a.stepId', '=', 's.id')
        .where('a.doneOn', 'is not', null)
        .as('actionsDone'),
    ]);

  return {
    stepsOf: (unitId: string) =>
      steps.where('s.unitId', '=', unitId).orderBy('s.position').orderBy('s.createdAt').execute(),
    stepsIn: (states: readonly StepState[]) =>
      steps.where('s.state', 'in', states).orderBy('s.position').orderBy('s.createdAt').execute(),
    step: (id: string) => steps.where('s.id', '=', id).executeTakeFirst(),

    /** Nobody else changes the plan of this unit until the transaction is over. */
    lockUnit: (unitId: string) =>
      tables.selectFrom('unit').select(['id', 'name']).where('id', '=', unitId).forNoKeyUpdate().executeTakeFirst(),
    states: (unitId: string) =>
      tables.selectFrom('step').select(['id', 'state', 'position']).where('unitId', '=', unitId).execute(),

    insertStep: (step: NewStep) => tables.insertInto('step').values(step).execute(),
    updateStep: (id: string, change: StepChange) =>
      tables.updateTable('step').set(change).where('id', '=', id).execute(),

    actions: (stepId: string) =>
      tables.selectFrom('stepAction').selectAll().where('stepId', '=', stepId).orderBy('position').execute(),
    insertActions: async (
      actions: readonly { stepId: string; id: string; position: number; text: string; doneOn: string | null }[],
    ) => {
      if (actions.length > 0)
        await tables
          .insertInto('stepAction')
          .values([...actions])
          .execute();
    },
    updateAction: (stepId: string, id: string, change: { text?: string; doneOn?: string | null }) =>
      tables
        .updateTable('stepAction')
        .set(change)
        .where('stepId', '=', stepId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst(),
    removeAction: (stepId: string, id: string) =>
      tables
        .deleteFrom('stepAction')
        .where('stepId', '=', stepId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst(),
  };
};

export type StepRow = NonNullable<Awaited<ReturnType<ReturnType<typeof stepStore>['step']>>>;
