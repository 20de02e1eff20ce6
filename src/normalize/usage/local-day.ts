import { DateTime, IANAZone } from 'luxon';

/** Calendar day of an instant in a zone; an unknown zone falls back to the organisation's. */
export type LocalDay = (instant: string, zone: string | null) => string;

export function isKnownZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/** Quarter of an hour of a UTC instant: zone offsets and their changes fall on these, so a day is constant inside one. */
function quarterOf(instant: string): string {
  return `${instant.slice(0, 14)}${Math.floor(Number(instant.slice(14, 16)) / 15)}`;
}

/** METHOD 6a.19: a person-day is a day in the person's own zone, else in the organisation's. */
export function localDays(organisationZone: string): LocalDay {
  const fallback = isKnownZone(organisationZone) ? organisationZone : 'UTC';
  const byZone = new Map<string, { readonly name: string; readonly days: Map<string, string> }>();
  const zoneOf = (zone: string | null) => {
    const asked = zone ?? fallback;
    const known = byZone.get(asked);
    if (known !== undefined) return known;
    const made = { name: isKnownZone(asked) ? asked : fallback, days: new Map<string, string>() };
    byZone.set(asked, made);
    return made;
  };
  return (instant, zone) => {
    const { name, days } = zoneOf(zone);
    const quarter = quarterOf(instant);
    const day = days.get(quarter) ?? DateTime.fromISO(instant, { zone: name }).toFormat('yyyy-MM-dd');
    days.set(quarter, day);
    return day;
  };
}
