import type { PersonRef } from '../../model/observation.ts';

/** Mailbox providers open to everybody: such a domain in the people list says nothing about who belongs. */
const PUBLIC_MAILBOXES: ReadonlySet<string> = new Set([
  'aol.com',
  'gmail.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'me.com',
  'outlook.com',
  'proton.me',
  'protonmail.com',
  'web.de',
  'yahoo.com',
]);

/** Domains of the organisation, lower case: those configured, else those of the people list. Empty = not known. */
export function ownDomains(configured: readonly string[], listed: readonly PersonRef[]): readonly string[] {
  if (configured.length > 0) return configured.map((domain) => domain.trim().toLowerCase());
  const found = listed.flatMap((ref) => (ref.domain === null ? [] : [ref.domain.toLowerCase()]));
  return [...new Set(found)].filter((domain) => !PUBLIC_MAILBOXES.has(domain));
}

/** Whether the domain, or one above it, is the organisation's; null = cannot be told. */
export function isInternal(domain: string | null, own: readonly string[]): boolean | null {
  if (domain === null || own.length === 0) return null;
  const folded = domain.toLowerCase();
  return own.some((known) => folded === known || folded.endsWith(`.${known}`));
}
