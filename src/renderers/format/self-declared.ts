import type { Construct, PeopleSay, Signal } from '../../model/audit/profile.ts';
import { counted } from '../../util/counted.ts';
import type { Formats } from './formats.ts';

/** `people say`, `40 % self-declared`; null where nothing rests on what people say of themselves. */
export function declaredShare({ selfDeclaredShare }: Construct, f: Formats): string | null {
  if (selfDeclaredShare === null || selfDeclaredShare === 0) return null;
  return selfDeclaredShare === 1 ? 'people say' : `${f.share(selfDeclaredShare)} self-declared`;
}

/** `+12`, `−8`: points that people say more or less than was observed. */
export function gapWords(gap: number, f: Formats): string {
  const points = f.number(Math.abs(gap));
  if (points === f.number(0)) return points;
  return `${gap > 0 ? '+' : '−'}${points}`;
}

/** What stands under the score of a signal of which people were asked; null = they were not. */
export function declaredWords({ basis, selfDeclared }: Signal, f: Formats): string | null {
  if (selfDeclared === null) return null;
  const answers = counted(selfDeclared.answers, 'answer');
  if (basis === 'self-declared') return `self-declared, ${answers}`;
  const gap = selfDeclared.gap === null ? '' : `, gap ${gapWords(selfDeclared.gap, f)}`;
  return `people say ${f.number(selfDeclared.score)}${gap}; ${answers}`;
}

/** Signals that were both seen and asked, the widest gap first. */
export function saidAndSeen(constructs: readonly Construct[]): readonly Signal[] {
  const width = ({ selfDeclared }: Signal): number => Math.abs(selfDeclared?.gap ?? 0);
  return constructs
    .flatMap(({ signals }) => signals)
    .filter(({ selfDeclared }) => selfDeclared !== null && selfDeclared.gap !== null)
    .sort((a, b) => width(b) - width(a) || (a.id < b.id ? -1 : 1));
}

/** Sentences on the two items of the pulse that no signal holds; empty = not asked. */
export function apartFromSignals(
  { selfDeclaredNoise, satisfaction }: Readonly<Record<'selfDeclaredNoise' | 'satisfaction', PeopleSay | null>>,
  f: Formats,
): readonly string[] {
  const said = (what: string, { agreement, answers }: PeopleSay): string =>
    `People say (self-declared, ${counted(answers, 'answer')}): ${f.number(agreement)} of 100 agreement that ${what}.`;
  return [
    ...(selfDeclaredNoise === null ? [] : [said('messages often tear them out of their work', selfDeclaredNoise)]),
    ...(satisfaction === null ? [] : [said('they are content with their tools', satisfaction)]),
  ];
}
