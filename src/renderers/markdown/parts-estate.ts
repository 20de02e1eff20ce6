import type { AuditCapability, AuditTool } from '../../model/audit/structure.ts';
import { Bucket } from '../../model/reconciliation.ts';
import {
  besideUnused,
  leftOutWords,
  SENSITIVITY_BASIS,
  sensitiveTools,
  teamSeatsBasis,
  teamsToAsk,
  thresholdsOf,
  unknownWords,
  unusedSums,
} from '../format/seat-words.ts';
import { byText } from '../format/words.ts';
import { bullets, inline, missing, type Part, type PartInput, table } from './lines.ts';

const SHOWN_FINDINGS = 5;

function byName(tools: readonly AuditTool[]): readonly AuditTool[] {
  return [...tools].sort(byText((tool) => `${tool.name.toLowerCase()}\u0000${tool.id}`));
}

/** Part 1: the page for the director. */
export function summary({ audit, format, toolName }: PartInput): readonly string[] {
  const withUsage = audit.tools.filter((tool) => tool.users !== null).length;
  const { net, netLikely, lines } = audit.savings.bridge;
  const saving =
    lines.length === 0
      ? 'No net saving can be shown from these sources.'
      : `Net saving in the first twelve months: **${format.whole(net.p10)} to ${format.whole(net.p90)}** (simulated middle ${format.whole(net.p50)}, likely total of the lines ${format.whole(netLikely)}).`;
  const asked = audit.agenda.flatMap((id) => audit.consolidation.decisions.filter((decision) => decision.id === id));
  return [
    `${audit.tools.length} tools; usage is known for ${withUsage} and unknown for ${audit.tools.length - withUsage}. ${saving}`,
    ...bullets(
      audit.findings
        .filter((finding) => finding.severity === 'act')
        .slice(0, SHOWN_FINDINGS)
        .map((finding) => `${inline(finding.title)} (step ${finding.step})`),
    ),
    ...table([
      ['Decision', 'Tool', 'Decide by'],
      ...asked.map((decision) => [
        inline(decision.verdict),
        inline(toolName(decision.tool)),
        format.day(decision.decideBy),
      ]),
    ]),
  ];
}

/** Part 2: sources and the two reconciliations. */
export function scope({ audit, format }: PartInput): readonly string[] {
  const { rows, kinds, money, spendFiles } = audit.reconciliation;
  const rowTable = table([
    ['Input', 'Rows', ...Bucket.options],
    ...kinds.map((kind) => [
      inline(kind.kind),
      String(kind.total),
      ...Bucket.options.map((bucket) => String(kind.buckets[bucket])),
    ]),
    ['**Total**', String(rows.total), ...Bucket.options.map((bucket) => String(rows.buckets[bucket]))],
  ]);
  const moneyTable = table([
    ['Currency', 'Total', ...Bucket.options],
    ...money.map((line) => [
      line.currency,
      format.amount({ minor: line.totalMinor, currency: line.currency }),
      ...Bucket.options.map((bucket) => format.amount({ minor: line.buckets[bucket], currency: line.currency })),
    ]),
  ]);
  const title = (id: string) => inline(audit.sources.find((source) => source.id === id)?.file ?? id);
  const fileTable = table([
    ['File of spend', 'Currency', 'Money in the file', 'Accounted for', 'Rejected', 'Rejected rows of unknown amount'],
    ...spendFiles.flatMap(({ source, rows: counts, money: sums }) => {
      const lost = String(counts.rejectedUnknown);
      if (sums.length === 0) return [[title(source), 'unknown', 'unknown', 'unknown', 'unknown', lost]];
      return sums.map(({ currency, totalMinor, accountedMinor, rejectedMinor }) => [
        title(source),
        currency,
        ...[totalMinor, accountedMinor, rejectedMinor].map((minor) => format.amount({ minor, currency })),
        lost,
      ]);
    }),
  ]);
  return [
    `${rows.total} rows were read from ${audit.sources.length} sources; each is in exactly one bucket.`,
    ...table([
      ['Source', 'Taken for', 'Rows', 'Reliability', 'Cannot tell'],
      ...audit.sources.map((source) => [
        inline(source.file ?? source.title),
        inline(source.title),
        String(source.rows),
        format.fixed(source.reliability, 2),
        inline(source.cannotTell),
      ]),
    ]),
    ...rowTable,
    ...(moneyTable.length === 0
      ? missing('No spend was read.', 'A card statement or ledger export supplies it.')
      : [...moneyTable, ...fileTable]),
  ];
}

