import type { Audit } from '../../model/audit/audit.ts';
import type { Evidence } from '../../model/evidence.ts';

/** What an id can stand for; `kind:id` asks for one of them where several share an id. */
export type ExplanationKind =
  | 'metric'
  | 'signal'
  | 'construct'
  | 'overall'
  | 'sensitivity'
  | 'finding'
  | 'decision'
  | 'group'
  | 'plan'
  | 'tool'
  | 'pair'
  | 'capability'
  | 'figure'
  | 'integrations'
  | 'single-source'
  | 'shadow'
  | 'team'
  | 'legacy-trait'
  | 'fragmentation'
  | 'message-noise'
  | 'source'
  | 'gap'
  | 'transition'
  | 'change'
  | 'not-assessed';

/** One number that a formula used; null = not known, text where it is withheld. */
export interface Input {
  readonly name: string;
  readonly value: number | string | null;
}

/** Plain sentences about one id, its figures in this audit, and the rows it rests on. */
export interface Explanation {
  readonly id: string;
  readonly kind: ExplanationKind;
  readonly title: string;
  readonly lines: readonly string[];
  readonly evidence: readonly { readonly file: string; readonly row: number | null }[];
  readonly inputs?: readonly Input[];
}

/** One kind of id. Figures come from the published document, so what is withheld there cannot be told here. */
export interface Explainer {
  readonly kind: ExplanationKind;
  /** Every id that it answers to; `audit` null = there is none, then only methods can be explained. */
  readonly ids: (audit: Audit | null) => readonly string[];
  /** null = no such id. */
  readonly explain: (id: string, audit: Audit | null) => Explanation | null;
}

export function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** An explainer of things that only an audit holds. */
export function fromAudit(
  kind: ExplanationKind,
  ids: (audit: Audit) => readonly string[],
  explain: (id: string, audit: Audit) => Explanation | null,
): Explainer {
  return {
    kind,
    ids: (audit) => (audit === null ? [] : ids(audit)),
    explain: (id, audit) => (audit === null ? null : explain(id, audit)),
  };
}

/** Rows by the name of their file, each once. */
export function located(audit: Audit | null, evidence: readonly Evidence[]): Explanation['evidence'] {
  const files = new Map((audit?.sources ?? []).map((source) => [source.id, source.file ?? source.title]));
  const places = evidence.map(({ source, row }) => ({ file: files.get(source) ?? source, row }));
  return [...new Map(places.map((place) => [`${place.file}\n${place.row}`, place])).values()];
}

/** Files that supply one of the sections, as a whole. */
export function filesOf(audit: Audit, sections: readonly string[]): Explanation['evidence'] {
  const files = audit.sources.filter(({ provides }) => provides.some((section) => sections.includes(section)));
  return located(
    audit,
    files.map(({ id }) => ({ source: id, row: null })),
  );
}

/** Name of a tool by its id; the id where it is none. */
export function toolName({ tools }: Pick<Audit, 'tools'>, id: string): string {
  return tools.find((tool) => tool.id === id)?.name ?? id;
}
