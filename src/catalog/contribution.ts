import { stringify } from 'yaml';
import type { NameKind } from '../model/product.ts';
import { textOrder } from '../util/text-order.ts';
import { descriptorText, squash, words } from './match/text.ts';

/** A product that the catalogue lacks, and what is known of it. */
export interface MissingProduct {
  readonly name: string;
  readonly vendor: string;
  /** Raw names seen that may be this product. */
  readonly seen: readonly { readonly kind: NameKind; readonly raw: string }[];
}

/** `Acme Flow` -> `acme-flow`: ids and file names are kebab-case of ASCII letters and digits; empty without any. */
export function kebab(name: string): string {
  return words(name)
    .join('-')
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}

/** One YAML value on one line. */
function inline(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();
}

function rawOf({ seen }: MissingProduct, kinds: readonly NameKind[]): readonly string[] {
  return [...new Set(seen.filter(({ kind }) => kinds.includes(kind)).map(({ raw }) => raw))].sort(textOrder);
}

/** Spellings other than the name itself. */
function aliases(product: MissingProduct): readonly string[] {
  const known = new Set([squash(product.name)]);
  return rawOf(product, ['inventory', 'sso']).filter((raw) => {
    const key = squash(raw);
    if (key === '' || known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function hosts(product: MissingProduct): readonly string[] {
  const bare = rawOf(product, ['domain']).map((raw) =>
    raw
      .trim()
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^www\./, '')
      .replace(/[/?#].*$/, ''),
  );
  return [...new Set(bare)].filter((host) => /^[a-z0-9.-]+\.[a-z]{2,}$/.test(host));
}

/** The name as a card line begins with it, where the lines seen do. */
function patterns(product: MissingProduct): readonly string[] {
  const start = descriptorText(product.name).replace(/[.&]/g, (sign) => `\\${sign}`);
  const reads = (raw: string) => ` ${descriptorText(raw)} `.includes(` ${descriptorText(product.name)} `);
  const isPlain = /^[A-Z0-9]{2}[A-Z0-9 .&\\]*$/.test(start);
  return isPlain && rawOf(product, ['expense']).some(reads) ? [`^${start}(?: |$)`] : [];
}

function seenLines(lines: readonly string[]): readonly string[] {
  return lines.slice(0, 20).map((raw) => `    #   seen: ${raw.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}`);
}

/** A vendor file prefilled with what is known; comments say what each field wants. It is valid once a 3 is given. */
export function contributionText(product: MissingProduct): string {
  const oauth = rawOf(product, ['oauth']).filter((raw) => squash(raw) !== squash(product.name));
  return `${[
    '# Facts about products of one vendor, in your own words. Leave out what you do not know: unknown is better than guessed.',
    '# Nothing that belongs to one company: no names of people, teams, entities or instances.',
    '# Check it with `unsprawl catalog --validate FILE`.',
    `vendor: ${inline(product.vendor)}`,
    '# Names on invoices and in registers.',
    'legal_names: []',
    'products:',
    `  - id: ${kebab(product.name)}`,
    `    name: ${inline(product.name)}`,
    '    # Hosts that belong to this product alone, without https:// and www.',
    `    domains: ${inline(hosts(product))}`,
    '    # Other names that people write for it: abbreviations, editions, spellings.',
    `    aliases: ${inline(aliases(product))}`,
    '    # Earlier names: [{name: Old Name, until: "2021"}].',
    '    former_names: []',
    '    # How card lines begin: upper case, every sign but . and & a space, ^ and a literal word first.',
    ...seenLines(rawOf(product, ['expense'])),
    `    merchant: ${inline(patterns(product))}`,
    '    # Names and ids of its clients in sign-in grants.',
    `    oauth: {names: ${inline(oauth)}}`,
    '    # true where the name is an everyday word, which alone in a card line proves nothing.',
    '    common_word: false',
    '    # Capability: 3 bought for it, 2 full substitute, 1 partial; at least one 3. `unsprawl catalog WORD` shows those of similar products.',
    '    capabilities: {}',
    '    # yes, limited or no: permalinks, threads, search, export, api, version_history, guest_access, works_without_live_session.',
    '    traits: {}',
    '    # true or false; null = not known.',
    '    sso: null',
    '    scim: null',
    '    # seats, usage, ad_spend, one_off or free; null = not known.',
    '    billing_kind: null',
    '    # Only with the page and the day: [{tier: Pro, amount: 12, currency: EUR, unit: user/month, source_url: "https://...", as_of: 2026-01-31}].',
    '    prices: []',
  ].join('\n')}\n`;
}
