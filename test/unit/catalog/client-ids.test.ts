import { describe, expect, test } from 'vitest';
import { catalogueDirectory, loadCatalogue } from '../../../src/catalog/load.ts';
import { catalogueProblems } from '../../../src/catalog/problems.ts';
import { readCatalogueYaml } from '../../../src/catalog/read-yaml.ts';
import { type CatalogueFiles, DescriptorsFile, VendorFile } from '../../../src/catalog/schema.ts';

const files = readCatalogueYaml(catalogueDirectory());
const catalogue = loadCatalogue();
const products = files.vendors.flatMap((file) => file.products);
const rejected = files.descriptors.rejections.flatMap(({ clients }) => clients);
const CHROME = '77185425430.apps.googleusercontent.com';

/** What ids of clients look like at Entra, Google and GitHub (app, OAuth app, older OAuth app). */
const FORMS = [
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
  /^\d+(?:-[0-9a-z]{32})?\.apps\.googleusercontent\.com$/,
  /^Iv1\.[0-9a-f]{16}$/,
  /^[IO]v23[0-9A-Za-z]{16}$/,
  /^[0-9a-f]{20}$/,
];

describe('ids of OAuth clients', () => {
  test.each([
    ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', 'microsoft-teams'],
    ['5E3CE6C0-2B1F-4285-8D4B-75EE78787346', 'microsoft-teams'],
    ['00000003-0000-0ff1-ce00-000000000000', 'sharepoint'],
    ['2d4d3d8e-2be3-4bef-9f87-7875a61c29de', 'microsoft-onenote'],
    ['c44b4083-3bb0-49c1-b47d-974e53cbdf3c', 'microsoft-azure'],
    ['aebc6443-996d-45c2-90f0-388ff96faa56', 'visual-studio-code'],
    ['e0476654-c1d5-430b-ab80-70cbd947616a', 'chatgpt'],
    ['32555940559.apps.googleusercontent.com', 'google-cloud-platform'],
    ['Iv1.b507a08c87ecfe98', 'github-copilot'],
    ['178c6fc778ccc68e1d6a', 'github'],
  ])('%s is a client of %s', (id, product) => {
    expect(catalogue.resolve('oauth', id)).toMatchObject({ status: 'matched', product, rule: 'client-id' });
  });

  test.each([
    ['Windows sign-in', '38aa3b87-a06d-4817-b275-7a316988d93b'],
    ['the authentication broker', '29d9ed98-a469-4536-ade2-f981bc1d605e'],
    ['the Azure command line', '04b07795-8ddb-461a-bbee-02f9e1bf7b46'],
    ['accounts of an iPhone', 'f8d98a96-0999-43f5-8af3-69971c7bb423'],
    ['Thunderbird at Entra', '9e5f94bc-e8a4-4e73-b8be-63364c29d753'],
    ['Thunderbird at Google', '406964657835-aq8lmia8j95dhl1a2bvharmfk3t1hgqj.apps.googleusercontent.com'],
    ['Chrome', CHROME],
  ])('%s is a platform, not a product', (_what, id) => {
    const answer = catalogue.resolve('oauth', id);
    expect(answer).toMatchObject({ status: 'platform-client', product: null, rule: 'client-id' });
  });

  test('that nobody knows stay unknown', () => {
    for (const id of ['0f0f0f0f-0000-4000-8000-0f0f0f0f0f0f', '1-x.apps.googleusercontent.com', 'Iv23liABCDEFGHIJKLMN'])
      expect(catalogue.resolve('oauth', id)).toMatchObject({ status: 'unknown', rule: 'client-id' });
  });

  test('are each of a known form and stand once', () => {
    const ids = [...products.flatMap(({ oauth }) => [...oauth.client_ids, ...oauth.entra_app_ids]), ...rejected];
    expect(ids.filter((id) => !FORMS.some((form) => form.test(id)))).toEqual([]);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
  });
});

function withProduct(oauth: object): CatalogueFiles {
  const product = { id: 'planted', name: 'Planted Tool', capabilities: { wiki: 3 }, oauth };
  return {
    ...files,
    vendors: [...files.vendors, VendorFile.parse({ vendor: 'Planted Vendor', products: [product] })],
  };
}

describe('a client id claimed twice is found', () => {
  test('by two products, and by a product and a platform', () => {
    const taken = withProduct({ client_ids: [CHROME], entra_app_ids: ['1FEC8E78-BCE4-4AAF-AB1B-5451CC387264'] });
    expect(catalogueProblems(taken)).toEqual([
      '"1FEC8E78-BCE4-4AAF-AB1B-5451CC387264" names product microsoft-teams and product planted',
      `"${CHROME}" names product planted and rejection "an operating system, browser or mail client"`,
    ]);
  });

  test('an Entra id is a GUID; a rejection without clients has none', () => {
    expect(() => withProduct({ entra_app_ids: ['teams'] })).toThrow();
    const rejections = [{ status: 'not-software', reason: 'goods', names: ['Goods'] }];
    expect(DescriptorsFile.parse({ ...files.descriptors, rejections }).rejections[0]?.clients).toEqual([]);
  });
});
