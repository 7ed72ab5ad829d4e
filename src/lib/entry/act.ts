import { error, fail } from '@sveltejs/kit';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { fieldsOf } from '#lib/platform/form/index.ts';
import type { Fields, FormAnswer } from '#lib/platform/form/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';

/** A form action: runs the command with the form's fields; a refusal comes back on the page with what was typed. */
export async function act<Result>(
  event: RequestEvent,
  work: (fields: Fields, form: FormData) => Promise<Result>,
): Promise<Result | ActionFailure<FormAnswer>> {
  const form = await event.request.formData();
  const fields = fieldsOf(form);
  try {
    return await work(fields, form);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { password: _password, ...typed } = fields;
    return fail(refusal.status, { sentence: refusal.message, field: refusal.field, typed });
  }
}

/** A page's question: a refusal becomes the error page with its sentence and status. */
export async function ask<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (refusal) {
    if (refusal instanceof Refusal) error(refusal.status, refusal.message);
    throw refusal;
  }
}
