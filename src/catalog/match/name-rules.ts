import type { MatchAnswer, MatchPath, NameKind } from '../../model/product.ts';
import { answerOf, foundAs, reviewOf, without } from './answer.ts';
import { hostTarget, readHost } from './hosts.ts';
import type { Lookup } from './lookup.ts';
import { misspelt } from './misspelling.ts';
import { exact, inside, leading } from './phrases.ts';
import { bracketed, type Reading, readings } from './readings.ts';
import { firstAnswer, type Rule, stepsOf } from './rule.ts';
import type { ProductTarget, RejectionTarget, Target } from './target.ts';
import { clean, isIdentifier, squash, words } from './text.ts';

/** Everything a rule may look at for one raw name of an inventory, sign-on or grant. */
interface Question {
  readonly lookup: Lookup;
  readonly kind: NameKind;
  readonly raw: string;
  readonly words: readonly string[];
}

const MOST_STRIPPED = 6;

/** `Mail merge for Gmail`: what follows is where the unknown thing plugs in. */
const PLUGS_INTO = /^(?:for|in|on|with|from|via|to)$/;

/** `Slack Connect` may be Slack; an everyday word at the head of a longer phrase is an everyday word. */
const MOST_BESIDE_COMMON = 2;

function clientId({ lookup, raw }: Question): MatchAnswer | undefined {
  const target = lookup.clients.get(raw.trim().toLowerCase());
  if (target === undefined) return undefined;
  return answerOf(target, { rule: 'client-id', reason: foundAs(target), confidence: 0.98 });
}

function wholeName({ lookup, kind, words: all }: Question): MatchAnswer | undefined {
  const target = exact(lookup, kind, all);
  if (target === undefined) return undefined;
  return answerOf(target, {
    rule: target.is === 'rejection' ? 'negative' : 'alias',
    reason: foundAs(target),
    confidence: 0.97,
  });
}

const IN_HOUSE_WAYS = [
  'in-?house|home-?grown|self-?built|custom[- ]built|own development|internal tool|custom app',
  '(?:built|written) by (?:us|our|the|IT|\\w+ team)',
  'outil interne|d[eé]v\\w*\\.? (?:maison|interne)|selbst ?(?:entwickelt|gebaut)|zelf ?gebouwd|egenutvecklad',
  'desarrollo propio|sviluppo interno',
];
const IN_HOUSE = new RegExp(`\\b(?:${IN_HOUSE_WAYS.join('|')})(?!\\p{L})`, 'iu');

/** `customers.acme.com (ssh)`, `in-house portal`: the organisation built or runs it itself. */
function inHouse({ lookup, raw }: Question): MatchAnswer | undefined {
  const said = [...bracketed(raw).flatMap(words), words(clean(raw))[0] ?? ''].find((word) =>
    lookup.words.inHouse.has(word),
  );
  const open = IN_HOUSE.exec(raw)?.[0];
  const word = said ?? open;
  if (word === undefined) return undefined;
  return without('internal', { rule: 'in-house', reason: `"${word}" says that it is run in-house`, confidence: 0.8 });
}

const FOREIGN_CLIENT =
  /\.apps\.googleusercontent\.com$|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|^Iv\d+\.[0-9a-f]{16}$|^[IO]v23[0-9a-z]{16}$/i;

/** An id tells the client to the provider alone: what is not in the catalogue is nobody's yet. */
function unknownClient({ raw }: Question): MatchAnswer | undefined {
  if (!FOREIGN_CLIENT.test(raw.trim())) return undefined;
  return without('unknown', {
    rule: 'client-id',
    reason: 'the id of a client that is not in the catalogue',
    confidence: 0,
  });
}

/** A host in a list of tools: a product's own address, else a machine of the organisation. */
function hostName({ lookup, kind, raw }: Question): MatchAnswer | undefined {
  const host = readHost(clean(raw).split(' ', 1)[0] ?? '');
  if (host === undefined || host.domain === null) return undefined;
  const isMachine = host.labels.some((label) => lookup.words.environment.has(label) || lookup.words.inHouse.has(label));
  const target = hostTarget(lookup, kind, host);
  if (target !== undefined && !isMachine) {
    return answerOf(target, { rule: 'domain', reason: foundAs(target), confidence: 0.95 });
  }
  if (host.labels.length === 0) return undefined;
  const reason = 'a host name of the organisation, not a product';
  return without('internal', { rule: 'in-house-host', reason, confidence: isMachine ? 0.8 : 0.6 });
}

