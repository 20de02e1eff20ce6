/** True where a text holds an e-mail address: it names a person, and no shared file and no report may. */
export function holdsAddress(text: string): boolean {
  return /[^\s@<>"']@[^\s@<>"']+\.[^\s@<>"']/u.test(text);
}
