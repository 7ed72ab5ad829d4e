import { authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { PersonalData } from '../contract.ts';
import { personalDataMessages } from '../messages.ts';
import { findSubject } from './find-subject.ts';
import { gather } from './gather.ts';
import { mayAnswerRequests } from './policy.ts';
import { personalDataStore } from './store.ts';

/** Everything that is kept on somebody, for who answers their request. */
export async function personalDataOf(context: Context, subject: string): Promise<PersonalData> {
  authorize(context, mayAnswerRequests(context.actor));
  const found = await findSubject(personalDataStore(context.database), subject);
  if (!found) throw new Refusal(404, personalDataMessages(context.language)('subject-unknown'));
  return gather(context, found);
}
