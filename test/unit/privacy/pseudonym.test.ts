import { describe, expect, it } from 'vitest';
import { pseudonymOf } from '../../../src/privacy/pseudonym.ts';

describe('pseudonymOf', () => {
  it('is HMAC-SHA-256, cut to 32 hex digits', () => {
    // RFC 4231, test case 2.
    expect(pseudonymOf('Jefe', 'what do ya want for nothing?')).toBe('p_5bdcc146bf60754e6a042426089575c7');
    expect(pseudonymOf(new TextEncoder().encode('Jefe'), 'what do ya want for nothing?')).toBe(
      'p_5bdcc146bf60754e6a042426089575c7',
    );
  });

  it('does not depend on case or outer space, but on the key', () => {
    expect(pseudonymOf('k', ' Ann@Acme.example ')).toBe(pseudonymOf('k', 'ann@acme.example'));
    expect(pseudonymOf('k', 'ann@acme.example')).not.toBe(pseudonymOf('l', 'ann@acme.example'));
  });
});
