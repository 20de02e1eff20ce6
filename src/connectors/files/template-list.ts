import type { Column, ProfileMeta } from './profile.ts';
import { profiles } from './profiles/registry.ts';

/** A profile that people may fill in, and the columns that its empty file has. */
export interface Template {
  readonly file: string;
  readonly meta: ProfileMeta;
  readonly columns: readonly Column[];
}

/** In the order of DESIGN 6. */
export function templates(): readonly Template[] {
  return profiles.flatMap(({ meta }) =>
    meta.template === undefined
      ? []
      : [{ file: meta.template, meta, columns: meta.columns.filter(({ extra }) => extra !== true) }],
  );
}
