import type { FileProfile, ProfileMeta } from '../profile.ts';
import { type Binding, bindColumns } from './bind.ts';

export interface Fit {
  readonly profile: FileProfile;
  readonly binding: Binding;
}

export type Recognition =
  | { readonly kind: 'recognised'; readonly fit: Fit }
  | { readonly kind: 'tie'; readonly fits: readonly Fit[] }
  | { readonly kind: 'doubled'; readonly fit: Fit }
  | { readonly kind: 'unknown' };

function requiredOf(meta: ProfileMeta): number {
  return meta.columns.filter(({ required }) => required).length;
}

function fits(meta: ProfileMeta, binding: Binding): boolean {
  if (binding.missing.length > 0) return false;
  const saysEnough = meta.oneOf === undefined || meta.oneOf.some((name) => binding.positions.has(name));
  return saysEnough || (binding.unused.length === 0 && binding.positions.size === requiredOf(meta));
}

/** More columns explained first, then more columns demanded; equal in both is a tie. */
function compare(a: Fit, b: Fit): number {
  return b.binding.positions.size - a.binding.positions.size || requiredOf(b.profile.meta) - requiredOf(a.profile.meta);
}

/** Which profile a header belongs to. Nothing is guessed: no fit, or two that fit alike, is for a person to settle. */
export function recognise(header: readonly string[], profiles: readonly FileProfile[]): Recognition {
  const found = profiles
    .map((profile) => ({ profile, binding: bindColumns(header, profile.meta) }))
    .filter(({ profile, binding }) => fits(profile.meta, binding))
    .sort(compare);
  const [best, next] = found;
  if (best === undefined) return { kind: 'unknown' };
  if (next !== undefined && compare(best, next) === 0) {
    return { kind: 'tie', fits: found.filter((fit) => compare(best, fit) === 0) };
  }
  return best.binding.doubled.length > 0 ? { kind: 'doubled', fit: best } : { kind: 'recognised', fit: best };
}
