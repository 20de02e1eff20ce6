import type { NameKind } from '../../model/product.ts';
import { readHost } from './hosts.ts';
import { clean } from './text.ts';

/** A line of a bank or card: capitals, and a star or a number as only machines write it. */
const CARD_LINE = /^[^a-z]*$/;
const CARD_SIGN = /\*|\d{4,}|[#]|^(?:PAYPAL|PP|SQ|FS|PADDLE|GOOGLE|AMZN|APPLE|SEPA)\b/;

/** What a name is where its list does not say: an address, a line of a statement, else a name as people write it. */
export function guessNameKind(raw: string): NameKind {
  const text = clean(raw);
  if (!text.includes(' ') && (readHost(text)?.domain ?? null) !== null) return 'domain';
  if (/[A-Z]/.test(text) && CARD_LINE.test(text) && (CARD_SIGN.test(text) || text.split(' ').length > 2))
    return 'expense';
  return CARD_SIGN.test(text) && text.includes('*') ? 'expense' : 'inventory';
}
