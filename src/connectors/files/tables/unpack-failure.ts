/** Why packed bytes were not unpacked. */
export type UnpackReason = 'damaged' | 'too-large';

/** Thrown inside the unpacking of a file or a member of an archive. */
export class UnpackFailure extends Error {
  readonly reason: UnpackReason;

  constructor(reason: UnpackReason) {
    super(reason);
    this.name = 'UnpackFailure';
    this.reason = reason;
  }
}
