/** Thrown inside the reader process: one sentence about the file, for people. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';
}
