import type { Money } from '../../model/money.ts';
import type { Observation, RejectedRow, SourceRecord } from '../../model/observation.ts';
import { daySpan } from '../../util/day-span.ts';
import type { FileProfile } from './profile.ts';
import type { Binding } from './recognition/bind.ts';
import { settleColumns } from './recognition/settle.ts';
import { movableRow, type ReadPorts, RowRejected } from './row-reader.ts';
import type { Sheet } from './tables/sheet.ts';
import { isTotalRow, readsLikeTotal, TOTAL_ROW } from './total-row.ts';

export interface SheetRows {
  readonly source: SourceRecord;
  readonly observations: readonly Observation[];
  readonly rejected: readonly RejectedRow[];
}

export interface SheetSetting {
  readonly sheet: Sheet;
  readonly profile: FileProfile;
  readonly binding: Binding;
  readonly sourceId: string;
  readonly file: string;
  readonly sha256: string | null;
  readonly ports: ReadPorts;
}

/** Walks all rows: each ends in observations or in one reject. */
export function readSheet(setting: SheetSetting): SheetRows {
  const { sheet, profile, binding, sourceId, ports } = setting;
  const { meta } = profile;
  const traits = settleColumns(sheet, meta, binding);
  const { reader, moveTo } = movableRow({
    meta,
    header: sheet.header,
    serialShift: sheet.serialShift,
    binding,
    traits,
    source: sourceId,
    ports,
  });
  const context = { currency: ports.currency, above: sheet.above };
  const observations: Observation[] = [];
  const rejected: RejectedRow[] = [];
  let rows = 0;
  sheet.visit({
    broken: (row, reason, cells) => {
      rows += 1;
      const isTotal = cells !== undefined && readsLikeTotal(cells);
      rejected.push({ at: { source: sourceId, row }, field: null, reason: isTotal ? TOTAL_ROW : reason, money: null });
    },
    row: (row) => {
      rows += 1;
      moveTo(row);
      if (isTotalRow(row.cells, meta, binding)) {
        // Its money is that of other rows: it must not be accounted for a second time.
        rejected.push({ at: reader.at(), field: null, reason: TOTAL_ROW, money: null });
        return;
      }
      try {
        for (const observation of profile.read(reader, context)) observations.push(observation);
      } catch (thrown) {
        if (!(thrown instanceof RowRejected)) throw thrown;
        const money = readIfPossible(() => profile.money?.(reader, context) ?? null);
        rejected.push({ at: reader.at(), field: thrown.field, reason: thrown.reason, money });
      }
    },
  });
  const payments = daySpan(observations.flatMap((seen) => (seen.kind === 'spend' ? [seen.date] : [])));
  const source = {
    id: sourceId,
    kind: meta.id,
    title: sheet.name === null ? meta.title : `${meta.title} (sheet ${sheet.name})`,
    file: setting.file,
    sha256: setting.sha256,
    provides: [...meta.provides],
    reliability: meta.reliability,
    cannotTell: meta.cannotTell,
    rows,
    ...(meta.signIns === undefined ? {} : { signIns: meta.signIns }),
    ...(payments === null ? {} : { payments }),
  };
  return { source, observations, rejected };
}

function readIfPossible(read: () => Money | null): Money | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof RowRejected) return null;
    throw thrown;
  }
}
