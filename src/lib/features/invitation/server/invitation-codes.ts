import { audit, authorize } from '#lib/platform/context/index.ts';
import type { Context } from '#lib/platform/context/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import { noteCodeList } from './code-lists.ts';
import { codeOf } from './derived-code.ts';
import { mayInvite } from './policy.ts';
import { invitationStore } from './store.ts';

/** All codes of a peiling, without names: a logged export, for the example organisation and for trying out. */
export async function invitationCodes(
  context: Context,
  scanId: string,
): Promise<readonly { readonly code: string; readonly scanUnitId: string; readonly language: Language }[]> {
  authorize(context, mayInvite(context.actor));
  const invitations = await invitationStore(context.database).invitations(scanId);
  await audit(context, 'invitation.codes-read', scanId);
  await noteCodeList(context, { scanId, kind: 'codes', codes: invitations.length });
  return invitations.map(({ id, scanUnitId, language }) => ({
    code: codeOf(context.secrets, scanId, id),
    scanUnitId,
    language,
  }));
}
