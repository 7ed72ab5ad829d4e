export { seededChance } from './chance.ts';
export { nameOfCell, simulationGrid } from './grid.ts';
export { simulateCell } from './simulate-cell.ts';
export type { SimulatedCell, SimulationCell } from './simulate-cell.ts';
export { brokenBounds, calibration, inPerCent, intervals, pooled, shareOf } from './bounds.ts';
export type { ChanceClass } from './bounds.ts';
export { fewestUnitsThatHold } from '../snapshot/method.ts';
