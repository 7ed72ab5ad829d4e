import type { ContractDocument } from '@lerend/analysis';
import type { Block } from '../blocks/block.ts';
import { heading, paragraph } from '../blocks/block.ts';
import { intervalChart } from '../charts/interval-chart.ts';
import type { AnalysisText } from './analysis-text.ts';
import { aroundAll } from './axis.ts';
import { reasonSentence } from './reason-words.ts';

type Drivers = NonNullable<ContractDocument['drivers']>[number];
type Predictor = Drivers['predictors'][number];

const percent = (share: number): number => share * 100;
const percents = (bounds: readonly [number, number] | null): readonly [number, number] | null =>
  bounds === null ? null : [percent(bounds[0]), percent(bounds[1])];

/** LMG where there is one, else Johnson's weight. */
const shareOf = ({ shapley, johnson }: Predictor): number => shapley ?? johnson ?? 0;
const intervalOf = ({ shapley, shapleyCi95, johnsonCi95 }: Predictor): readonly [number, number] | null =>
  percents(shapley === null ? johnsonCi95 : shapleyCi95);

function shareFigure(outcome: string, predictors: readonly Predictor[], text: AnalysisText): Block {
  const { words } = text;
  const rows = predictors.map((predictor) => ({
    label: text.scaleName(predictor.id),
    value: percent(shareOf(predictor)),
    interval: intervalOf(predictor),
  }));
  return {
    kind: 'figure',
    svg: intervalChart({
      rows,
      domain: aroundAll([0, ...rows.flatMap(({ value, interval }) => [value, ...(interval ?? [])])]),
      reference: 0,
      tick: (value, decimals) => words.number(value, decimals),
      palette: text.palette,
    }),
    caption: words.say('analysis.drivers.figure', { outcome }),
    alt: words.say('analysis.drivers.alt', {
      list: rows
        .map(({ label, value, interval }) => `${label} ${text.figure(value, 1)} (${text.interval(interval, 1)})`)
        .join('; '),
    }),
  };
}

function shareTable(outcome: string, predictors: readonly Predictor[], text: AnalysisText): Block {
  const { words } = text;
  const interval = words.say('analysis.interval');
  const labels = [
    words.say('analysis.drivers.shapley'),
    interval,
    words.say('analysis.drivers.johnson'),
    interval,
    words.say('analysis.drivers.beta'),
  ];
  return {
    kind: 'table',
    caption: words.say('analysis.drivers.table', { outcome }),
    columns: [
      { label: words.say('analysis.drivers.predictor'), align: 'start' },
      ...labels.map((label) => ({ label, align: 'end' as const })),
    ],
    rows: predictors.map(({ id, beta, shapley, johnson, shapleyCi95, johnsonCi95 }) => [
      text.scaleName(id),
      text.figure(shapley, 3),
      text.interval(shapleyCi95, 3),
      text.figure(johnson, 3),
      text.interval(johnsonCi95, 3),
      text.figure(beta, 2),
    ]),
  };
}

function outcomeBlocks(drivers: Drivers, isFirst: boolean, text: AnalysisText): Block[] {
  const { words } = text;
  const outcome = text.scaleName(drivers.outcome);
  const title = heading(words.say('analysis.drivers.heading', { outcome }));
  const reason = drivers.undefined?.r2;
  if (reason !== undefined) {
    return [title, paragraph(words.say('analysis.drivers.none', { outcome, reason: reasonSentence(reason, words) }))];
  }
  const sorted = [...drivers.predictors].sort((a, b) => shareOf(b) - shareOf(a));
  const [first] = sorted;
  const noInterval = first?.undefined?.johnsonCi95;
  const intervals =
    drivers.bootstrap === undefined
      ? words.say('analysis.drivers.noIntervals', {
          reason: noInterval === undefined ? '' : reasonSentence(noInterval, words),
        })
      : words.say('analysis.drivers.intervals', {
          resamples: words.number(drivers.bootstrap.resamples),
          drawn: drivers.bootstrap.drawn,
        });
  return [
    title,
    paragraph(
      words.say('analysis.drivers.finding', {
        count: sorted.length,
        percent: Math.round(percent(drivers.r2 ?? 0)),
        outcome,
        r2: text.figure(drivers.r2, 2),
        n: drivers.n,
        top: first === undefined ? '' : text.scaleName(first.id),
      }),
    ),
    ...(isFirst ? [paragraph(words.say('analysis.drivers.explained'))] : []),
    shareFigure(outcome, sorted, text),
    paragraph(intervals, 'quiet'),
    shareTable(outcome, sorted, text),
  ];
}

/** What each `--outcome` goes together with. */
export function driversBlocks({ drivers = [] }: ContractDocument, text: AnalysisText): Block[] {
  return drivers.flatMap((each, index) => outcomeBlocks(each, index === 0, text));
}
