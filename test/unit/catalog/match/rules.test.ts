import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../../src/catalog/catalogue.ts';
import type { CatalogueFiles } from '../../../../src/catalog/schema.ts';
import { CatalogueFiles as Files } from '../../../../src/catalog/schema.ts';

const NO_WORDS = {
  trade: ['bakery', 'coffee'],
  shop: ['course', 'shop'],
  occasion: ['arena', 'events'],
  dictionary: ['lantern'],
  plan: ['pro', 'plan', 'enterprise'],
  billing: ['monthly', 'invoice', 'account'],
  legal_form: ['inc', 'ltd'],
  environment: ['sandbox', 'staging'],
  region: ['emea', 'us'],
  place: ['london'],
  group: ['support', 'team'],
  connector: ['saml', 'for', 'addon'],
  in_house: ['ssh', 'internal'],
  object: ['boards'],
  generic_host: ['wiki'],
  product_host: ['tracklane'],
};

/** A small catalogue of invented names: what is tested is the rules, not the products. */
const files: CatalogueFiles = Files.parse({
  capabilities: {
    version: 1,
    domains: { work: { name: 'Work' } },
    capabilities: { task_tracking: { domain: 'work', name: 'Tasks', def: 'Items', mode: 'async', one_home: 'strong' } },
  },
  vendors: [
    {
      vendor: 'Tracklane',
      legal_names: ['Tracklane Software Ltd'],
      products: [
        {
          id: 'tracklane',
          name: 'Tracklane',
          domains: ['tracklane.com', 'docs.bigsoft.com'],
          former_names: [{ name: 'Ticketpath', until: '2020' }],
          capabilities: { task_tracking: 3 },
        },
      ],
    },
    {
      vendor: 'Sunday Labs',
      products: [
        {
          id: 'sunday',
          name: 'Sunday',
          domains: ['sunday.app'],
          legal_names: ['Sunday Labs Inc'],
          merchant: ['^SUNDAY W[0-9]{6,}'],
          common_word: true,
          capabilities: { task_tracking: 3 },
        },
      ],
    },
    { vendor: 'Passer', products: [{ id: 'passer', name: 'Passer', capabilities: { task_tracking: 3 } }] },
    {
      vendor: 'Bigsoft',
      vendor_only: { domains: ['bigsoft.com'] },
      products: [
        { id: 'bigsoft-presenter', name: 'Bigsoft Presenter', capabilities: { task_tracking: 3 } },
        { id: 'bigsoft-calculator', name: 'Bigsoft Calculator', capabilities: { task_tracking: 3 } },
      ],
    },
  ],
  descriptors: {
    version: 1,
    rail_words: ['card', 'purchase'],
    carriers: [
      { name: 'Till', acts: 'till', match: ['^TL '] },
      { name: 'Wallet', acts: 'wallet', match: ['^WALLET(?= |$)'] },
      { name: 'Reselling', acts: 'merchant-of-record', match: ['^MOR(?= |$)'] },
      { name: 'Passer', acts: 'wallet', match: ['^PSSR'] },
    ],
    fused: [{ carrier: 'Reselling', prefix: 'MOR' }],
    rejections: [
      { status: 'platform-client', reason: 'a browser', kinds: ['oauth'], names: ['Window'] },
      { status: 'not-software', reason: 'a hotel', names: ['Tracklane Inn'], merchant: ['^SUNDAY LANE'] },
    ],
    words: NO_WORDS,
  },
});
const catalogue = createCatalogue(files);

function expense(raw: string): string {
  const { status, product, vendor } = catalogue.resolve('expense', raw);
  return product ?? (status === 'vendor-only' ? `vendor ${vendor}` : status);
}