interface Stripped {
  readonly target: Target;
  readonly removed: readonly string[];
}

/** Takes editions, environments, regions and teams off the end, then off the front, until a name is left. */
function strip({ lookup, kind }: Question, all: readonly string[]): Stripped | undefined {
  const isFiller = (word: string | undefined) =>
    word !== undefined && (lookup.words.filler.has(word) || isIdentifier(word));
  for (let front = 0; front <= MOST_STRIPPED && front < all.length; front += 1) {
    if (front > 0 && !isFiller(all[front - 1])) return undefined;
    for (let end = all.length; end > front && all.length - end <= MOST_STRIPPED; end -= 1) {
      if (end < all.length && !isFiller(all[end])) break;
      const target = exact(lookup, kind, all.slice(front, end));
      if (target !== undefined) return { target, removed: [...all.slice(0, front), ...all.slice(end)] };
    }
  }
  return undefined;
}

/** `Sandbox` and `SANDBOX` are one environment; the names of teams and entities stay as written. */
function spelled({ words: lists }: Lookup, instance: string): string {
  const marks = words(instance);
  return marks.every((word) => lists.environment.has(word) || lists.region.has(word)) ? marks.join(' ') : instance;
}

function instanceOf({ lookup }: Question, read: Reading, removed: readonly string[]): string | null {
  const marks = removed.filter((word) => lookup.words.environment.has(word) || lookup.words.region.has(word));
  const named =
    read.instance === null || lookup.names.has(squash(read.instance)) ? [] : [spelled(lookup, read.instance)];
  const all = [...named, ...(marks.length === 0 ? [] : [marks.join(' ')])];
  return all.length === 0 ? null : all.join(', ');
}

/** A reading that loses nothing (brackets apart, vendor and product turned round) and is a name as it stands. */
function readName(question: Question): MatchAnswer | undefined {
  const { lookup, kind } = question;
  for (const read of readings(question.raw, kind)) {
    const target = read.weight === 1 ? exact(lookup, kind, words(read.text)) : undefined;
    if (target === undefined) continue;
    const instance = instanceOf(question, read, []);
    const rule = target.is === 'rejection' ? 'negative' : instance === null ? 'alias' : 'alias-instance';
    return answerOf(target, { rule, reason: foundAs(target), confidence: 0.95, instance });
  }
  return undefined;
}

/** `Asana, Trello` in one row: two products, which a person has to tell apart. */
function severalNames({ lookup, kind, raw }: Question): MatchAnswer | undefined {
  const parts = clean(raw).split(/\s*[,+/&;]\s*|\s+(?:and|und|et)\s+/i);
  const targets = parts.map((part) => exact(lookup, kind, words(part))).filter((target) => target?.is === 'product');
  const ids = new Set(targets.map((target) => target.product.id));
  if (ids.size < 2 || targets.length < parts.length) return undefined;
  return reviewOf(targets, { rule: 'several-names', reason: `names ${ids.size} products in one row`, confidence: 0.5 });
}

/** `(own)`, `(people)`: an everyday or very short word in brackets says something about the tool, not which it is. */
function isChance(target: Target, read: Reading): boolean {
  return (
    read.weight < 0.8 &&
    (target.is === 'product' ? !isTelling(target) : target.is === 'vendor' && target.text.length < 5)
  );
}

/** Each reading of the name in turn, with filler words taken off. */
function plainName(question: Question): MatchAnswer | undefined {
  for (const read of readings(question.raw, question.kind)) {
    const found = strip(question, words(read.text));
    if (found === undefined || isChance(found.target, read)) continue;
    const { target, removed } = found;
    const apart = removed.length === 0 ? '' : ` ("${removed.join(' ')}" set aside)`;
    const note = read.note === '' ? '' : `; ${read.note}`;
    return answerOf(target, {
      rule: target.is === 'rejection' ? 'negative' : 'alias-instance',
      reason: `${foundAs(target)}${apart}${note}`,
      confidence: Math.round((removed.length === 0 ? 0.95 : 0.92) * read.weight * 100) / 100,
      instance: instanceOf(question, read, removed),
    });
  }
  return undefined;
}

