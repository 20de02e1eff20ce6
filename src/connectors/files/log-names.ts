import type { PersonRef } from '../../model/observation.ts';
import { CellProblem, readIdentifier, readText } from './cells/cell.ts';
import { personOf, type ReadPorts } from './row-reader.ts';

function orNull<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof CellProblem) return null;
    throw thrown;
  }
}

/** The person behind a distinct text of a log; null where it names nobody. */
export function personNamed(text: string, ports: Pick<ReadPorts, 'pseudonym'>): PersonRef | null {
  const identifier = orNull(() => readIdentifier(text));
  return identifier === null ? null : personOf(identifier, ports);
}

/** The tool behind a distinct text of a log; null where it names none. */
export function toolNamed(text: string): string | null {
  return orNull(() => readText(text));
}
