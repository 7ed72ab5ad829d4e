import type { Language } from '#lib/platform/language/index.ts';
import type { UnitResultPage } from '../contract.ts';
import { resultMessages } from '../messages.ts';
import { exampleOrganisation } from './example-organisation.ts';
import { presentUnit } from './present-unit.ts';

const made = new Map<string, UnitResultPage>();

/** The page that a manager gets, of a made-up team of 17 (or, `small`, of 4: without figures). Nobody's answers are in it. */
export function exampleResult(language: Language, which: 'team' | 'small' = 'team'): UnitResultPage {
  const known = made.get(`${language} ${which}`);
  if (known) return known;
  const snapshot = exampleOrganisation(language);
  const unit = snapshot.units.find(({ id }) => id === which);
  if (!unit) throw new Error(`the example organisation has no unit ${which}`);
  const say = resultMessages(language);
  const page = presentUnit({
    scan: {
      id: 'example',
      title: say('example-title'),
      form: snapshot.form,
      closesOn: '2026-10-09',
      resultOn: null,
      isPublished: true,
      minimumGroupSize: snapshot.minimumGroupSize,
    },
    comparedWith: say('example-title-before'),
    snapshot,
    unit,
    visible: new Set(),
    language,
  });
  made.set(`${language} ${which}`, page);
  return page;
}
