// Each part is bounded, so that long texts take no longer than their length.
const ADDRESS = /[^\s@<>"'()[\]{},;:|=]{1,64}@[^\s@<>"'()[\]{},;:|=]{1,253}\.[^\s@<>"'()[\]{},;:|=.]{1,63}/gu;
const PSEUDONYM = /\bp_[0-9a-f]{32}\b/g;

/** The text with every e-mail address and every pseudonym left out and said so. */
function withoutPersonalMarks(text: string): string {
  const plain = text.includes('@') ? text.replace(ADDRESS, '(address)') : text;
  return plain.includes('p_') ? plain.replace(PSEUDONYM, '(person)') : plain;
}

/**
 * A document in which no text, be it a sentence, a name or a key, holds an address or a pseudonym (METHOD 5): nobody has
 * told the audit to name anybody. The same text comes out the same everywhere, so references still meet.
 */
export function withoutPersons<Document>(document: Document): Document {
  if (typeof document === 'string') return withoutPersonalMarks(document) as Document;
  if (Array.isArray(document)) return document.map((each) => withoutPersons(each)) as Document;
  if (document === null || typeof document !== 'object') return document;
  const entries = Object.entries(document).map(([key, value]) => [withoutPersonalMarks(key), withoutPersons(value)]);
  return Object.fromEntries(entries) as Document;
}