describe('expense lines', () => {
  test.each([
    ['TRACKLANE', 'tracklane'],
    ['CARD PURCHASE 0312 TRACKLANE 4410293', 'tracklane'],
    ['WALLET *TRACKLANE', 'tracklane'],
    ['WALLET', 'review'],
    ['WALLET *MOR', 'review'],
    ['MOR *TRACKLANE LONDON', 'tracklane'],
    ['MOR *ZZTOP', 'review'],
    // A merchant of record sells software only, which is the second token.
    ['MOR *SUNDAY 881', 'sunday'],
    ['WALLET *SUNDAY 881', 'review'],
    ['WALLET *4410293 LONDON', 'review'],
    ['TL *TRACKLANE', 'not-software'],
    ['TRACKLANE INN', 'not-software'],
    ['TRACKLANE BAKERY', 'not-software'],
    ['HTTPS://WWW.TRACKLANE.COM/BILL', 'tracklane'],
    ['TRACKLANE.C', 'tracklane'],
    ['TRACKLANE COM', 'tracklane'],
    ['TRACKLANE8841203', 'tracklane'],
    ['TRACKLANE SOFTW', 'tracklane'],
    ['TICKETPATH INC', 'tracklane'],
    ['BIGSOFT', 'vendor Bigsoft'],
    ['BIGSOFT PRESENTE', 'bigsoft-presenter'],
    ['SUNDAY', 'review'],
    ['SUNDAY MONTHLY INVOICE', 'review'],
    ['SUNDAY PRO PLAN', 'sunday'],
    ['SUNDAY W123456', 'sunday'],
    ['SUNDAY LABS INC', 'sunday'],
    ['SUNDAY.APP', 'sunday'],
    ['SUNDAY ROAST CO', 'unknown'],
    ['SUNDAY LANE 12', 'not-software'],
    ['SUNDAY COFFEE', 'not-software'],
    ['ALPHA SHOP', 'not-software'],
    // A trading name behind that of the company; an everyday one needs the company to be its own.
    ['PAPERCLIP INC DBA TRACKLANE', 'tracklane'],
    ['SUNDAY LABS INC DBA SUNDAY', 'sunday'],
    ['PAPERCLIP INC DBA SUNDAY', 'unknown'],
    // The company further on is a second token.
    ['SUNDAY TICKETPATH', 'review'],
    ['SUNDAY BY SUNDAY LABS LONDON', 'sunday'],
    // Company, legal form, product.
    ['PAPERCLIP INC TRACKLANE', 'tracklane'],
    ['PAPERCLIP INC SUNDAY', 'unknown'],
    // The vendor first, then which of its products; or whose app a store sold.
    ['BIGSOFT LTD BIGSOFT CALCULATOR', 'bigsoft-calculator'],
    ['BIGSOFT *TRACKLANE', 'tracklane'],
    ['BIGSOFT *SUNDAY', 'vendor Bigsoft'],
    // A charge as the vendor writes it, with another trade behind it.
    ['SUNDAY W123456 BAKERY', 'not-software'],
    ['PAPERCLIP TRACKLANE', 'review'],
    // One word with words that nobody knows may be anybody's; an event or a place is none of the product's.
    ['TRACKLANE KAYAKING', 'review'],
    ['TRACKLANE ARENA', 'not-software'],
    ['BIGSOFT EVENTS 2026', 'not-software'],
    // The star was lost without leaving a space.
    ['TRACKLANEB5Y7X85', 'tracklane'],
    ['TRACKLANEINVOICE', 'tracklane'],
    ['TRACKLANEGARTEN', 'unknown'],
    ['TRACKLANEX.COM', 'unknown'],
    ['BIGSOFTTRACKLANE', 'unknown'],
    ['MORTRACKLANE', 'tracklane'],
    ['MORGENPOST VERLAG', 'unknown'],
    ['PASSER', 'review'],
    ['TRACKLANE SOFTW 88123', 'tracklane'],
    ['QXZ', 'unknown'],
    ['', 'unknown'],
  ])('%j is %s', (raw, expected) => {
    expect(expense(raw)).toBe(expected);
  });

  test('answers with the rule and the reason', () => {
    expect(catalogue.resolve('expense', 'TICKETPATH')).toEqual({
      status: 'matched',
      product: 'tracklane',
      productName: 'Tracklane',
      vendor: 'Tracklane',
      confidence: 0.93,
      rule: 'alias',
      reason: '"Ticketpath" is a former name of Tracklane',
      candidates: [],
      instance: null,
      formerName: 'Ticketpath',
    });
  });

  test('offers the everyday word as a candidate, without a product', () => {
    const answer = catalogue.resolve('expense', 'SUNDAY');
    expect(answer).toMatchObject({ status: 'review', product: null, vendor: null, rule: 'common-word' });
    expect(answer.candidates).toEqual([{ product: 'sunday', name: 'Sunday', confidence: 0.5 }]);
  });
});

