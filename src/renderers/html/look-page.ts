import type { FirstLook, LookedTool } from '../../model/first-look.ts';
import { counted } from '../../util/counted.ts';
import {
  balanceSentence,
  countsSentence,
  HOME_WORDS,
  NATURE_WORDS,
  NO_VERDICT,
  nameWords,
  openNames,
} from '../../util/look-words.ts';
import { visible } from '../format/words.ts';
import type { RenderAssets } from '../renderer.ts';
import { page } from './page.ts';
import type { Block, Part } from './view/blocks.ts';
import { column, figure, numbers, table, words } from './view/cells.ts';

const whole = (value: number) => String(value);

function names(found: FirstLook): Part {
  const rows = found.names.map((name) => [
    words(name.raw),
    figure(name.times, whole),
    words(nameWords(name)),
    words(name.reason),
  ]);
  return {
    number: 1,
    heading: 'What each name is',
    lead: `${counted(found.names.length, 'different name')} in ${counted(found.rows, 'row')}: ${countsSentence(found)}.`,
    summary: true,
    blocks: [table('Names of the list', [column('Name'), numbers('Rows'), column('What it is'), column('Why')], rows)],
  };
}

function overlaps(found: FirstLook): Part {
  const rows = found.overlaps.map(({ name, tools, oneHome, mode }) => [
    words(name),
    words(tools.map((tool) => (tool.strength === 3 ? tool.name : `${tool.name} (can)`)).join(', ')),
    figure(tools.length, whole),
    words(HOME_WORDS[oneHome]),
    words(NATURE_WORDS[mode]),
  ]);
  const suites: Block[] = found.suites.map(({ name, couldCover }) => ({
    kind: 'text',
    heading: name,
    paragraphs: [
      `A suite. It could cover ${couldCover.map((each) => each.name).join(', ')}; that is counted only where the part is seen in use, which a name cannot tell.`,
    ],
  }));
  const several = table(
    'Capabilities that two or more tools hold',
    [column('Capability'), column('Tools'), numbers('Tools'), column('Usual'), column('Mode')],
    rows,
    { basis: 'Without a mark: bought for it. (can): a full substitute by its functions.' },
  );
  return {
    number: 2,
    heading: 'Where capabilities meet',
    lead:
      rows.length === 0
        ? 'No capability is held by two tools of the list.'
        : `${counted(rows.length, 'capability is', 'capabilities are')} held by more than one tool.`,
    summary: true,
    blocks: [...(rows.length === 0 ? [] : [several]), ...suites],
  };
}

function balance(found: FirstLook): Part {
  const rows = found.tools.map((tool: LookedTool) => [
    words(tool.name),
    words(tool.boughtFor.map(({ name }) => name).join(', ')),
    words(tool.isSuite ? 'suite' : NATURE_WORDS[tool.nature]),
    words(tool.names.join(', ')),
  ]);
  const columns = [column('Tool'), column('Bought for'), column('Mode'), column('Named as')];
  return {
    number: 3,
    heading: 'At the same time or at different times',
    lead: balanceSentence(found),
    summary: true,
    blocks: rows.length === 0 ? [] : [table('Tools of the list', columns, rows)],
  };
}

function open(found: FirstLook): Part {
  const left = openNames(found);
  const rows = left.map((name) => [words(name.raw), words(nameWords(name)), words(name.reason)]);
  return {
    number: 4,
    heading: 'What could not be placed, and what would tell more',
    lead: left.length === 0 ? 'Every name could be placed.' : `${counted(left.length, 'name')} could not be placed.`,
    summary: true,
    blocks: [
      ...(rows.length === 0
        ? []
        : [table('Open names', [column('Name'), column('What it may be'), column('Why')], rows)]),
      {
        kind: 'text',
        heading: 'What would tell more',
        paragraphs: [NO_VERDICT, ...found.wouldTell.map(({ template, tells }) => `${template}: ${tells}.`)],
      },
    ],
  };
}

/** The first look as one offline HTML file, by the report's own page. */
export function lookPage(look: FirstLook, assets: RenderAssets, version: string): string {
  const found = visible(look);
  const source = found.source ?? 'standard input';
  return page(
    {
      title: `First look: ${source}`,
      subject: source,
      strap: 'A first look at the names of tools',
      brand: 'First look',
      confidentiality: '',
      facts: [
        { label: 'Read', value: found.readAs },
        { label: 'Made with', value: `unsprawl ${version}` },
      ],
      footer: NO_VERDICT,
      imprint: `${source} · unsprawl ${version}`,
      parts: [names(found), overlaps(found), balance(found), open(found)],
    },
    assets,
  );
}
