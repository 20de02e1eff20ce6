import type { MatchAnswer, MatchPath } from '../../model/product.ts';
import { answerOf, foundAs, reviewOf, without } from './answer.ts';
import { type Host, hostTarget, readHost } from './hosts.ts';
import type { Lookup } from './lookup.ts';
import { firstAnswer, type Rule, stepsOf } from './rule.ts';
import { clean, squash } from './text.ts';

interface Question {
  readonly lookup: Lookup;
  readonly host: Host;
}

/** Letters of a name that is told from others by itself. */
const SHORTEST_BRAND = 7;

const PRIVATE_ENDING = /\.(?:local|localhost|internal|intranet|corp|lan|home|test|example|invalid)$/;
const PRIVATE_ADDRESS = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;

function isPrivate(host: Host): boolean {
  return PRIVATE_ENDING.test(host.name) || (host.isAddress && PRIVATE_ADDRESS.test(host.name));
}

/** `jira.acme.com`: the organisation's own host named after the product that answers there. */
function vanity({ lookup, host }: Question): MatchAnswer | undefined {
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

function knownHost({ lookup, host }: Question): MatchAnswer | undefined {
  const target = hostTarget(lookup, 'domain', host);
  return target && answerOf(target, { rule: 'domain', reason: foundAs(target), confidence: 0.95 });
}

function privateHost({ host }: Question): MatchAnswer | undefined {
  if (!isPrivate(host)) return undefined;
  return without('internal', { rule: 'private-host', reason: 'a host of a private network', confidence: 0.9 });
}

/** `app.tracklane.eu`: the product's name under another ending, which most vendors hold as well. */
function brandDomain({ lookup, host }: Question): MatchAnswer | undefined {
  const label = host.domain?.split('.', 1)[0] ?? '';
  const target = label.length < SHORTEST_BRAND ? undefined : lookup.names.get(squash(label));
  if (target?.is !== 'product' || target.common || target.source === 'legal') return undefined;
  const reason = `the domain bears the name of ${target.product.name}`;
  return answerOf(target, { rule: 'brand-domain', reason, confidence: 0.75 });
}

/** In order of how much each rule proves; the first that answers wins. */
const RULES: readonly Rule<Question>[] = [
  { id: 'domain', looksFor: 'the host, with its path, or a parent of it', ask: knownHost },
  { id: 'private-host', looksFor: 'a private network', ask: privateHost },
  { id: 'brand-domain', looksFor: 'the name of a product under another ending', ask: brandDomain },
  { id: 'vanity-host', looksFor: 'a product after which the organisation named its own host', ask: vanity },
];

const THIS_MACHINE = /^(?:https?:\/\/)?localhost(?=$|[:/])/i;
const LOCAL = without('internal', { rule: 'private-host', reason: 'the machine itself', confidence: 0.9 });
const NO_HOST = without('unknown', { rule: 'none', reason: 'not a domain or an address', confidence: 0 });

function noneAt({ domain, name }: Host): MatchAnswer {
  return without('unknown', { rule: 'none', reason: `no product is known at ${domain ?? name}`, confidence: 0 });
}

/** Answers text of the kind `domain`. */
export function resolveDomain(lookup: Lookup, raw: string): MatchAnswer {
  const host = readHost(clean(raw));
  if (host === undefined) return THIS_MACHINE.test(clean(raw)) ? LOCAL : NO_HOST;
  return firstAnswer(RULES, { lookup, host }, noneAt(host));
}

/** The path of `resolveDomain`. */
export function domainSteps(lookup: Lookup, raw: string): Pick<MatchPath, 'read' | 'steps'> {
  const host = readHost(clean(raw));
  if (host === undefined) return { read: [], steps: [] };
  const path = host.path === '' ? [] : [{ what: 'path', text: host.path }];
  return {
    read: [{ what: 'host', text: host.name }, { what: 'registered domain', text: host.domain ?? 'none' }, ...path],
    steps: stepsOf(RULES, { lookup, host }),
  };
}