/** Part 3. */
export function inventory({ audit, format }: PartInput): readonly string[] {
  if (audit.tools.length === 0) return missing('No tool is known yet.', 'Any list of tool names supplies this part.');
  return [
    `${audit.tools.filter((tool) => tool.listing === 'shadow').length} of ${audit.tools.length} tools are neither in the inventory nor in the contracts.`,
    ...table([
      ['Tool', 'Vendor', 'Listing', 'Seen in', 'People', 'Former names'],
      ...byName(audit.tools).map((tool) => [
        inline(tool.name),
        inline(tool.vendor ?? 'unknown'),
        tool.listing,
        tool.sources.join(', '),
        format.count(tool.users),
        inline(tool.formerNames.join(', ')),
      ]),
    ]),
  ];
}

/** Part 4. */
export function spendAndSeats(input: PartInput): readonly string[] {
  const { audit, format } = input;
  const known = byName(audit.tools).filter(
    (tool) => tool.spend.annual !== null || tool.seats.purchased !== null || tool.users !== null,
  );
  if (known.length === 0)
    return missing(
      'Neither seats nor cost are known for any tool.',
      'The templates contracts, usage and spend supply them.',
    );
  const threshold = known[0]?.seats.thresholdDays ?? audit.policy.seat_threshold_days;
  return [
    `Active = used within ${threshold} days before the end of the period. Unknown is not unused.`,
    ...table([
      [
        'Tool',
        'Annual cost',
        'Basis',
        'Purchased',
        'Assigned',
        'Spare',
        'Active',
        'In grace',
        'Inactive',
        'Never used',
        'Leavers',
        'Unknown',
        'Because',
        'Recommended',
      ],
      ...known.map((tool) => [
        inline(tool.name),
        format.money(tool.spend.annual),
        inline(tool.spend.basis),
        format.number(tool.seats.purchased),
        format.number(tool.seats.assigned),
        format.number(tool.seats.spare),
        format.count(tool.seats.active),
        format.count(tool.seats.grace),
        format.count(tool.seats.inactive),
        format.count(tool.seats.neverUsed ?? null),
        format.count(tool.seats.leavers),
        format.count(tool.seats.unknown),
        unknownWords(tool.seats),
        format.count(tool.seats.recommended),
      ]),
    ]),
    ...sensitivity(input),
    ...teamSeats(input),
  ];
}

