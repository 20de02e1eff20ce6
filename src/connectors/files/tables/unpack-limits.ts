const MB = 1024 * 1024;

/** Bytes that one compressed file or one member of an archive may unpack to. */
export const MAX_UNPACKED_BYTES = 256 * MB;
/** Bytes that all members of an archive may unpack to together. */
export const MAX_ARCHIVE_BYTES = 1024 * MB;
export const MAX_MEMBERS = 1000;
/** Exports shrink to a tenth, logs to a fiftieth; beyond this a file is made to blow up. Small files may repeat more. */
const MAX_RATIO = 250;
const RATIO_FREE_BYTES = 4 * MB;

/** Bytes that `packed` bytes may unpack to. */
export function unpackLimit(packed: number): number {
  return Math.min(MAX_UNPACKED_BYTES, Math.max(RATIO_FREE_BYTES, packed * MAX_RATIO));
}
