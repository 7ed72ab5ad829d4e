/** Every page is finished on the server: no page carries framework script. */
export const csr = false;
