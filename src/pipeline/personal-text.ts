// Each part is bounded or begins at its sign, so that long texts take no longer than their length.
const ADDRESS = /[^\s@<>"']@[^\s@<>"']+\.[^\s@<>"']/u;
const WHOLE_ADDRESS = /[^\s@<>"']{1,64}@[^\s@<>"']+\.[^\s@<>"']+/gu;

/** True where a text holds an e-mail address: it names a person, and no shared file and no report may. */
export function holdsAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** The text with each address left out and said so. */
export function withoutAddresses(text: string): string {
  return text.replace(WHOLE_ADDRESS, '(address)');
}
