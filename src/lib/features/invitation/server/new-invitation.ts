import { newId } from '#lib/platform/database/index.ts';
import type { Secrets } from '#lib/platform/secrets/index.ts';
import { codeOf, tagOf } from './derived-code.ts';
import type { NewInvitation } from './store.ts';

/** An invitation with the tag of its code. The code itself is forgotten at once. */
export function newInvitation(
  secrets: Secrets,
  scanId: string,
  wish: Omit<NewInvitation, 'id' | 'scanId' | 'codeTag' | 'isAddedByHand'> & { readonly isAddedByHand?: boolean },
): NewInvitation {
  const id = newId();
  return { isAddedByHand: false, ...wish, id, scanId, codeTag: tagOf(secrets, scanId, codeOf(secrets, scanId, id)) };
}
