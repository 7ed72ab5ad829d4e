import type { ZodType } from 'zod';
import { Refusal } from '../refusal/index.ts';

/**
 * Reads a command's input. What doesn't fit is refused with the sentence of its first fault: the
 * schema's own messages are keys of the feature's messages.
 */
export function read<Output>(
  schema: ZodType<Output>,
  input: unknown,
  sayFault: (key: string) => string | undefined,
): Output {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fault = result.error.issues[0];
  const field = fault?.path[0];
  throw new Refusal(
    422,
    sayFault(fault?.message ?? '') ?? sayFault('input-unclear') ?? 'Invalid input',
    field?.toString(),
  );
}
