import type { OpenName } from '../model/reconciliation.ts';

/** What a line typed at a question asks for. */
export type Typed =
  | { readonly does: 'later' }
  | { readonly does: 'stop' }
  | { readonly does: 'help' }
  | { readonly does: 'search'; readonly word: string }
  /** `m` or `v` alone: which one has still to be said. */
  | { readonly does: 'ask'; readonly verb: 'merge' | 'vendor' }
  | { readonly does: 'answer'; readonly answer: string; readonly reason: string | undefined };

const LETTERS: Readonly<Record<string, string>> = { n: 'not-software', p: 'platform-client', i: 'internal' };

/** `monday # the invoice says so` -> answer and reason. */
function parts(line: string): { readonly text: string; readonly reason: string | undefined } {
  const at = line.indexOf(' # ');
  if (at < 0) return { text: line.trim(), reason: undefined };
  const reason = line.slice(at + 3).trim();
  return { text: line.slice(0, at).trim(), reason: reason === '' ? undefined : reason };
}

/** Short forms of the keyboard become the words that every answer has; anything else is taken as it stands. */
export function readTyped(line: string, name: OpenName): Typed {
  const { text, reason } = parts(line);
  const answer = (words: string): Typed => ({ does: 'answer', answer: words, reason });
  const key = text.toLowerCase();
  if (key === '') return { does: 'later' };
  if (key === 'q') return { does: 'stop' };
  if (key === '?' || key === 'h') return { does: 'help' };
  if (text.startsWith('/')) return { does: 'search', word: text.slice(1).trim() };
  const candidate = name.candidates[key === 'y' ? 0 : Number(key) - 1];
  if (/^(?:y|[1-9])$/.test(key) && candidate !== undefined) return answer(candidate.product);
  const word = LETTERS[key];
  if (word !== undefined) return answer(word);
  const { vendor } = name;
  if (key === 'v') return vendor === null ? { does: 'ask', verb: 'vendor' } : answer(`vendor: ${vendor}`);
  if (key === 'm') return { does: 'ask', verb: 'merge' };
  const [, verb, rest] = /^([mv])\s+(.+)$/i.exec(text) ?? [];
  if (verb === undefined) return answer(text);
  return answer(`${verb.toLowerCase() === 'm' ? 'merge' : 'vendor'}: ${rest}`);
}
