import type { DataRequest } from './analysed.ts';

/** The data of the fixtures, as their `input` describes them. */

const leadership = ['AF06', 'AF07', 'AP12', 'AP17', 'AP33', 'AP34', 'AS14', 'AS15', 'AS16', 'AS17', 'AS28'];
const fromSeventyPercent = (rows: number): number => Math.ceil(rows / 0.7);
const single = (...ids: string[]): Record<string, string[]> => Object.fromEntries(ids.map((id) => [id, [id]]));

export const bhr2000: DataRequest = {
  data: 'bhr2000',
  scales: {
    ...single('AF06', 'AF07', 'AP12', 'AS14', 'RELIG'),
    score: leadership,
    AP: leadership.filter((id) => id.startsWith('AP')),
    AS: leadership.filter((id) => id.startsWith('AS')),
  },
  response: { min: 1, max: 5 },
  groups: ['GRP'],
  headsFrom: fromSeventyPercent,
};

/** The leadership items as three areas, and all together. */
export const bhr2000Areas: DataRequest = {
  data: 'bhr2000',
  scales: Object.fromEntries(['AF', 'AP', 'AS', 'all'].map((id) => [id, leadership.filter((item) => id === 'all' || item.startsWith(id))])),
  response: { min: 1, max: 5 },
};

export const bhr2000Hours: DataRequest = {
  data: 'bhr2000',
  scales: single('HRS'),
  response: { min: 0, max: 24, integer: false },
  groups: ['GRP'],
};

export const bfi: DataRequest = {
  data: 'bfi',
  scales: Object.fromEntries(['A', 'C', 'E', 'N', 'O'].map((scale) => [scale, [1, 2, 3, 4, 5].map((item) => `${scale}${item}`)])),
  reverse: ['A1', 'C4', 'C5', 'E1', 'E2', 'O2', 'O5'],
  response: { min: 1, max: 6 },
  groups: ['education'],
};

export const bh1996: DataRequest = {
  data: 'bh1996',
  scales: single('COHES', 'LEAD', 'HRS', 'WBEING'),
  response: { min: 0, max: 24, integer: false },
  groups: ['GRP'],
  headsFrom: fromSeventyPercent,
};

export const cohesion: DataRequest = {
  data: 'cohesion',
  scales: { COH: ['COH01', 'COH02', 'COH03', 'COH04', 'COH05'], ...single('COH01', 'COH02') },
  response: { min: 1, max: 5 },
  groups: ['UNIT', 'PLATOON'],
};

const positive = ['calm', 'secure', 'at.ease', 'rested', 'comfortable', 'confident', 'relaxed', 'content', 'joyful', 'pleasant'];
const negative = ['tense', 'regretful', 'upset', 'worrying', 'anxious', 'nervous', 'jittery', 'high.strung', 'worried', 'rattled'];

/** Everyone's first occasion. */
export const sai: DataRequest = {
  data: 'sai',
  scales: { state_anxiety: [...positive, ...negative] },
  reverse: positive,
  response: { min: 1, max: 4 },
  groups: ['study'],
  keep: (cells) => cells.time === '1',
};

/** Everyone's first occasion, items as in the file, the pleasant and the unpleasant ones apart. */
export const saiSigns: DataRequest = {
  data: 'sai',
  scales: { pos: positive, neg: negative },
  response: { min: 1, max: 4 },
  keep: (cells) => cells.time === '1',
};

export const holzinger: DataRequest = {
  data: 'HolzingerSwineford1939',
  scales: {
    visual: ['x1', 'x2', 'x3'],
    textual: ['x4', 'x5', 'x6'],
    speed: ['x7', 'x8', 'x9'],
    all: ['x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'x8', 'x9'],
  },
  response: { min: 0, max: 10, integer: false },
};

export const apipop: DataRequest = {
  data: 'apipop',
  scales: single('api00'),
  response: { min: 200, max: 1000, integer: false },
  groups: ['dnum'],
};

/** Schools per type in California, of which `apistrat` is a stratified sample (its column fpc). */
const schools: Readonly<Record<string, number>> = { E: 4421, H: 755, M: 1018 };

export const apistrat: DataRequest = {
  data: 'apistrat',
  scales: single('api00', 'api99'),
  response: { min: 200, max: 1000, integer: false },
  groups: ['stype'],
  headsFrom: (_rows, path) => schools[path[0] ?? ''] ?? 0,
};

export const apisrs: DataRequest = {
  data: 'apisrs',
  scales: single('api00', 'api99'),
  response: { min: 200, max: 1000, integer: false },
};

export const swiss: DataRequest = {
  data: 'swiss',
  scales: single('Agriculture', 'Examination', 'Education', 'Catholic', 'Infant.Mortality', 'Fertility'),
  response: { min: 0, max: 100, integer: false },
};

/** Invented data with eleven predictors that go together (r/drivers.R). */
export const importance: DataRequest = {
  data: 'importance',
  scales: single(...Array.from({ length: 11 }, (_, index) => `x${index + 1}`)),
  response: { min: 1, max: 5 },
};

/** Two occasions of sai beside each other, one row a person (derived by whoever made the fixtures). */
export const saiWaves: DataRequest = {
  data: 'sai_waves',
  scales: single('score_t1', 'score_t2'),
  response: { min: 1, max: 4, integer: false },
  groups: ['study'],
  asked: [{ name: 'key', option: 'id', kind: 'key' }],
};

export const satAct: DataRequest = {
  data: 'sat_act',
  scales: single('education', 'age', 'ACT', 'SATV', 'SATQ'),
  response: { min: 0, max: 1000, integer: false },
};

export const apiclus1: DataRequest = {
  data: 'apiclus1',
  scales: single('api00', 'api99'),
  response: { min: 200, max: 1000, integer: false },
  groups: ['dnum'],
};

/** Its column fpc2 has the schools per district. */
export const apiclus2: DataRequest = {
  ...apiclus1,
  data: 'apiclus2',
  asked: [{ name: 'fpc2', option: 'also', kind: 'number' }],
};

/** Invented data with three margins, in units (r/weighting.R). */
export const inventedWeighting: DataRequest = {
  data: 'weighting',
  scales: { first: ['x1', 'x2'], second: ['x3', 'x4'] },
  response: { min: 1, max: 7 },
  groups: ['unit'],
};

/** Answers made by `r/made-models.R`, with what public data don't have. */
export const made: Readonly<Record<string, DataRequest>> = {
  two_items: {
    data: 'made_two_items',
    scales: { f1: ['v1', 'v2'], f2: ['v3', 'v4'], f3: ['v5', 'v6', 'v7', 'v8'] },
    response: { min: 1, max: 5 },
  },
  seven_options: {
    data: 'made_seven_options',
    scales: { f1: ['v1', 'v2', 'v3', 'v4'], f2: ['v5', 'v6', 'v7', 'v8'] },
    response: { min: 1, max: 7 },
  },
  near_copies: {
    data: 'made_near_copies',
    scales: { f1: ['v1', 'v2', 'v3', 'v4'], f2: ['v5', 'v6', 'v7', 'v8'] },
    response: { min: -1000, max: 1000, integer: false },
  },
  heywood: {
    data: 'made_heywood',
    scales: { f1: ['v1', 'v2', 'v3'], f2: ['v4', 'v5', 'v6'] },
    response: { min: 1, max: 5 },
  },
  coinciding: {
    data: 'made_coinciding',
    scales: { f1: ['v1', 'v2', 'v3'], f2: ['v4', 'v5', 'v6'] },
    response: { min: 1, max: 5 },
  },
};
