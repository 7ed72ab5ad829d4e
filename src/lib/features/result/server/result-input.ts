import { z } from 'zod';

export const ofScan = z.object({ scanId: z.uuid('scan-unknown') });
