import type { SimulatedArea } from './simulated-area.ts';
import type { SimulationCell } from './simulate-cell.ts';

/** Areas as in the full form, four or six items, and alike within units as little or as much as real ones. */
const simulatedAreas: readonly SimulatedArea[] = [
  { items: 4, intraclass: 0.05 },
  { items: 6, intraclass: 0.1 },
  { items: 4, intraclass: 0.15 },
  { items: 6, intraclass: 0.2 },
];

const sizes = ['equal', 'unequal'] as const;
const responses = [0.3, 0.6, 0.95];

const everyKind = (units: number): SimulationCell[] =>
  sizes.flatMap((size) => responses.map((response) => ({ units, sizes: size, response, areas: simulatedAreas })));

const alike = simulatedAreas.map(({ items }) => ({ items, intraclass: 0 }));

/**
 * What is simulated: from 5 to 500 units, of one size and of very different ones, with little and much response. With
 * many units the corners only, since they cost most and differ least; and one kind in which all units are the same.
 */
export const simulationGrid: readonly SimulationCell[] = [
  ...[5, 10, 20, 50].flatMap(everyKind),
  { units: 150, sizes: 'equal', response: 0.6, areas: simulatedAreas },
  { units: 150, sizes: 'unequal', response: 0.3, areas: simulatedAreas },
  { units: 150, sizes: 'unequal', response: 0.95, areas: simulatedAreas },
  { units: 500, sizes: 'equal', response: 0.3, areas: simulatedAreas },
  { units: 500, sizes: 'unequal', response: 0.6, areas: simulatedAreas },
  { units: 50, sizes: 'unequal', response: 0.6, areas: alike },
];

/** "20 unequal 60 %", "50 unequal 60 %, all units alike". */
export function nameOfCell({ units, sizes: size, response, areas }: SimulationCell): string {
  const isAlike = areas.every(({ intraclass }) => intraclass === 0);
  return `${units} ${size} ${Math.round(100 * response)} %${isAlike ? ', all units alike' : ''}`;
}
