import type { FileProfile } from '../profile.ts';
import { headerKey } from './header-key.ts';

/** Share of the required columns that must stand under their own names. */
const LEAST_SHARE = 0.6;
/** Columns that hardly any other export has, of which the file must have this many. */
const LEAST_TELLING = 2;
/** Variants of one vendor's export share their names. */
const MOST_OWNERS = 2;

function namesOf({ meta }: FileProfile): ReadonlySet<string> {
  return new Set(
    meta.columns.flatMap(({ name, synonyms = [], hints = [] }) => [name, ...synonyms, ...hints].map(headerKey)),
  );
}

/**
 * Exports of vendors that a header nearly is: most required columns under their own names, and enough that other
 * exports do not have. So a column that the vendor has renamed or dropped does not turn the export into a stranger.
 */
export function nearMisses(header: readonly string[], profiles: readonly FileProfile[]): readonly FileProfile[] {
  const present = new Set(header.map(headerKey));
  const known = profiles.map((profile) => ({ profile, names: namesOf(profile) }));
  const isTelling = (key: string): boolean => {
    const owners = known.filter(({ names }) => names.has(key));
    return owners.length <= MOST_OWNERS && owners.every(({ profile }) => profile.meta.template === undefined);
  };
  return profiles.filter(({ meta }) => {
    if (meta.template !== undefined) return false;
    const own = meta.columns.map(({ name, synonyms = [], required }) => ({
      required,
      key: [name, ...synonyms].map(headerKey).find((key) => present.has(key)),
    }));
    const required = own.filter((column) => column.required);
    const found = required.filter(({ key }) => key !== undefined).length;
    const telling = own.filter(({ key }) => key !== undefined && isTelling(key)).length;
    return found >= LEAST_SHARE * required.length && telling >= LEAST_TELLING;
  });
}
