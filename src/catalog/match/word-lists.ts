import type { DescriptorsFile } from '../schema.ts';

type Words = DescriptorsFile['words'];

/** The word lists of `descriptors.yaml` as sets, and the unions that the rules ask for. */
export interface WordLists {
  readonly trade: ReadonlySet<string>;
  readonly shop: ReadonlySet<string>;
  readonly occasion: ReadonlySet<string>;
  readonly dictionary: ReadonlySet<string>;
  readonly plan: ReadonlySet<string>;
  readonly environment: ReadonlySet<string>;
  readonly region: ReadonlySet<string>;
  readonly connector: ReadonlySet<string>;
  readonly inHouse: ReadonlySet<string>;
  readonly genericHost: ReadonlySet<string>;
  readonly productHost: ReadonlySet<string>;
  readonly legalForm: ReadonlySet<string>;
  /** What a tool is made of: `Miro boards` is Miro. */
  readonly object: ReadonlySet<string>;
  readonly rail: ReadonlySet<string>;
  /** Words that say nothing about which product it is. */
  readonly filler: ReadonlySet<string>;
  /** Second tokens that tell a product from an everyday word in an expense line. */
  readonly support: ReadonlySet<string>;
  /** Words of a name that mark one instance of a product: environment, region or team. */
  readonly instance: ReadonlySet<string>;
}

export function wordLists({ words, rail_words }: DescriptorsFile): WordLists {
  const union = (...lists: (keyof Words)[]) => new Set(lists.flatMap((list) => words[list]));
  return {
    trade: new Set(words.trade),
    shop: new Set(words.shop),
    occasion: new Set(words.occasion),
    dictionary: new Set(words.dictionary),
    plan: new Set(words.plan),
    environment: new Set(words.environment),
    region: new Set(words.region),
    connector: new Set(words.connector),
    inHouse: new Set(words.in_house),
    genericHost: new Set(words.generic_host),
    productHost: new Set(words.product_host),
    legalForm: new Set(words.legal_form),
    object: new Set(words.object),
    rail: new Set(rail_words),
    filler: union('plan', 'billing', 'legal_form', 'environment', 'region', 'place', 'group', 'connector'),
    support: union('plan'),
    instance: union('environment', 'region', 'group'),
  };
}
