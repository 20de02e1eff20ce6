import type { FileReading } from '../../src/connectors/files/read-file.ts';
import { readFile } from '../../src/connectors/files/read-file.ts';

/** Pseudonyms that a reader of the test can read. */
export const PORTS = {
  pseudonym: (identifier: string) => `person:${identifier.toLowerCase()}`,
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
};

/** Reads bytes or text as a file that has been imported. */
export function readTable(content: string | Uint8Array, name = 'input.csv'): Promise<FileReading> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readFile({ name, bytes, sourceId: 'file', sha256: null, ports: PORTS });
}
