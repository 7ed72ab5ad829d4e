import type { Language } from '#lib/platform/language/index.ts';
import { openingKeyMessages } from '../messages.ts';

interface Place {
  readonly scan: { readonly id: string; readonly title: string };
  readonly maySeeScan: boolean;
}

/** Where somebody at a key came from: the peiling, or for a keeper, who may not see it, the list of keys. */
export function wayBack(language: Language, organisationId: string, { scan, maySeeScan }: Place) {
  const say = openingKeyMessages(language);
  if (!maySeeScan) {
    const home = `/o/${organisationId}/keys`;
    return { home, trail: [{ label: say('keys'), href: home }] };
  }
  const home = `/o/${organisationId}/scan/${scan.id}`;
  return {
    home,
    trail: [
      { label: say('scans'), href: `/o/${organisationId}/scan` },
      { label: scan.title, href: home },
    ],
  };
}
