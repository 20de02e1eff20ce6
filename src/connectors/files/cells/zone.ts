import { IANAZone } from 'luxon';

/** Minutes east of UTC. Abbreviations that mean one offset wherever they are written in exports. */
const OFFSETS: ReadonlyMap<string, number> = new Map([
  ['Z', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['UT', 0],
  ['WET', 0],
  ['WEST', 60],
  ['CET', 60],
  ['MEZ', 60],
  ['CEST', 120],
  ['MESZ', 120],
  ['EET', 120],
  ['SAST', 120],
  ['EEST', 180],
  ['MSK', 180],
  ['SGT', 480],
  ['HKT', 480],
  ['JST', 540],
  ['AEST', 600],
  ['AEDT', 660],
  ['NZST', 720],
  ['NZDT', 780],
  ['EST', -300],
  ['EDT', -240],
  ['CDT', -300],
  ['MDT', -360],
  ['PDT', -420],
  ['AKST', -540],
  ['AKDT', -480],
]);

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
  const known = OFFSETS.get(letters);
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