/** A list of tools may well hold `Concur Travel`; beside an everyday word a trade is a trade. */
function tradeName({ lookup, kind, words: all }: Question): MatchAnswer | undefined {
  const word = all.find((candidate) => lookup.words.trade.has(candidate));
  if (word === undefined) return undefined;
  const target = leading(lookup, kind, all)?.target;
  if (target?.is === 'product' && isTelling(target)) return undefined;
  return without('not-software', { rule: 'negative', reason: `"${word}" is no software trade`, confidence: 0.75 });
}

/** Everyday words and very short names prove nothing next to words that are not known. */
function isTelling(target: ProductTarget): boolean {
  return !target.common && target.text.length >= 5;
}

/** `Ubuntu 22.04 LTS`, `Firefox ESR`: a platform stays one with its version behind it. */
function versionOf(target: RejectionTarget, rest: readonly string[], rule: string): MatchAnswer | undefined {
  if (target.status !== 'platform-client' || rule !== 'leading-name' || rest.length > MOST_BESIDE_COMMON + 1)
    return undefined;
  return answerOf(target, { rule: 'negative', reason: foundAs(target), confidence: 0.7 });
}

function weighed(question: Question, target: Target, rest: readonly string[], rule: string): MatchAnswer | undefined {
  const known = rest.every((word) => question.lookup.words.filler.has(word) || isIdentifier(word));
  const reason = `${foundAs(target)}; "${rest.join(' ')}" is not known`;
  const goods = rest.find((word) => question.lookup.words.shop.has(word));
  if (target.is === 'rejection') return versionOf(target, rest, rule);
  if (target.is === 'product' && target.common && goods !== undefined) {
    return without('not-software', {
      rule: 'negative',
      reason: `"${goods}" points to goods or courses`,
      confidence: 0.7,
    });
  }
  const other = rest.find((word) => question.lookup.words.occasion.has(word));
  if (other !== undefined && rule === 'leading-name') {
    return without('not-software', {
      rule: 'negative',
      reason: `"${other}" points to a thing or a service`,
      confidence: 0.65,
    });
  }
  if (target.is === 'vendor') return answerOf(target, { rule, reason, confidence: 0.7 });
  if (known) return answerOf(target, { rule, reason: foundAs(target), confidence: 0.85, instance: rest.join(' ') });
  const isFew = question.kind === 'inventory' && !target.common && target.text.length >= 4 && rest.length <= 2;
  if (rule === 'leading-name' && (isTelling(target) || isFew))
    return answerOf(target, { rule, reason, confidence: 0.7 });
  const open = rest.filter((word) => !question.lookup.words.filler.has(word) && !isIdentifier(word));
  const isOfIt = open.every((word) => question.lookup.words.object.has(word));
  if (rule === 'leading-name' && isOfIt) return answerOf(target, { rule, reason, confidence: 0.75 });
  if (target.common && (rule === 'inside-name' || open.length > MOST_BESIDE_COMMON)) return undefined;
  return reviewOf([target], { rule, reason, confidence: target.common ? 0.4 : 0.5 });
}

/** `Grafana dashboards of the shop team`: begins with a name that is known. */
function leadingName(question: Question): MatchAnswer | undefined {
  const { lookup, kind, words: all } = question;
  const full = all[0] === 'ms' ? leading(lookup, kind, ['microsoft', ...all.slice(1)]) : undefined;
  const short = leading(lookup, kind, all);
  const phrase = full !== undefined && full.after.length < (short?.after.length ?? Infinity) ? full : short;
  return phrase === undefined ? undefined : weighed(question, phrase.target, phrase.after, 'leading-name');
}

/** `Support crew Calendly`: holds a name that is known. */
function insideName(question: Question): MatchAnswer | undefined {
  const phrase = inside(question.lookup, question.kind, question.words);
  if (phrase === undefined || PLUGS_INTO.test(phrase.before.at(-1) ?? '')) return undefined;
  return weighed(question, phrase.target, [...phrase.before, ...phrase.after], 'inside-name');
}

/** `billing-sync-prod`, `svc-calendar@acme`, `Untitled project`: what only the organisation itself names so. */
const MACHINE =
  /^(?:svc|srv|app|bot|sa)[-_][\w.@-]+$|^[a-z0-9]+(?:[-_][a-z0-9]+)+$|^[a-z0-9-]+-(?:svc|service|worker|backend|frontend)\b|^(?:untitled|my) project\b|^copy of\b|\b(?:internal|intranet|intern|eigenbau|bespoke|macro|cron ?job|(?<![</])script)\b/i;

