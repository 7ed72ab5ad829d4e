export { default as ChangeList } from './ChangeList.svelte';
export { default as GaugeRow } from './GaugeRow.svelte';
export { default as ItemClasses } from './ItemClasses.svelte';
export { default as Peilschaal } from './Peilschaal.svelte';
export { default as Verkaveling } from './Verkaveling.svelte';
