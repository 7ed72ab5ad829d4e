import type { Shoes } from '#lib/features/example/contract.ts';
import { exampleMessages } from '#lib/features/example/messages.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { Place } from './place.ts';
import type { Somebody } from './somebody.ts';

/** Somebody who looks around in the example organisation as this person; `home` is where that organisation's pages begin. */
export async function inTheShoesOf(
  place: Place,
  shoes: Shoes,
  { language, device = 'desk' }: { language: Language; device?: 'phone' | 'desk' },
): Promise<Somebody & { readonly home: string }> {
  const say = exampleMessages(language);
  const person = await place.somebody({ device });
  await person.goTo('/example');
  await person.press(say('look-as', { role: say(`role-${shoes}`) }));
  const home = new URL(person.page.url()).pathname.replace(/\/today$/, '');
  return { ...person, home };
}