/** Unused seats at each threshold; a last row sums the tools that show all of theirs. */
function sensitivity({ audit, format }: PartInput): readonly string[] {
  const seated = byName(audit.tools).filter(({ seats }) => seats.purchased !== null || seats.active !== null);
  const [thresholds, listed] = [thresholdsOf(seated), sensitiveTools(seated)];
  if (listed.length === 0) return [];
  const sums = unusedSums(seated, thresholds);
  const cell = ({ seats }: AuditTool, days: number) => {
    const at = seats.sensitivity?.find((row) => row.thresholdDays === days);
    if (at === undefined) return format.number(null);
    return [format.count(at.inactive), besideUnused(at, format)].filter((part) => part !== null).join('; ');
  };
  return [
    ...table([
      ['Unused seats', ...thresholds.map((days) => `${days} days`)],
      ...listed.map((tool) => [inline(tool.name), ...thresholds.map((days) => cell(tool, days))]),
      ...(sums === null
        ? []
        : [[`**Sum of ${sums.tools} tools**`, ...sums.unused.map((count) => format.number(count))]]),
    ]),
    [
      SENSITIVITY_BASIS,
      ...(sums === null ? [] : ['The sum is over the tools of which every figure is shown.']),
      leftOutWords(listed.length, seated.length),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  ];
}

const TEAM_ROWS = 60;

function teamSeats({ audit, format }: PartInput): readonly string[] {
  const rows = teamsToAsk(byName(audit.tools), TEAM_ROWS);
  if (rows.length === 0) return [];
  return [
    ...table([
      ['Tool', 'Team', 'Used', 'Unused', 'Unknown'],
      ...rows.map(({ tool, row }) => [
        inline(tool.name),
        inline(row.team),
        format.count(row.active),
        format.count(row.inactive),
        format.count(row.unknown),
      ]),
    ]),
    `${teamSeatsBasis(audit.policy.seat_threshold_days, format.k)} Rows with an unused or unknown seat.`,
  ];
}

/** Tools of a capability, each once: those without known activity may stand in both lists. */
function toolsOf(capability: AuditCapability): readonly string[] {
  return [...new Set([...capability.tools.map((entry) => entry.tool), ...capability.withoutActivity])];
}

/** Part 5: by capability, then pairs. */
export const overlap: Part = ({ audit, format, toolName }) => {
  const spread = audit.capabilities.filter((capability) => toolsOf(capability).length > 1);
  if (spread.length === 0)
    return missing(
      'No capability is held by more than one known tool.',
      'Usage by person (usage template or a sign-in export) shows who shares what.',
    );
  return [
    `${spread.length} capabilities are held by more than one tool.`,
    ...table([
      [
        'Capability',
        'Norm',
        'Tools',
        'Pattern',
        'Effective tools',
        'Within teams (alpha)',
        'Between teams (beta)',
        'Usage known',
      ],
      ...spread.map((capability) => [
        inline(capability.name),
        capability.oneHome,
        toolsOf(capability)
          .map((id) => inline(toolName(id)))
          .join(', '),
        capability.intended === null
          ? capability.pattern
          : `${capability.pattern}, deliberate until ${format.day(capability.intended.expires)}`,
        format.fixed(capability.effectiveTools.d1, 2),
        format.fixed(capability.alpha, 2),
        format.fixed(capability.beta, 2),
        format.share(capability.coverage),
      ]),
    ]),
    ...table([
      ['Pair', 'Job', 'A covered by B', 'B covered by A', 'Shared people', 'Duplicate seats', 'Parallel tools'],
      ...audit.pairs.map((pair) => [
        `${inline(toolName(pair.a))} / ${inline(toolName(pair.b))}`,
        inline(pair.capability),
        format.share(pair.containmentAB),
        format.share(pair.containmentBA),
        format.count(pair.shared),
        format.fixed(pair.duplicateSeats, 2),
        format.fixed(pair.parallelTools, 2),
      ]),
    ]),
  ];
};

/** Part 6. */
export const integrations: Part = ({ audit, format, toolName }) => {
  const graph = audit.integrations;
  if (graph.nodes.length === 0)
    return missing('No integration is known.', 'The template integrations supplies edges and weekly hand-offs.');
  const { direct, path, pairs } = graph.needCoverage;
  return [
    `Of the weekly hand-offs, ${format.share(direct)} run over a live integration (${format.share(path)} with one tool between, ${format.share(pairs)} of the pairs); ${format.share(graph.manualHandoffShare)} are done by hand, ${format.number(graph.manualMinutesPerWeek)} minutes a week.`,
    ...bullets([
      `No live edge: ${graph.isolated.map((id) => inline(toolName(id))).join(', ') || 'none'}.`,
      `Single points of failure: ${graph.articulation.map((id) => inline(toolName(id))).join(', ') || 'none'}.`,
      `No integration data for ${graph.noData.length} tools; they are not called isolated.`,
    ]),
  ];
};
