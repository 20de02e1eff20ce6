import { isSmall } from './suppression.ts';

const PEOPLE = '(?:people|persons?|users?|employees|leavers|members|colleagues|joiners|answers|respondents)';
/** `3 people`, `2 other users`; not `at least 4 people`, which is a rule, and not `0.3 people`. */
const COUNT = new RegExp(
  `(?<![\\d.,]|least |than |under |below )\\b(\\d{1,3}(?:,\\d{3})+|\\d+)( (?:more |other |active |inactive )?${PEOPLE}\\b)`,
  'g',
);
/** `31 of the 38 people`: both parts are groups. */
const PART = new RegExp(`(?<![\\d.,])\\b(\\d+) of (the )?(\\d+)( ${PEOPLE}\\b)`, 'g');
const ASSIGNED = /(?<![\d.,])\b(\d+)( assigned to people\b)/g;

export interface WordRules {
  readonly k: number;
  /** Counts that the tables withhold for the subjects of the sentence: no sentence may give them either. */
  readonly withheld: ReadonlySet<number>;
}

/** As `fewer than 5 people` where the count is a group under k; rounded down to a multiple of k where it is withheld. */
function told(count: number, { k, withheld }: WordRules): string {
  if (isSmall(count, k)) return `fewer than ${k}`;
  return withheld.has(count) ? `at least ${Math.floor(count / k) * k}` : String(count);
}

function changes(count: number, rules: WordRules): boolean {
  return isSmall(count, rules.k) || (count > 0 && rules.withheld.has(count));
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/**
 * A sentence without counts of people that the tables withhold or would withhold. Rules word their sentences by the
 * same thresholds; this is the gate behind them, so a sentence that keeps to them comes back as it is.
 */
export function protectWords(sentence: string, rules: WordRules): string {
  if (!/\d/.test(sentence)) return sentence;
  const atStart = (offset: number, text: string) => (offset === 0 ? capitalised(text) : text);
  return sentence
    .replace(
      PART,
      (all: string, part: string, the: string | undefined, whole: string, people: string, offset: number) => {
        const [some, every] = [Number(part), Number(whole)];
        if (changes(every, rules)) return atStart(offset, `some of ${told(every, rules)}${people}`);
        if (changes(some, rules)) return atStart(offset, `${told(some, rules)} of ${the ?? ''}${whole}${people}`);
        return isSmall(every - some, rules.k) ? atStart(offset, `nearly all of ${the ?? ''}${whole}${people}`) : all;
      },
    )
    .replace(COUNT, (all: string, digits: string, people: string, offset: number) => {
      const count = Number(digits.replaceAll(',', ''));
      if (!changes(count, rules)) return all;
      const noun = people.replace(/person\b/, 'people').replace(/user\b/, 'users');
      return atStart(offset, `${told(count, rules)}${noun}`);
    })
    .replace(ASSIGNED, (all: string, digits: string, rest: string, offset: number) =>
      changes(Number(digits), rules) ? atStart(offset, `${told(Number(digits), rules)}${rest}`) : all,
    );
}

/** As `protectWords` in every text of a part of the document. */
export function protectAllWords<Part>(part: Part, rules: WordRules): Part {
  if (typeof part === 'string') return protectWords(part, rules) as Part;
  if (Array.isArray(part)) return part.map((each) => protectAllWords(each, rules)) as Part;
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, protectAllWords(value, rules)])) as Part;
}
