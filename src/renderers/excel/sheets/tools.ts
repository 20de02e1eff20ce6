import type { AuditTool } from '../../../model/audit/structure.ts';
import { toMajor } from '../../../util/minor-units.ts';
import { unknownWords } from '../../format/seat-words.ts';
import { type Cell, count, day, formula, money, text } from '../cells.ts';
import { FIRST_ROW, lastRow } from '../sheet.ts';
import { cents, type SheetMaker, sum } from './context.ts';

const YES_NO = ['yes', 'no'];

/** Inventory; the client can correct name and capabilities. */
export const inventory: SheetMaker = ({ audit }) => ({
  name: 'Tools',
  title: 'Which tools there are',
  note: 'Coloured columns are for you: write a correction, and the file can be imported again. Hatched = unknown.',
  columns: [
    { header: 'Tool', kind: 'text' },
    { header: 'Id', kind: 'text' },
    { header: 'Vendor', kind: 'text' },
    { header: 'Listing', kind: 'text' },
    { header: 'Seen in', kind: 'text' },
    { header: 'Bought for', kind: 'long text' },
    { header: 'People active', kind: 'number', bar: true },
    { header: 'Instances', kind: 'text' },
    { header: 'Former names', kind: 'text' },
    { header: 'Correct name', kind: 'text', input: true },
    { header: 'Correct capabilities', kind: 'text', input: true },
    { header: 'Owner', kind: 'text', input: true },
    { header: 'Still needed', kind: 'text', input: true, choices: YES_NO },
  ],
  rows: audit.tools.map((tool) => [
    text(tool.name),
    text(tool.id),
    text(tool.vendor),
    tool.listing,
    tool.sources.join(', '),
    text(boughtFor(tool)),
    count(tool.users),
    text(tool.instances.join('; ')),
    text(tool.formerNames.join('; ')),
    '',
    '',
    '',
    '',
  ]),
  whenEmpty: 'No tool is known yet. Any list of tool names supplies this sheet.',
});

function boughtFor(tool: AuditTool): string | null {
  const names = Object.entries(tool.capabilities)
    .filter(([, strength]) => strength === 3)
    .map(([id]) => id);
  return names.length === 0 ? null : names.join('; ');
}

function perActive(tool: AuditTool, row: number): Cell {
  const cost = tool.spend.annual === null ? null : toMajor(tool.spend.annual.minor, tool.spend.annual.currency);
  const { active } = tool.seats;
  const isKnown = cost !== null && typeof active === 'number' && active > 0;
  return formula(
    `IF(AND(ISNUMBER(B${row}),ISNUMBER(F${row}),N(F${row})>0),B${row}/F${row},"")`,
    isKnown ? cost / active : '',
  );
}

function utilisation(tool: AuditTool, row: number): Cell {
  const { active, purchased } = tool.seats;
  const isKnown = typeof active === 'number' && purchased !== null && purchased > 0;
  return formula(
    `IF(AND(ISNUMBER(F${row}),ISNUMBER(C${row}),N(C${row})>0),F${row}/C${row},"")`,
    isKnown ? active / purchased : '',
  );
}

function spare(tool: AuditTool, row: number): Cell {
  const { purchased, assigned } = tool.seats;
  const isKnown = purchased !== null && assigned !== null;
  return formula(
    `IF(AND(ISNUMBER(C${row}),ISNUMBER(D${row})),MAX(0,C${row}-D${row}),"")`,
    isKnown ? Math.max(0, purchased - assigned) : '',
  );
}

