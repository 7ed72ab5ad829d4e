/** A form's text fields; a name that was sent more than once, or that ends in `[]`, becomes a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export function fieldsOf(form: FormData): Fields {
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === 'string');
    if (name.endsWith('[]')) fields[name.slice(0, -2)] = values;
    else if (values.length > 1) fields[name] = values;
    else if (values[0] !== undefined) fields[name] = values[0];
  }
  return fields;
}
