import type { SavFile } from '../sav/sav-file.ts';

const often = ['nooit', 'zelden', 'soms', 'vaak', 'altijd'].map((label, at) => ({ value: at + 1, label }));

/** Everything that a system file can hold here, in three columns. `tests/oracle/sav` keeps what R and PSPP read in it. */
export const sampleSav: SavFile = {
  label: 'Proefpeiling ‘najaar’',
  madeOn: '2026-11-23',
  variables: [
    {
      name: 'SV1',
      label: 'Mijn leidinggevende legt uit waar ‘onze’ organisatie naartoe werkt: één geheel.',
      valueLabels: [...often, { value: 9, label: 'weet ik niet / geldt niet voor mij' }],
      missing: [9],
      measure: 'ordinal',
    },
    { name: 'a_name_longer_than_eight', label: '', valueLabels: [], missing: [-1, 8, 99], measure: 'scale' },
    { name: 'language', label: 'x', valueLabels: [{ value: 1, label: 'Nederlands' }], missing: [], measure: 'nominal' },
  ],
  rows: [
    [1, 2.5, 1],
    [9, 99, null],
    [null, -3.75, 2],
    [5, 1e300, 1],
  ],
};
