import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../src/catalog/catalogue.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { understand } from '../../../src/pipeline/understand-answer.ts';
import { smallCatalogue } from '../../support/small-catalogue.ts';

const tool = (id: string, name: string, product: string | null) => ({ id, name, product }) as Snapshot['tools'][number];
const context = {
  catalogue: createCatalogue(smallCatalogue()),
  tools: [tool('birch', 'Birch', 'birch'), tool('x-paper-boat', 'Paper Boat', null)],
};

describe('an answer', () => {
  test.each([
    ['birch-tasks', 'birch-tasks'],
    [' birchwood ', 'birch'],
    ['Mapleboard', 'mapleboard'],
    ['not-software', 'not-software'],
    ['Not software', 'not-software'],
    ['in-house', 'internal'],
    ['Platform client', 'platform-client'],
    ['Maple Works', 'mapleboard'], // a company of one product is named where the product is meant
    ['vendor: birch', 'vendor: Birch'],
    ['VENDOR:maple works', 'vendor: Maple Works'],
  ])('"%s" is kept as %s', (answer, is) => {
    expect(understand(answer, context)).toMatchObject({ as: 'name', is });
  });

  test('a merge names a tool that is there: by product, else by the name in use', () => {
    expect(understand('merge: BIRCH', context)).toMatchObject({ as: 'merge', tool: 'birch' });
    expect(understand('merge: paper boat', context)).toMatchObject({ as: 'merge', tool: 'Paper Boat' });
    expect(understand('merge:x-paper-boat', context)).toMatchObject({ as: 'merge', tool: 'Paper Boat' });
  });

  test.each([
    ['Mapelboard', 'product', ['Mapleboard (mapleboard)']],
    ['qzxwvb', 'product', []],
    ['vendor: Brich', 'vendor', ['Birch']],
    ['merge: boat', 'tool', ['Paper Boat']],
    ['merge: Papre Boat', 'tool', ['Paper Boat']],
    ['merge:', 'tool', []],
  ])('"%s" is not understood and says what comes near', (answer, of, nearest) => {
    expect(understand(answer, context)).toMatchObject({ as: 'unclear', of, nearest });
  });
});
