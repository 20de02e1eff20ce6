import { describe, expect, it } from 'vitest';
import { withoutPersons } from '../../../src/privacy/personal-marks.ts';

describe('withoutPersons', () => {
  it('leaves out addresses and pseudonyms in texts and keys, the same everywhere', () => {
    const document = {
      owner: 'Ask jane.doe@acme.example, please.',
      'x-zoom jane.doe@acme.example': [`p_${'0a'.repeat(16)}`, 'Zoom <max@sub.acme.example>;ops@acme.example'],
      count: 3,
      nothing: null,
    };
    expect(withoutPersons(document)).toEqual({
      owner: 'Ask (address), please.',
      'x-zoom (address)': ['(person)', 'Zoom <(address)>;(address)'],
      count: 3,
      nothing: null,
    });
  });

  it('leaves what only looks like one', () => {
    const texts = ['A @ B', '@slack', 'p_and_l', '100 @ 5.00', 'npm @scope/name'];
    expect(withoutPersons(texts)).toEqual(texts);
  });

  it('takes no longer than the text is long', () => {
    const text = `${'a'.repeat(200_000)}@${'b.'.repeat(100_000)}`;
    const start = performance.now();
    withoutPersons(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