/** Seats and money; spare, utilisation, cost per active person and share of cost are formulas. */
export const spendAndSeats: SheetMaker = ({ audit, k }) => {
  const costs = audit.tools.map((tool) =>
    tool.spend.annual === null ? null : toMajor(tool.spend.annual.minor, tool.spend.annual.currency),
  );
  const total = cents(sum(costs));
  const bottom = lastRow(audit.tools.length);
  const column = (letter: string) => `${letter}${FIRST_ROW}:${letter}${bottom}`;
  return {
    name: 'Spend and seats',
    title: 'Where money and seats go',
    note: `Active = used within ${audit.policy.seat_threshold_days} days before ${audit.period.end}. Hatched = unknown, which is not unused; withheld = would show a group under ${k} people.`,
    columns: [
      { header: 'Tool', kind: 'text' },
      { header: 'Annual cost', kind: 'money', bar: true },
      { header: 'Purchased', kind: 'number' },
      { header: 'Assigned', kind: 'number' },
      { header: 'Spare', kind: 'number' },
      { header: 'Active', kind: 'number' },
      { header: 'Inactive', kind: 'number' },
      { header: 'Unknown', kind: 'number' },
      { header: 'In grace', kind: 'number' },
      { header: 'Leavers', kind: 'number' },
      { header: 'Recommended', kind: 'number' },
      { header: 'Active of purchased', kind: 'share' },
      { header: 'Cost for each active', kind: 'money' },
      { header: 'Share of cost', kind: 'share', bar: true },
      { header: 'Cost rule', kind: 'text' },
      { header: 'Basis', kind: 'long text' },
      { header: 'Never used', kind: 'number' },
      { header: 'Why unknown', kind: 'text' },
    ],
    rows: audit.tools.map((tool, index) => {
      const row = FIRST_ROW + index;
      const cost = costs[index] ?? null;
      const share = formula(
        `IF(AND(ISNUMBER(B${row}),Annual_cost>0),B${row}/Annual_cost,"")`,
        cost === null || total === 0 ? '' : cost / total,
      );
      return [
        text(tool.name),
        money(tool.spend.annual),
        tool.seats.purchased,
        tool.seats.assigned,
        spare(tool, row),
        count(tool.seats.active),
        count(tool.seats.inactive),
        count(tool.seats.unknown),
        count(tool.seats.grace),
        count(tool.seats.leavers),
        count(tool.seats.recommended),
        utilisation(tool, row),
        perActive(tool, row),
        share,
        tool.spend.rule,
        text(tool.spend.basis),
        count(tool.seats.neverUsed ?? null),
        unknownWords(tool.seats),
      ];
    }),
    ...(audit.tools.length === 0
      ? {}
      : {
          totals: [
            'Total of what is known',
            formula(`SUM(${column('B')})`, total),
            formula(`SUM(${column('C')})`, sum(audit.tools.map((tool) => tool.seats.purchased))),
            formula(`SUM(${column('D')})`, sum(audit.tools.map((tool) => tool.seats.assigned))),
          ],
        }),
    whenEmpty: 'No tool is known yet.',
  };
};

/** Renewals with what to say to the vendor. */
export const vendorCalls: SheetMaker = ({ audit }) => {
  const calls = audit.tools.flatMap((tool) =>
    tool.contract === null
      ? []
      : [tool.contract, ...(tool.furtherContracts ?? [])].map((contract) => ({ tool, contract })),
  );
  return {
    name: 'Vendor calls',
    title: 'Whom to call, by when, about what',
    note: `Days left are counted from the as-of date on the sheet Summary.`,
    columns: [
      { header: 'Tool', kind: 'text' },
      { header: 'Vendor', kind: 'text' },
      { header: 'Contract ends', kind: 'date' },
      { header: 'Notice days', kind: 'number' },
      { header: 'Notice by', kind: 'date' },
      { header: 'Days left', kind: 'number' },
      { header: 'State', kind: 'text' },
      { header: 'Annual', kind: 'money' },
      { header: 'Seats now', kind: 'number' },
      { header: 'Seats needed', kind: 'number' },
      { header: 'Target price', kind: 'money', input: true },
      { header: 'Called on', kind: 'date', input: true },
      { header: 'Outcome', kind: 'text', input: true },
    ],
    rows: calls.map(({ tool, contract }, index) => {
      const row = FIRST_ROW + index;
      const left = (Date.parse(contract.noticeDeadline) - Date.parse(audit.asOf)) / 86_400_000;
      return [
        text(
          tool.furtherContracts === undefined ? tool.name : `${tool.name} (${contract.plan ?? `to ${contract.end}`})`,
        ),
        text(tool.vendor),
        day(contract.end),
        contract.noticeDays,
        formula(`C${row}-D${row}`, serial(contract.noticeDeadline)),
        formula(`E${row}-As_of`, left),
        contract.noticeState,
        money(contract.annual),
        tool.seats.purchased,
        count(tool.seats.recommended),
        '',
        '',
        '',
      ];
    }),
    whenEmpty: 'No contract is known. The template contracts supplies ends and notice periods.',
  };
};

/** Serial number of a day as spreadsheets count it (1900 system). */
function serial(isoDay: string): number {
  return Math.round(Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000) + 25_569;
}
