import type { AsyncTraits, Capability } from '../model/capability.ts';
import type { Product } from '../model/product.ts';
import type { CapabilitiesFile, ProductEntry, VendorFile } from './schema.ts';

/** The taxonomy as the stages see it, in the order of the file. */
export function toCapabilities(file: CapabilitiesFile): readonly Capability[] {
  return Object.entries(file.capabilities).map(([id, { name, def, domain, mode, one_home }]) => ({
    id,
    name,
    definition: def,
    domain,
    mode,
    oneHome: one_home,
  }));
}

function toTraits(traits: ProductEntry['traits']): AsyncTraits {
  const { version_history, guest_access, works_without_live_session, ...same } = traits;
  const named = {
    ...same,
    versionHistory: version_history,
    guestAccess: guest_access,
    worksWithoutLiveSession: works_without_live_session,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

function toProduct(entry: ProductEntry, vendor: string, members: readonly string[]): Product {
  return {
    id: entry.id,
    name: entry.name,
    vendor,
    aliases: entry.aliases,
    formerNames: entry.former_names.map((former) => former.name),
    domains: entry.domains,
    suite: entry.suite,
    members: [...members],
    capabilities: entry.capabilities,
    traits: toTraits(entry.traits),
    sso: entry.sso,
    scim: entry.scim,
    billingKind: entry.billing_kind,
  };
}

/** Products as the stages see them. The members of a suite are those that name it, in the order of the files. */
export function toProducts(vendors: readonly VendorFile[]): readonly Product[] {
  const members = new Map<string, string[]>();
  for (const { id, suite } of vendors.flatMap((file) => file.products)) {
    if (suite !== null) members.set(suite, [...(members.get(suite) ?? []), id]);
  }
  return vendors.flatMap((file) =>
    file.products.map((entry) => toProduct(entry, file.vendor, members.get(entry.id) ?? [])),
  );
}
