import { LineCounter, parseDocument } from 'yaml';
import { nearest } from '../util/nearest.ts';
import { firstSentence, lineOf, placeOf, type YamlPath } from '../util/yaml-place.ts';
import { additionProblems } from './additions.ts';
import { type CatalogueFiles, VendorFile } from './schema.ts';

/** One mistake of a vendor file; `row` is the line, `field` the path in dots. */
export interface VendorFileProblem {
  readonly message: string;
  readonly row?: number;
  readonly field?: string;
}

export interface CheckedVendorFile {
  readonly vendor: string | null;
  readonly products: readonly string[];
  /** Ids that the catalogue has of this vendor: the file is taken for their correction. */
  readonly corrects: readonly string[];
  /** In the order of the file's shape, then of the catalogue's rules; empty = valid. */
  readonly problems: readonly VendorFileProblem[];
}

/** The same with what would help: who holds it already, or what comes near. */
function explained(message: string, files: CatalogueFiles): string {
  const quoted = /"([^"]+)"/.exec(message)?.[1] ?? '';
  if (message.includes('unknown capability')) {
    return `${message}; the nearest is "${nearest(quoted, Object.keys(files.capabilities.capabilities)) ?? ''}"`;
  }
  if (!message.endsWith('stands twice')) return message;
  const holder = files.vendors.flatMap(({ vendor, products }) =>
    products
      .filter(({ id, merchant }) => id === quoted || merchant.includes(quoted))
      .map(({ name }) => `${name} of ${vendor}`),
  )[0];
  return holder === undefined ? message : `${message}: the catalogue has it for ${holder}`;
}

/** Checks the text of one vendor file against the schema, then beside the whole catalogue. Every mistake is told. */
export function checkVendorFile(text: string, files: CatalogueFiles): CheckedVendorFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const nothing = { vendor: null, products: [], corrects: [] };
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      message: `no valid YAML: ${firstSentence(message)}`,
      row: counter.linePos(pos[0]).line,
    }));
    return { ...nothing, problems };
  }
  const problem = (message: string, path: YamlPath): VendorFileProblem => {
    const row = lineOf(document, counter, path);
    return {
      message,
      ...(row === undefined ? {} : { row }),
      ...(path.length === 0 ? {} : { field: path.map(String).join('.') }),
    };
  };
  const read = VendorFile.safeParse(document.toJS());
  if (!read.success) {
    return { ...nothing, problems: read.error.issues.map((issue) => problem(issue.message, placeOf(issue))) };
  }
  const known = files.vendors.find(({ vendor }) => vendor === read.data.vendor)?.products.map(({ id }) => id) ?? [];
  const ids = read.data.products.map(({ id }) => id);
  return {
    vendor: read.data.vendor,
    products: ids,
    corrects: ids.filter((id) => known.includes(id)),
    problems: additionProblems(files, read.data, { replaces: true }).map(({ message, path }) =>
      problem(explained(message, files), path),
    ),
  };
}
