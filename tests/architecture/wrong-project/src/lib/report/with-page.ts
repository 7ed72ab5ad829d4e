import Bad from '../features/lopsided/ui/Bad.svelte';

export const page = Bad;
