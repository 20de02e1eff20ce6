import type { Signal } from '../../../../model/audit/profile.ts';
import { nameKindWords } from '../../../../util/name-kind-words.ts';
import { byText } from '../../../format/words.ts';
import type { Block, Fact, Part } from '../blocks.ts';
import { column, figure, numbers, table, words } from '../cells.ts';
import type { Context } from '../context.ts';

const grades: readonly (readonly [string, string])[] = [
  ['A', 'peer-reviewed or multi-year research'],
  ['B', 'large telemetry or a vendor definition'],
  ['C', 'practice or vendor guideline'],
  ['D', 'our default, to be replaced by your own distribution'],
];

function allSignals({ audit }: Context): Signal[] {
  const all = [...audit.principles, ...audit.differences, ...audit.challenges].flatMap((c) => c.signals);
  return [...new Map(all.map((signal) => [signal.id, signal])).values()];
}

function thresholds({ audit, f }: Context): Block {
  const { policy } = audit;
  const cost = (e: { low: number; likely: number; high: number }) =>
    `${f.number(e.low)} to ${f.number(e.high)}, likely ${f.number(e.likely)}`;
  const rows: readonly (readonly [string, string, string])[] = [
    ['A seat is active when used within', f.number(policy.seat_threshold_days), 'days'],
    ['New people are not counted as inactive for', f.number(policy.grace_days), 'days'],
    ['Reserve on active seats', f.share(policy.seat_buffer), 'of active seats'],
    ['Parallel run', f.number(policy.parallel_run_days), 'days'],
    ['Migration', f.number(policy.migration_days), 'days'],
    ['Decision buffer before a notice', f.number(policy.decision_buffer_days), 'days'],
    ['Least quality of a substitute', f.fixed(policy.minimum_quality, 2), '0 to 1'],
    ['Moving one person (grade D)', cost(policy.costs.migration_per_person), audit.currency],
    ['Rebuilding one integration (grade D)', cost(policy.costs.integration_rebuild), audit.currency],
    ['One working hour (grade D)', cost(policy.costs.hourly_wage), audit.currency],
    ['Discount rate', f.share(policy.costs.discount_rate), 'a year'],
    ['Horizon', f.number(policy.horizon_years, 1), 'years'],
    ['Least group: use', f.number(audit.people.privacy.k.usage), 'people'],
    ['Least group: calendar and messages', f.number(audit.people.privacy.k.collaboration), 'people'],
  ];
  return table(
    'Thresholds and assumptions in force',
    [column('What'), numbers('Value'), column('Unit')],
    rows.map(([a, b, c]) => [words(a), words(b, { number: true }), words(c)]),
  );
}

function policyLines(context: Context): Block[] {
  const { policy } = context.audit;
  const { f } = context;
  const lines = [
    ...policy.pins.map((p) => `Kept by policy: ${context.tool(p.tool)} (${p.reason}).`),
    ...policy.forbids.map((p) => `Ruled out by policy: ${context.tool(p.tool)} (${p.reason}).`),
    ...policy.required.map((r) => `${context.capability(r.capability)} must have ${r.attributes.join(', ')}.`),
    ...policy.deliberate_redundancy.map(
      (r) =>
        `${r.tools.map(context.tool).join(' and ')} side by side on purpose until ${f.day(r.expires)}: ${r.reason} (${r.owner}).`,
    ),
    ...policy.freezes.map(
      (z) =>
        `Nothing moves from ${f.day(z.from)} to ${f.day(z.to)}${z.teams.length > 0 ? ` in ${z.teams.join(', ')}` : ''}${z.reason === '' ? '' : `: ${z.reason}`}.`,
    ),
    ...Object.entries(policy.anchors).map(([id, a]) =>
      'band' in a
        ? `Anchors of ${id}: a band of ${a.band.map((corner) => f.number(corner, 2)).join(', ')}.`
        : `Anchors of ${id}: good ${f.number(a.good, 2)}, bad ${f.number(a.bad, 2)}.`,
    ),
    ...Object.entries(policy.weights).map(([id, weight]) => `Weight of ${id}: ${f.number(weight, 2)}.`),
  ];
  return lines.length === 0 ? [] : [{ kind: 'text', heading: 'Set by the organisation', paragraphs: lines }];
}

function formulas(context: Context): Block[] {
  const { f } = context;
  const rows = allSignals(context).map((s) => [
    words(`${s.id} ${s.title}`),
    words(s.formula),
    words(s.unit),
    words(s.anchors),
    words(s.grade),
    figure(s.weight, (v) => f.number(v, 2)),
    figure(s.reliability, (v) => f.fixed(v, 2)),
  ]);
  if (rows.length === 0) return [];
  return [
    table(
      'Formulas of all signals',
      [
        column('Signal'),
        column('Formula'),
        column('Unit'),
        column('Anchors'),
        column('Grade'),
        numbers('Weight'),
        numbers('Reliability'),
      ],
      rows,
    ),
  ];
}

