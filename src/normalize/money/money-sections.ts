import type { ObservationOf } from '../../model/observation.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { contentKey, splitAcrossFiles } from '../across-files.ts';
import type { ByKind } from '../by-kind.ts';
import type { FileOf } from '../files.ts';
import type { ToolSection } from '../tools/tool-section.ts';
import { contractsOf } from './contracts.ts';
import { converter } from './convert.ts';
import { spendLines } from './spend.ts';

function ratesOf(rows: readonly ObservationOf<'rate'>[], fileOf: FileOf): Snapshot['rates'] {
  return splitAcrossFiles(rows, fileOf, contentKey).kept.map(({ kind: _, at, ...rate }) => ({ ...rate, evidence: at }));
}

/** Contracts, lines of spend in the organisation's currency, and the rates that made them so. */
export function moneySections(
  base: string,
  kinds: ByKind,
  { place, spend }: Pick<ToolSection, 'place' | 'spend'>,
  fileOf: FileOf,
): Pick<Snapshot, 'contracts' | 'spend' | 'rates'> {
  const rates = ratesOf(kinds.rate, fileOf);
  return {
    contracts: contractsOf(kinds.contract, place, fileOf),
    spend: spendLines(spend.kept, place, converter(rates, base)),
    rates,
  };
}
