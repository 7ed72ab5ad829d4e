import { answerBounds, dontKnowCode } from './answer-scale.ts';
import { areas } from './areas.ts';
import type { AnalysisInstrument } from './analysis-instrument.ts';
import type { FormName } from './form.ts';
import { itemsOfArea } from './items.ts';
import { instrumentTitle } from './version.ts';

/**
 * The built-in questionnaire as an instrument for the analysis: eleven scales, one an area, with the items of the
 * form. The scale ids are the area codes. Outcome items belong to no scale; name their columns as outcomes instead.
 */
export function leervermogen(form: FormName = 'full'): AnalysisInstrument {
  return {
    id: form === 'full' ? 'leervermogen' : `leervermogen-${form}`,
    title: instrumentTitle,
    response: { ...answerBounds, missing: [dontKnowCode] },
    scales: areas.map((area) => ({
      id: area.code,
      title: area.name,
      items: itemsOfArea(area.code, form).map((item) => ({ id: item.id })),
    })),
  };
}
