import { IANAZone } from 'luxon';
import { ZONE_LETTERS } from '../../../util/zone-letters.ts';

/** Shared by places many hours apart: US and China, US and the Philippines, Ireland, India and Israel, and so on. */
const SHARED = new Set(['CST', 'IST', 'BST', 'PST', 'MST', 'AST', 'SST', 'ECT', 'GST', 'WST']);

const OFFSET = /^(?:UTC|GMT)? ?([+-])(\d{1,2})(?::?(\d{2}))?$/i;
/** Farthest from UTC that any clock is. */
const MOST_HOURS = 14;

function offsetZone(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/**
 * The zone that a text names, in a form that luxon takes: `UTC`, `UTC+5:30` or an IANA name. 'ambiguous' for
 * abbreviations that several places share, null where it names none.
 */
export function fixedZone(text: string): string | 'ambiguous' | null {
  const letters = text.toUpperCase();
  const known = ZONE_LETTERS.get(letters);
  if (known !== undefined) return offsetZone(known);
  if (SHARED.has(letters)) return 'ambiguous';
  const offset = OFFSET.exec(text);
  if (offset !== null) {
    const [hours, minutes] = [Number(offset[2]), Number(offset[3] ?? '0')];
    if (hours > MOST_HOURS || minutes > 59) return null;
    return offsetZone((offset[1] === '-' ? -1 : 1) * (hours * 60 + minutes));
  }
  return text.includes('/') && IANAZone.isValidZone(text) ? text : null;
}