function indices(context: Context): Block[] {
  const { audit, f } = context;
  const two = (value: number | null) => figure(value, (v) => f.fixed(v, 3));
  const jobs = audit.capabilities.filter((c) => c.effectiveTools.d0 !== null);
  const byJob = table(
    'Index figures by job',
    [
      column('Job'),
      numbers('D0'),
      numbers('D1'),
      numbers('D2'),
      numbers('D1 Miller-Madow'),
      numbers('HHI'),
      numbers('HHI unbiased'),
      numbers('Gini'),
      numbers('gamma'),
      numbers('Divergence'),
      numbers('Divergence corrected'),
      numbers('VI'),
      numbers('D1 by spend'),
    ],
    jobs.map((c) => [
      words(c.name),
      ...[
        c.effectiveTools.d0,
        c.effectiveTools.d1,
        c.effectiveTools.d2,
        c.effectiveTools.d1MillerMadow,
        c.hhi,
        c.hhiUnbiased,
        c.gini,
        c.gamma,
        c.normalisedDivergence,
        c.normalisedDivergenceCorrected,
        c.variationOfInformation,
        c.bySpend.d1,
      ].map(two),
    ]),
    {
      basis: `Divergence corrected by ${f.number(jobs[0]?.permutations.draws ?? 0)} permutations, seed ${jobs[0]?.permutations.seed ?? 0}. A high HHI means consolidated, which here is good.`,
    },
  );
  const byPair = table(
    'Index figures by pair',
    [
      column('Pair'),
      numbers('Overlap'),
      numbers('Jaccard'),
      numbers('Jaccard at most'),
      numbers('Ruzicka'),
      numbers('Weighted overlap'),
      numbers('Lift'),
      numbers('Expected shared'),
      numbers('Cosine'),
    ],
    audit.pairs.map((p) => [
      words(`${context.tool(p.a)} and ${context.tool(p.b)}`),
      ...[
        p.userOverlap,
        p.jaccard,
        p.jaccardMax,
        p.ruzicka,
        p.weightedOverlap,
        p.lift,
        p.expectedShared,
        p.capabilityCosine,
      ].map(two),
    ]),
    { basis: `Population ${f.number(audit.people.counted)} people.` },
  );
  return [...(jobs.length > 0 ? [byJob] : []), ...(audit.pairs.length > 0 ? [byPair] : [])];
}

function day({ audit, f }: Context): Block {
  const { contextSwitch } = audit.people;
  const { density, modularity } = audit.integrations;
  return {
    kind: 'text',
    heading: 'Further index figures',
    paragraphs: [
      `Effective tools per person and day: ${f.number(contextSwitch.effectiveToolsPerPersonDay, 2)} over ${f.number(contextSwitch.personDays)} person-days. ${contextSwitch.note}`,
      `Integration graph: density ${f.number(density, 3)}, modularity ${f.number(modularity, 3)}; descriptive only.`,
      `Net saving: ${audit.savings.bridge.method}`,
    ],
  };
}

/** Counts as `right/of`: a reader sees on how many rows a share stands. */
function matching({ audit, f }: Context): Block[] {
  if (audit.matching.length === 0) return [];
  const share = (part: number, of: number) =>
    words(of === 0 ? '–' : `${f.number(part)} of ${f.number(of)}`, { number: true, sort: of === 0 ? null : part / of });
  return [
    table(
      'How well names are recognised',
      [
        column('Kind of name'),
        numbers('Product known to the catalogue'),
        numbers('Right where known'),
        numbers('Vendor alone told right'),
        numbers('Other things taken for software'),
        numbers('Wrong with confidence'),
      ],
      audit.matching.map((m) => [
        words(nameKindWords(m.kind)),
        share(m.known, m.products),
        share(m.right, m.known),
        share(m.vendorRight, m.vendorOnly),
        share(m.takenIn, m.notSoftware),
        share(m.confidentlyWrong, m.rows),
      ]),
      {
        basis:
          'Measured on labelled names that come with this version, after mending what they showed; the last row is a batch measured before anything was mended for it. Names of other companies may do better or worse.',
      },
    ),
  ];
}

function sensitivity({ audit }: Context): Block[] {
  if (audit.sensitivity.length === 0) return [];
  return [
    table(
      'Sensitivity',
      [column('What was changed'), column('Result')],
      audit.sensitivity.map((s) => [words(s.title), words(s.result)]),
    ),
  ];
}

function fingerprints({ audit }: Context): Block[] {
  if (audit.sources.length === 0) return [];
  const rows = [...audit.sources]
    .sort(byText((s) => s.id))
    .map((s) => [words(s.file ?? s.title), words(s.sha256 ?? 'not a file')]);
  return [
    {
      kind: 'fold',
      summary: 'Fingerprints of the files (SHA-256)',
      blocks: [table('Fingerprints', [column('File'), column('SHA-256')], rows)],
    },
  ];
}

/** Part 15: method, thresholds, grades, sensitivity. */
export function methodPart(context: Context): Part {
  const signals = allSignals(context);
  const weak = signals.filter((s) => s.grade === 'C' || s.grade === 'D').length;
  const lead =
    signals.length === 0
      ? 'No signal was assessed; the thresholds below are in force.'
      : `${weak} of ${signals.length} signal thresholds rest on practice or on our defaults (grade C or D): read the scores as directions, not as verdicts.`;
  const legend: Fact[] = grades.map(([label, value]) => ({ label, value, state: 'known' }));
  return {
    number: 15,
    heading: 'Method, thresholds, grades, sensitivity',
    lead,
    summary: false,
    blocks: [
      { kind: 'text', heading: 'Grades of evidence', paragraphs: legend.map((g) => `${g.label}: ${g.value}.`) },
      thresholds(context),
      ...policyLines(context),
      ...sensitivity(context),
      ...matching(context),
      ...formulas(context),
      ...indices(context),
      day(context),
      ...fingerprints(context),
    ],
  };
}