describe('names of inventories, sign-on and grants', () => {
  test.each([
    ['inventory', 'Track Lane', 'tracklane', null],
    ['inventory', '🚀 TRACKLANE', 'tracklane', null],
    ['inventory', 'Tracklane Enterprise', 'tracklane', null],
    ['inventory', 'Tracklane Sandbox', 'tracklane', 'sandbox'],
    ['inventory', 'Tracklane (SANDBOX)', 'tracklane', 'sandbox'],
    ['inventory', 'Staging-Tracklane', 'tracklane', 'staging'],
    ['inventory', 'Tracklane (Acme GmbH)', 'tracklane', 'Acme GmbH'],
    ['inventory', 'Tracklane - EMEA', 'tracklane', 'emea'],
    ['inventory', 'Support Team Tracklane Account', 'tracklane', null],
    ['inventory', 'Laneworks (formerly Ticketpath)', 'tracklane', null],
    ['inventory', 'Presenter, Bigsoft', 'bigsoft-presenter', null],
    ['inventory', 'Sunday', 'sunday', null],
    ['inventory', 'Tracklane for the design crew', 'tracklane', 'the design crew'],
    ['sso', 'Tracklane SAML (Sandbox)', 'tracklane', 'sandbox'],
    ['oauth', 'Tracklane for Bigsoft', 'tracklane', null],
    ['oauth', 'Tracklane Addon', 'tracklane', null],
    ['inventory', 'Tracklane Whatever Thing', 'tracklane', null],
    // One letter left out, added, changed, swapped.
    ['inventory', 'Trackklane', 'tracklane', null],
    ['inventory', 'Tracklene', 'tracklane', null],
    ['inventory', 'Tracklnae', 'tracklane', null],
    ['inventory', 'Sunday boards', 'sunday', null],
    ['inventory', 'Tracklane Coffee', 'tracklane', null],
  ] as const)('%s %j is %s, instance %s', (kind, raw, product, instance) => {
    expect(catalogue.resolve(kind, raw)).toMatchObject({ status: 'matched', product, instance });
  });

  test.each([
    ['inventory', 'Bigsoft', 'vendor-only'],
    ['inventory', 'Bigsoft Dreamer', 'vendor-only'],
    ['inventory', 'Sunday Coffee', 'not-software'],
    ['inventory', 'Sunday painting course', 'not-software'],
    ['inventory', 'Sunday Riders', 'review'],
    ['inventory', 'Tracklane, Sunday', 'review'],
    ['oauth', 'Mail merge for Tracklane', 'unknown'],
    ['inventory', 'Our tale of one Sunday in May', 'unknown'],
    ['inventory', 'console.acme.org (ssh)', 'internal'],
    ['inventory', 'staging.acme.org', 'internal'],
    ['inventory', 'Reporting portal (in-house)', 'internal'],
    ['oauth', 'Window', 'platform-client'],
    ['oauth', 'Window 22.04 LTS', 'platform-client'],
    // Too short to tell a slip from another name; machines do not mistype; two letters are another name.
    ['inventory', 'Traclane', 'review'],
    ['sso', 'Trackklane', 'unknown'],
    ['inventory', 'Trakklene', 'unknown'],
    ['oauth', '8c1f0b77-41de-4c5e-9e0b-6d2f7a19c3e4', 'unknown'],
    ['oauth', '918273645500-qpx7m3kd92hf.apps.googleusercontent.com', 'unknown'],
    ['oauth', 'billing-export-prod', 'internal'],
    ['oauth', 'Untitled project', 'internal'],
    ['inventory', 'Internal release board', 'internal'],
    ['inventory', 'Laneworks (sunday)', 'unknown'],
    ['inventory', 'Window', 'unknown'],
    ['sso', '', 'unknown'],
  ] as const)('%s %j is %s', (kind, raw, status) => {
    expect(catalogue.resolve(kind, raw)).toMatchObject({ status, product: null });
  });
});

describe('domains', () => {
  test.each([
    ['acme.tracklane.com', 'matched', 'tracklane'],
    ['https://www.tracklane.com/login?x=1', 'matched', 'tracklane'],
    ['docs.bigsoft.com', 'matched', 'tracklane'],
    ['mail.bigsoft.com', 'vendor-only', null],
    ['tracklane.acme.org', 'matched', 'tracklane'],
    ['wiki.acme.org', 'review', null],
    ['sunday.acme.org', 'review', null],
    ['acme.org', 'unknown', null],
    ['files.acme.local', 'internal', null],
    ['10.0.0.7', 'internal', null],
    ['not a domain', 'unknown', null],
  ])('%s is %s', (raw, status, product) => {
    expect(catalogue.resolve('domain', raw)).toMatchObject({ status, product });
  });
});

describe('the path of an answer', () => {
  test('tells what was read and every rule up to the one that answered', () => {
    const path = catalogue.path('expense', 'WALLET *TICKETPATH 4410293');
    expect(path.read).toEqual([
      { what: 'carrier (wallet)', text: 'Wallet' },
      { what: 'seller', text: 'TICKETPATH 4410293' },
    ]);
    expect(path.steps.at(-1)).toMatchObject({ rule: 'leading-name', answered: true });
    expect(path.steps.slice(0, -1).every(({ answered }) => !answered)).toBe(true);
    expect(path.answer).toEqual(catalogue.resolve('expense', 'WALLET *TICKETPATH 4410293'));
  });

  test('asks every rule where none answers', () => {
    for (const kind of ['expense', 'inventory', 'domain'] as const) {
      const { steps, answer } = catalogue.path(kind, 'qzx.example-nowhere.com');
      expect(answer.product).toBeNull();
      expect(steps.length).toBeGreaterThan(2);
    }
  });
});
