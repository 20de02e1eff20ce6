import type { FirstLook } from '../model/first-look.ts';
import { counted } from '../util/counted.ts';
import { balanceSentence, countsSentence, HOME_WORDS, NO_VERDICT, nameWords, openNames } from '../util/look-words.ts';
import { columns } from './columns.ts';

/** Lines of a section in the terminal; `--json` and `--html` hold all. */
const MOST_LINES = 40;

function section(title: string, lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LINES;
  const shown = more > 0 ? [...lines.slice(0, MOST_LINES), `… and ${more} more; --json or --html shows all`] : lines;
  return lines.length === 0 ? [] : ['', title, ...shown.map((line) => `  ${line}`)];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : columns(rows).split('\n');
}

/** Longest name shown: inventories write whole sentences. */
const LONGEST = 48;

function shortened(raw: string): string {
  return raw.length > LONGEST ? `${raw.slice(0, LONGEST - 1)}…` : raw;
}

function times(count: number): string {
  return count === 1 ? '' : ` (${count} rows)`;
}

/** One screen: what each name is, what meets where, the balance, what is open, what would tell more. */
export function lookText(found: FirstLook): string {
  const open = openNames(found);
  const isOpen = new Set(open);
  const placed = found.names.filter((name) => !isOpen.has(name));
  const overlaps = found.overlaps.map(({ name, tools, oneHome }) => [
    name,
    tools.map((tool) => (tool.strength === 3 ? tool.name : `${tool.name} (can)`)).join(', '),
    HOME_WORDS[oneHome],
  ]);
  return [
    `${counted(found.names.length, 'name')}, read ${found.readAs}: ${countsSentence(found)}.`,
    ...section(
      'What they are',
      aligned(placed.map((name) => [shortened(name.raw) + times(name.times), nameWords(name)])),
    ),
    ...section('Held by more than one tool', aligned(overlaps)),
    ...section(
      'Suites',
      found.suites.map(({ name }) => `${name}: its parts count only where they are seen in use`),
    ),
    ...section('Same time or different times', [balanceSentence(found)]),
    ...section(
      'Could not be placed',
      aligned(open.map((name) => [shortened(name.raw) + times(name.times), nameWords(name), name.reason])),
    ),
    ...section('What would tell more', [
      ...found.wouldTell.map(({ template, tells }) => `${template}: ${tells}`),
      NO_VERDICT,
    ]),
    '',
    'Next: `unsprawl init` makes a workspace, `unsprawl import FILES` reads whatever you have.',
  ].join('\n');
}
