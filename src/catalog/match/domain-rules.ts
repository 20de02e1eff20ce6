import type { MatchAnswer } from '../../model/product.ts';
import { answerOf, foundAs, reviewOf, without } from './answer.ts';
import { type Host, hostTarget, readHost } from './hosts.ts';
import type { Lookup } from './lookup.ts';
import { clean, squash } from './text.ts';

const PRIVATE_ENDING = /\.(?:local|localhost|internal|intranet|corp|lan|home|test|example|invalid)$/;
const PRIVATE_ADDRESS = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;

function isPrivate(host: Host): boolean {
  return PRIVATE_ENDING.test(host.name) || (host.isAddress && PRIVATE_ADDRESS.test(host.name));
}

/** `jira.acme.com`: the organisation's own host named after the product that answers there. */
function vanity(lookup: Lookup, host: Host): MatchAnswer | undefined {
  const label = host.labels[0];
  if (label === undefined) return undefined;
  if (lookup.words.genericHost.has(label)) {
    const reason = `"${label}" is a name that organisations give to many products; a person knows which one answers here`;
    return without('review', { rule: 'vanity-host', reason, confidence: 0.3 });
  }
  const target = lookup.names.get(squash(label));
  if (target?.is !== 'product') return undefined;
  const ground = { rule: 'vanity-host', reason: `the host is named after ${target.product.name}`, confidence: 0.7 };
  if (lookup.words.productHost.has(label)) return answerOf(target, ground);
  return reviewOf([target], { ...ground, confidence: 0.4 });
}

/** Answers a domain or an address of a page. */
export function resolveHost(lookup: Lookup, host: Host): MatchAnswer {
  const target = hostTarget(lookup, 'domain', host);
  if (target !== undefined) return answerOf(target, { rule: 'domain', reason: foundAs(target), confidence: 0.95 });
  if (isPrivate(host)) {
    return without('internal', { rule: 'private-host', reason: 'a host of a private network', confidence: 0.9 });
  }
  const named = vanity(lookup, host);
  if (named !== undefined) return named;
  return without('unknown', {
    rule: 'none',
    reason: `no product is known at ${host.domain ?? host.name}`,
    confidence: 0,
  });
}

/** Answers text of the kind `domain`. */
export function resolveDomain(lookup: Lookup, raw: string): MatchAnswer {
  const host = readHost(clean(raw));
  if (host !== undefined) return resolveHost(lookup, host);
  return without('unknown', { rule: 'none', reason: 'not a domain or an address', confidence: 0 });
}
