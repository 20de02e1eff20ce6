import type { FirstLook, NamesSource } from '../../model/first-look.ts';

type Telling = FirstLook['wouldTell'][number] & { readonly unless: NamesSource };

/** In the order of their worth to the result: nothing can be called unused without use, nor dated without terms. */
const TELLING: readonly Telling[] = [
  {
    template: 'usage',
    unless: 'accounts',
    tells: 'who really uses each tool (or a sign-in log or member export as the vendor writes it)',
  },
  { template: 'contracts', unless: 'contracts', tells: 'prices, seats and the days by which notice must be given' },
  { template: 'spend', unless: 'spend', tells: 'what is paid, and which tools nobody has listed' },
  {
    template: 'integrations',
    unless: 'integrations',
    tells: 'which tools hand work to each other and which stand alone',
  },
];

/** Templates that would add most to a list of this sort. A list that has the rows already can be audited at once. */
export function whatWouldTell(holds: readonly NamesSource[]): FirstLook['wouldTell'] {
  return TELLING.filter(({ unless }) => !holds.includes(unless)).map(({ template, tells }) => ({ template, tells }));
}
