// A document as `lerend analyse` makes it, with figures that are easy to recognise.
import type { ContractDocument } from '@lerend/analysis';

type Scale = ContractDocument['scales'][number];
type Group = ContractDocument['groups'][number];
interface Wanted {
  scales: number;
  groups: number;
  withheld: number;
  groupName: string;
}

function scale(number: number, groups: number): Scale {
  const items = [1, 2, 3].map((item) => `Q${number}_${item}`);
  const summary = { mean: 0.8, median: 0.8, min: 0.5, max: 0.9 };
  return {
    id: `scale-${number}`,
    title: { nl: `Schaal ${number}`, en: `Scale ${number}` },
    response: { min: 1, max: 5 },
    items,
    n: 200,
    mean: 3 - number / 10 + 0.1,
    sd: 0.8,
    score: 50 - number,
    ci95: [2.8, 3.2],
    ci95Finite: null,
    alpha: { pairwise: 0.9, listwise: 0.9, n: 200, ci95: [0.88, 0.92] },
    omegaTotal: 0.9,
    itemStatistics: items.map((id) => ({ id, itemRest: 0.6, alphaIfDropped: 0.85 })),
    agreement:
      groups === 0
        ? null
        : {
            groups,
            meanGroupSize: 20,
            k0: 20,
            msBetween: 2,
            msWithin: 0.5,
            dfBetween: 6,
            dfWithin: 190,
            F: 4,
            p: 0.0001,
            icc1: 0.12,
            icc2: 0.75,
            rwgj: summary,
            rwgjSkewed: summary,
            ad: { mean: 0.7 },
          },
  };
}

function group(index: number, wanted: Wanted, scales: readonly Scale[]): Group {
  const published = index < wanted.groups - wanted.withheld;
  const mean = 3 + Math.sin(index) / 2;
  return {
    path: [`${wanted.groupName} Groep ${index}`],
    n: published ? 20 : null,
    published,
    scales: published
      ? scales.map(({ id }) => ({
          id,
          n: 20,
          mean,
          score: (mean - 1) * 25,
          ci95: [mean - 0.3, mean + 0.3],
          ci95Finite: null,
          shrunkMean: mean,
          rwgj: 0.8,
          level: null,
          levelChance: null,
          levelBetween: null,
        }))
      : [],
  };
}

function model(scales: readonly Scale[], n: number): ContractDocument['model'] {
  return {
    n,
    chisq: 30.2,
    df: 24,
    p: 0.178,
    cfi: 0.991,
    tli: 0.987,
    rmsea: 0.037,
    rmseaCi90: [0, 0.074],
    srmr: 0.031,
    loadings: scales.map(({ items }) => items.map((id) => ({ id, loading: 0.8 }))),
    factorCorrelations: scales.map((_, row) => scales.map((__, column) => (row === column ? 1 : 0.62))),
  };
}

export function sampleAnalysis(wanted: Wanted): ContractDocument {
  const scales = Array.from({ length: wanted.scales }, (_, index) => scale(index + 1, wanted.groups));
  return {
    version: 1,
    instrument: 'sample',
    instrumentTitle: { nl: 'Proef & co', en: 'Sample & co' },
    respondents: 200,
    respondentsWithoutGroup: 0,
    groupColumn: wanted.groups > 0 ? 'team' : null,
    groupColumns: wanted.groups > 0 ? ['team'] : [],
    minimumGroup: 5,
    items: scales.flatMap(({ items }) =>
      items.map((id) => ({ id, n: 200, missing: 0, mean: 3, sd: 1, counts: [20, 40, 80, 40, 20] })),
    ),
    scales,
    groups: Array.from({ length: wanted.groups }, (_, index) => group(index, wanted, scales)),
    correlations: {
      scales: scales.map(({ id }) => id),
      matrix: scales.map((_, row) => scales.map((__, column) => (row === column ? 1 : 0.5))),
      htmt: scales.map((_, row) => scales.map((__, column) => (row === column ? 1 : 0.6))),
    },
    model: model(scales, 190),
    modelFiml: model(scales, 200),
    plan: [],
    warnings: [],
  };
}
