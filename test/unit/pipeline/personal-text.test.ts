import { expect, test } from 'vitest';
import { holdsAddress, withoutAddresses } from '../../../src/pipeline/personal-text.ts';

test.each([
  ['jo@acme.example', true],
  ['bill of <jo.b+x@mail.acme.example>', true],
  ['Meet @ noon. Then', false],
  ['@mention in chat.app', false],
  ['a@b', false],
])('"%s"', (text, is) => expect(holdsAddress(text)).toBe(is));

test('addresses are left out, the rest stays', () => {
  expect(withoutAddresses('bill of <jo@acme.example>, not @home')).toBe('bill of <(address)>, not @home');
});
