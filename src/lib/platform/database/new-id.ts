import { randomUUID } from 'node:crypto';

/** A random id (UUID version 4): it says nothing about when a row was made. */
export const newId = (): string => randomUUID();
