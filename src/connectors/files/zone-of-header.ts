import { fixedZone } from './cells/zone.ts';

/** The zone that a column's name says its times are in, such as `Date (UTC)`; null = none. */
export function zoneOfHeader(name: string): string | null {
  const bracketed = /[([]([^()[\]]{1,40})[)\]]\s*$/.exec(name)?.[1];
  const last = /[\s_-](UTC|GMT)$/i.exec(name)?.[1];
  const written = bracketed ?? last;
  if (written === undefined) return null;
  const zone = fixedZone(written.trim());
  return zone === 'ambiguous' ? null : zone;
}
