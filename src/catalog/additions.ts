import { catalogueProblems } from './problems.ts';
import type { CatalogueFiles, ProductEntry, VendorFile } from './schema.ts';

/** Path inside a vendor file, such as `['products', 0, 'aliases', 2]`. */
type Path = readonly (string | number)[];

/** Something about a vendor file that only the whole catalogue shows. */
export interface AdditionProblem {
  readonly message: string;
  readonly path: Path;
}

/** What a file of the same vendor says more is added; `replaces` takes products of the same id as corrections. */
function joined(known: VendorFile, added: VendorFile, replaces: boolean): VendorFile {
  const ids = new Set(added.products.map(({ id }) => id));
  const kept = replaces ? known.products.filter(({ id }) => !ids.has(id)) : known.products;
  const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  return {
    ...known,
    legal_names: both(known.legal_names, added.legal_names),
    vendor_only: {
      names: both(known.vendor_only.names, added.vendor_only.names),
      domains: both(known.vendor_only.domains, added.vendor_only.domains),
      merchant: both(known.vendor_only.merchant, added.vendor_only.merchant),
    },
    products: [...kept, ...added.products],
  };
}

/** The catalogue's files with another vendor file; products of a vendor that it knows join that vendor's. */
export function withVendorFile(
  files: CatalogueFiles,
  added: VendorFile,
  { replaces = false }: { readonly replaces?: boolean } = {},
): CatalogueFiles {
  const at = files.vendors.findIndex(({ vendor }) => vendor === added.vendor);
  const known = files.vendors[at];
  if (known === undefined) return { ...files, vendors: [...files.vendors, added] };
  return { ...files, vendors: files.vendors.with(at, joined(known, added, replaces)) };
}

/** First place whose text, or key, is `text`. */
function pathTo(value: unknown, text: string, path: Path = []): Path | null {
  if (value === text) return path;
  if (value === null || typeof value !== 'object') return null;
  const entries = Array.isArray(value) ? value.map((each, at) => [at, each] as const) : Object.entries(value);
  for (const [key, inner] of entries) {
    const found = key === text ? [...path, key] : pathTo(inner, text, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

function mentions(message: string, { id }: ProductEntry): boolean {
  return message.startsWith(`${id}:`) || new RegExp(`product ${id}(?![\\w-])`).test(message);
}

/** The text that a message quotes, in the product that it names; else the product; else the file's first line. */
function placeIn(file: VendorFile, message: string): Path {
  const quoted = /"([^"]+)"/.exec(message)?.[1];
  const at = file.products.findIndex((product) => mentions(message, product));
  const product = file.products[at];
  if (product !== undefined) {
    const inner = quoted === undefined ? null : pathTo(product, quoted);
    return ['products', at, ...(inner ?? ['id'])];
  }
  return (quoted === undefined ? null : pathTo(file, quoted)) ?? [];
}

/**
 * What is wrong with a valid vendor file beside the catalogue: ids, names, domains and patterns that are claimed
 * already, unknown capabilities, dangling suites. The catalogue's own problems are not told again.
 */
export function additionProblems(
  files: CatalogueFiles,
  added: VendorFile,
  options: { readonly replaces?: boolean } = {},
): readonly AdditionProblem[] {
  const before = new Set(catalogueProblems(files));
  return catalogueProblems(withVendorFile(files, added, options))
    .filter((message) => !before.has(message))
    .map((message) => ({ message, path: placeIn(added, message) }));
}
