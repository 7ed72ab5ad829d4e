import type { ServerLoad } from '@sveltejs/kit';
import en from '../../../../docs/for-the-works-council.en.md?raw';
import nl from '../../../../docs/for-the-works-council.nl.md?raw';

/** The document in docs/, as a page: one text for who reads the product and who reads the program. */
export const load: ServerLoad = ({ locals }) => ({ text: { nl, en }[locals.language] });
