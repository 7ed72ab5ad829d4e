import { answerScale, levelNames, levels } from '@lerend/instrument';
import type { Block, BlockDocument } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import type { Language, Words } from '../language.ts';
import { wordsIn } from '../language.ts';
import { compilePdf } from '../typst/compile.ts';
import type { PanelForm } from './standard-setting-report.ts';

/** Room to write a figure. */
const blank = '. . . . . . .';

function areaBlocks(area: PanelForm['areas'][number], words: Words): Block[] {
  return [
    heading(area.name),
    paragraph(area.definition),
    { kind: 'list', items: area.levels.map(({ name, description }) => `${name}: ${description}`) },
    {
      kind: 'table',
      caption: words.say('setting.formTable', { area: area.name }),
      columns: [
        { label: answerScale.stem[words.language], align: 'start' },
        ...levels.slice(1).map((level) => ({ label: levelNames[level].name[words.language], align: 'end' as const })),
      ],
      rows: area.items.flatMap(({ text, panel }) => [
        [text, blank, blank, blank],
        ...(panel === null
          ? []
          : [
              [
                words.say('setting.formPanel'),
                ...panel.map(({ median, low, high }) =>
                  words.say('setting.formSpread', {
                    median: words.number(median, 1),
                    low: words.number(low, 1),
                    high: words.number(high, 1),
                  }),
                ),
              ],
            ]),
      ]),
    },
  ];
}

export function panelFormReport(form: PanelForm, language: Language): BlockDocument {
  const words = wordsIn(language);
  const scale = answerScale.options.map(({ value, label }) => `${value} = ${label[language]}`).join(' · ');
  return {
    title: words.say('setting.formTitle', { title: form.title }),
    author: form.organisation,
    language,
    kicker: words.say('setting.formKicker', { title: form.title, round: form.round }),
    heading: words.say('setting.formHeading'),
    blocks: [
      paragraph(words.say('setting.formLead'), 'lead'),
      paragraph(words.say('setting.formBird')),
      paragraph(words.say('setting.formScale', { scale })),
      ...(form.round === 2 ? [paragraph(words.say('setting.formSecond'))] : []),
      ...form.areas.flatMap((area) => areaBlocks(area, words)),
    ],
    foot: words.say('setting.formFoot', { title: form.title }),
    pageOf: words.say('pageOf'),
  };
}

/** The sheet on which somebody judges on paper, as a tagged PDF. */
export async function renderPanelForm(form: PanelForm, { language }: { language: Language }): Promise<Uint8Array> {
  return compilePdf('blocks/report.typ', panelFormReport(form, language));
}
