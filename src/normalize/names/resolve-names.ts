import type { RawTool } from '../../model/observation.ts';
import type { Decisions } from '../../model/policy.ts';
import type { Catalogue, MatchAnswer, NameKind, Product } from '../../model/product.ts';
import { mergesOf } from './merges.ts';
import { slug } from './slug.ts';

/** What a raw name stands for, should a tool be made of it. */
export interface ToolIdentity {
  readonly id: string;
  readonly name: string;
  readonly product: string | null;
  readonly entry: Product | null;
  readonly vendor: string | null;
  readonly instance: string | null;
  readonly formerName: string | null;
}

/**
 * named: certainly a tool. open: the matcher leaves it to a person; a tool only where the observation proves one.
 * none: no tool at all (not software, or a client of a platform).
 */
export type Resolution =
  | { readonly is: 'named'; readonly identity: ToolIdentity }
  | { readonly is: 'open'; readonly identity: ToolIdentity; readonly answer: MatchAnswer }
  | { readonly is: 'none' };

export type Resolve = (raw: RawTool) => Resolution;

/** `Payroll Portal (Sandbox)` with instance `sandbox` is `Payroll Portal`: environment copies never become tools. */
function withoutInstance(raw: string, instance: string | null): string {
  if (instance === null) return raw.trim();
  const at = raw.toLowerCase().lastIndexOf(instance.toLowerCase());
  if (at < 0) return raw.trim();
  const rest = `${raw.slice(0, at)}${raw.slice(at + instance.length)}`;
  const bare = rest.replace(/[([{]\s*[)\]}]/g, ' ').replace(/^[\s\-–—:|/_,]+|[\s\-–—:|/_,]+$/g, '');
  return bare.replace(/\s+/g, ' ').trim() || raw.trim();
}

function ownTool(name: string, answer: Pick<MatchAnswer, 'vendor' | 'instance' | 'formerName'>): ToolIdentity {
  const { vendor, instance, formerName } = answer;
  return { id: `x-${slug(name)}`, name, product: null, entry: null, vendor, instance, formerName };
}

function productTool(catalogue: Catalogue, answer: MatchAnswer, id: string): ToolIdentity {
  const entry = catalogue.product(id) ?? null;
  const { instance, formerName } = answer;
  const vendor = entry?.vendor ?? answer.vendor;
  return { id, name: entry?.name ?? answer.productName ?? id, product: id, entry, vendor, instance, formerName };
}

function byAnswer(catalogue: Catalogue, raw: string, answer: MatchAnswer): Resolution {
  switch (answer.status) {
    case 'matched':
      if (answer.product === null) break;
      return { is: 'named', identity: productTool(catalogue, answer, answer.product) };
    case 'internal':
      return { is: 'named', identity: ownTool(withoutInstance(raw, answer.instance), answer) };
    case 'not-software':
    case 'platform-client':
      return { is: 'none' };
    default:
      break;
  }
  return { is: 'open', identity: ownTool(withoutInstance(raw, answer.instance), answer), answer };
}

/** The tool of a merge is a product id, a name of the catalogue, or a name of the client's own. */
function mergeTarget(catalogue: Catalogue, tool: string, answer: MatchAnswer): ToolIdentity {
  if (catalogue.product(tool) !== undefined) return productTool(catalogue, answer, tool);
  const target = catalogue.resolve('inventory', tool);
  if (target.status === 'matched' && target.product !== null) return productTool(catalogue, answer, target.product);
  return ownTool(tool.trim(), { ...answer, vendor: null });
}

/** Each distinct (kind, name) is asked once. Merges win over the catalogue; answers to names are already in it. */
export function resolveNames(catalogue: Catalogue, decisions: Pick<Decisions, 'merges'>): Resolve {
  const mergedInto = mergesOf(decisions.merges);
  const known = new Map<NameKind, Map<string, Resolution>>();
  const ask = ({ name, nameKind }: RawTool): Resolution => {
    const answer = catalogue.resolve(nameKind, name);
    const tool =
      mergedInto(name) ??
      (answer.productName === null ? undefined : mergedInto(answer.productName)) ??
      (answer.product === null ? undefined : mergedInto(answer.product));
    if (tool !== undefined) return { is: 'named', identity: mergeTarget(catalogue, tool, answer) };
    return byAnswer(catalogue, name, answer);
  };
  return (raw) => {
    const names = known.get(raw.nameKind) ?? new Map<string, Resolution>();
    known.set(raw.nameKind, names);
    const found = names.get(raw.name) ?? ask(raw);
    names.set(raw.name, found);
    return found;
  };
}
