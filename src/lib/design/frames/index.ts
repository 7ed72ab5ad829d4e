export { default as AppFrame } from './AppFrame.svelte';
export { default as PageFrame } from './PageFrame.svelte';
