import { InputError } from '../errors/audit-error.ts';
import type { Audit } from '../model/audit/audit.ts';
import { editDistance } from '../util/nearest.ts';
import { textOrder } from '../util/text-order.ts';
import type { Explainer, Explanation } from './explain/explanation.ts';
import { explainers } from './explain/registry.ts';

export type { Explanation } from './explain/explanation.ts';

const SUGGESTED = 3;

/**
 * What an id means and where its figure came from, down to rows. `kind:id`, such as `capability:forms`, asks for one kind
 * where several things share an id.
 * @param audit the workspace's last audit, null where there is none (then only methods can be explained)
 * @throws InputError for an id that nothing answers to, with the ids that are nearest
 */
export function explain(id: string, audit: Audit | null): Explanation {
  const found = ask(explainers, id, audit);
  const [first, ...others] = found.length > 0 ? found : askOneKind(id, audit);
  if (first === undefined) throw unknownId(id, audit);
  if (others.length === 0) return first;
  const also = others.map((other) => `\`explain "${other.kind}:${other.id}"\``).join(', ');
  return { ...first, lines: [...first.lines, `Something else has the same name: ${also}.`] };
}

function ask(asked: readonly Explainer[], id: string, audit: Audit | null): readonly Explanation[] {
  return asked.flatMap((explainer) => explainer.explain(id.trim(), audit) ?? []);
}

function askOneKind(id: string, audit: Audit | null): readonly Explanation[] {
  const at = id.indexOf(':');
  const kind = id.slice(0, at).trim().toLowerCase();
  return ask(
    explainers.filter((explainer) => explainer.kind === kind),
    id.slice(at + 1),
    audit,
  );
}

function unknownId(id: string, audit: Audit | null): InputError {
  return new InputError({
    code: 'unknown-id',
    message: `Nothing here is called "${id}".`,
    nextSteps: [
      ...suggestions(id, audit),
      'Use an id from the report: a metric, a signal such as P1.1, a principle such as P2, overall, a finding, a decision, a tool, two tools as a+b, a capability, a team, a source, or savings, annual-cost, rows, integrations, single-source, shadow.',
      ...(audit === null ? ['Run `unsprawl audit` first to explain findings, decisions and tools.'] : []),
    ],
  });
}

/** Ids that hold what was typed, or are at most a third of its letters away. */
function suggestions(id: string, audit: Audit | null): string[] {
  const wanted = id.trim().toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const near = [...new Set(explainers.flatMap((explainer) => explainer.ids(audit)))]
    .map((known) => ({ known, away: distance(wanted, known.toLowerCase(), limit) }))
    .filter(({ away }) => away <= limit)
    .sort((a, b) => a.away - b.away || textOrder(a.known, b.known))
    .slice(0, SUGGESTED);
  return near.length === 0 ? [] : [`Did you mean ${near.map(({ known }) => known).join(', ')}?`];
}

function distance(wanted: string, known: string, limit: number): number {
  if (wanted.length >= 3 && known.includes(wanted)) return limit;
  // The lengths alone say that it is too far; the rest of the work is only done for what may be near.
  return Math.abs(wanted.length - known.length) > limit ? Number.POSITIVE_INFINITY : editDistance(wanted, known);
}
