import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { PersonalData } from '../contract.ts';
import { personalDataMessages } from '../messages.ts';
import { subjectOfAccount } from './find-subject.ts';
import { gather } from './gather.ts';
import { mayReadOwnData } from './policy.ts';
import { personalDataStore } from './store.ts';

/** Everything that is kept on whoever asks. */
export async function ownPersonalData(context: Context): Promise<PersonalData> {
  authorize(context, mayReadOwnData(context.actor));
  const own = await subjectOfAccount(personalDataStore(context.database), context.actor.accountId ?? '');
  if (!own) throw new Refusal(404, personalDataMessages(context.language)('subject-unknown'));
  return gather(context, own);
}