function machineName({ lookup, raw, words: all }: Question): MatchAnswer | undefined {
  const text = clean(raw);
  if (!MACHINE.test(text)) return undefined;
  const isMarked = /[-_]/.test(text) && !text.includes(' ');
  if (
    isMarked &&
    all.length < 3 &&
    !all.some((word) => lookup.words.environment.has(word)) &&
    !/^(?:svc|srv|sa)/i.test(text)
  )
    return undefined;
  return without('internal', {
    rule: 'own-name',
    reason: 'written as only the organisation itself names its own things',
    confidence: 0.6,
  });
}

/** People mistype; machines do not. A long name one letter off is that name, a shorter one is for a person. */
const LONG_ENOUGH = 9;

function nearest({ lookup, kind, raw, words: all }: Question): { target: ProductTarget; isLong: boolean } | undefined {
  if (kind !== 'inventory') return undefined;
  const bare = all.filter((word, at) => at === 0 || !(lookup.words.filler.has(word) || isIdentifier(word)));
  const keys = [
    ...[...readings(raw, kind)].filter(({ weight }) => weight >= 0.95).map(({ text }) => squash(text)),
    bare.join(''),
  ];
  for (const key of keys) {
    const target = misspelt(lookup, key);
    if (target !== undefined) return { target, isLong: key.length >= LONG_ENOUGH && !target.common };
  }
  return undefined;
}

function slip(question: Question): MatchAnswer | undefined {
  const near = nearest(question);
  if (near === undefined || !near.isLong) return undefined;
  return answerOf(near.target, {
    rule: 'misspelling',
    reason: `one letter away from "${near.target.text}"`,
    confidence: 0.7,
  });
}

function nearName(question: Question): MatchAnswer | undefined {
  const near = nearest(question);
  if (near === undefined) return undefined;
  return reviewOf([near.target], {
    rule: 'near-name',
    reason: `one letter away from "${near.target.text}"`,
    confidence: 0.5,
  });
}

/** In order of how much each rule proves; the first that answers wins. */
const RULES: readonly Rule<Question>[] = [
  { id: 'client-id', looksFor: 'the id of an OAuth client or application', ask: clientId },
  { id: 'unknown-client-id', looksFor: 'the form of a client id', ask: unknownClient },
  { id: 'whole-name', looksFor: 'the whole text as a name, alias, former name or rejection', ask: wholeName },
  { id: 'in-house', looksFor: 'words that say it is run in-house', ask: inHouse },
  { id: 'host-name', looksFor: 'a host name', ask: hostName },
  { id: 'read-name', looksFor: 'a name once brackets are set aside or vendor and product turned round', ask: readName },
  { id: 'several-names', looksFor: 'two products in one row', ask: severalNames },
  { id: 'plain-name', looksFor: 'a name once editions, environments, regions and teams are set aside', ask: plainName },
  { id: 'trade', looksFor: 'a word of another trade', ask: tradeName },
  { id: 'misspelling', looksFor: 'a long name that is one letter away', ask: slip },
  { id: 'leading-name', looksFor: 'a name at the beginning', ask: leadingName },
  { id: 'near-name', looksFor: 'a shorter name that is one letter away', ask: nearName },
  { id: 'own-name', looksFor: 'the way in which an organisation names its own services and scripts', ask: machineName },
  { id: 'inside-name', looksFor: 'a name further on', ask: insideName },
];

const NONE = without('unknown', { rule: 'none', reason: 'no entry of the catalogue has this name', confidence: 0 });

function questionOf(lookup: Lookup, kind: NameKind, raw: string): Question {
  return { lookup, kind, raw, words: words(clean(raw)) };
}

/** Answers names of inventories, sign-on labels and grants. */
export function resolveName(lookup: Lookup, kind: NameKind, raw: string): MatchAnswer {
  return firstAnswer(RULES, questionOf(lookup, kind, raw), NONE);
}

/** The path of `resolveName`. */
export function nameSteps(lookup: Lookup, kind: NameKind, raw: string): Pick<MatchPath, 'read' | 'steps'> {
  const question = questionOf(lookup, kind, raw);
  const others = [...readings(raw, kind)].slice(1).map(({ text, instance }) => ({
    what: 'also read as',
    text: instance === null ? text : `${text} (instance: ${instance})`,
  }));
  return { read: [{ what: 'words', text: question.words.join(' ') }, ...others], steps: stepsOf(RULES, question) };
}
