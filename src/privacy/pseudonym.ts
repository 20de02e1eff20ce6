import { createHmac } from 'node:crypto';

/**
 * Pseudonym of an address or login under the workspace's key: `p_` and 32 hex digits of HMAC-SHA-256 over the trimmed,
 * lower-cased identifier (METHOD 5: without a key such hashes are reversed by lists). Equal identifiers give equal
 * pseudonyms in every source.
 */
export function pseudonymOf(key: Uint8Array | string, identifier: string): string {
  const digest = createHmac('sha256', key).update(identifier.trim().toLowerCase(), 'utf8').digest('hex');
  return `p_${digest.slice(0, 32)}`;
}
