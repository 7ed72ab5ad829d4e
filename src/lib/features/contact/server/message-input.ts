import { z } from 'zod';

export const contactPersonId = z.uuid('person-missing');
export const messageText = z.string().trim().min(1, 'text-missing').max(4000, 'text-too-long');
