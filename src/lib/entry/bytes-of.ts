/** What was sent in a file field; nothing when no file was chosen. */
export async function bytesOf(form: FormData, name: string): Promise<Uint8Array> {
  const file = form.get(name);
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}
