import type { Capability } from '../model/capability.ts';
import type { Decisions } from '../model/policy.ts';
import type { Catalogue, MatchAnswer, MatchPath, NameKind, Product } from '../model/product.ts';
import { withDecisions } from './decisions.ts';
import { domainSteps, resolveDomain } from './match/domain-rules.ts';
import { expenseSteps, resolveExpense } from './match/expense-rules.ts';
import { buildLookup, type Lookup } from './match/lookup.ts';
import { nameSteps, resolveName } from './match/name-rules.ts';
import { words } from './match/text.ts';
import { toCapabilities, toProducts } from './product-view.ts';
import type { CatalogueFiles, ProductEntry } from './schema.ts';

/** The catalogue with what only its own stage needs: the list for searching, and each entry in full. */
export interface ProductCatalogue extends Catalogue {
  /** In order of vendor file, then of standing in the file. */
  readonly products: readonly Product[];
  /** The entry as written, with prices, legal names and status. */
  readonly entry: (id: string) => ProductEntry | undefined;
  /** The product that a text names exactly (id, name, alias or former name). */
  readonly named: (text: string) => Product | undefined;
  /** The way to an answer, rule by rule. */
  readonly path: (kind: NameKind, raw: string) => MatchPath;
  readonly vendors: readonly string[];
  readonly capabilities: readonly Capability[];
}

function answer(lookup: Lookup, kind: NameKind, raw: string): MatchAnswer {
  if (kind === 'expense') return resolveExpense(lookup, raw);
  return kind === 'domain' ? resolveDomain(lookup, raw) : resolveName(lookup, kind, raw);
}

function steps(lookup: Lookup, kind: NameKind, raw: string): Pick<MatchPath, 'read' | 'steps'> {
  if (kind === 'expense') return expenseSteps(lookup, raw);
  return kind === 'domain' ? domainSteps(lookup, raw) : nameSteps(lookup, kind, raw);
}

/** The catalogue over files that were read and validated. `decisions` of people win over every rule. */
export function createCatalogue(files: CatalogueFiles, decisions: Decisions['names'] = []): ProductCatalogue {
  const products = toProducts(files.vendors);
  const byId = new Map(products.map((product) => [product.id, product]));
  const entries = new Map(files.vendors.flatMap((file) => file.products).map((entry) => [entry.id, entry]));
  const lookup = buildLookup(files);
  const named = (text: string) => {
    const target = lookup.names.get(words(text).join(''));
    return byId.get(text) ?? (target?.is === 'product' ? byId.get(target.product.id) : undefined);
  };
  const catalogue: ProductCatalogue = {
    capabilities: toCapabilities(files.capabilities),
    products,
    vendors: files.vendors.map((file) => file.vendor),
    product: (id) => byId.get(id),
    entry: (id) => entries.get(id),
    named,
    resolve: (kind, raw) => answer(lookup, kind, raw),
    path: (kind, raw) => ({ kind, raw, ...steps(lookup, kind, raw), answer: answer(lookup, kind, raw) }),
  };
  return decisions.length === 0 ? catalogue : withDecisions(catalogue, decisions);
}
