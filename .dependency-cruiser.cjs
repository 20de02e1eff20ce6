/** Direction of imports (DESIGN 3): cli -> pipeline -> stages -> model. Each rule says why it is there. */
const STAGES = 'workspace|catalog|connectors|normalize|usage|analysis|consolidation|transition|privacy|renderers';
const PURE = 'model|analysis|consolidation|transition|normalize|renderers|util';

module.exports = {
  forbidden: [
    {
      name: 'cli-reaches-stages-through-the-pipeline',
      comment: 'A command parses flags and prints; what happens is a use case that can be called without a terminal.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: `^src/(${STAGES})/` },
    },
    {
      name: 'no-stage-imports-a-sibling',
      comment: 'Stages meet in the pipeline only, so each can be run alone on saved data.',
      severity: 'error',
      from: { path: `^src/(${STAGES})/` },
      to: { path: `^src/(${STAGES})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'stages-do-not-know-who-calls-them',
      comment: 'Data flows from the command line inwards; an import back would close a circle.',
      severity: 'error',
      from: { path: `^src/(${STAGES}|model|util|errors)/` },
      to: { path: '^src/(cli|pipeline)/' },
    },
    {
      name: 'model-imports-model-only',
      comment: 'The shared words lean on nothing of ours but small pure functions.',
      severity: 'error',
      from: { path: '^src/(model|util|errors)/' },
      to: { path: '^src/', pathNot: '^src/(model|util|errors)/' },
    },
    {
      name: 'a-connector-imports-no-other',
      comment: 'A source is one folder: taking one out breaks nothing else.',
      severity: 'error',
      from: { path: '^src/connectors/([^/]+)/' },
      to: { path: '^src/connectors/([^/]+)/', pathNot: '^src/connectors/$1/' },
    },
    {
      name: 'pure-stages-see-no-world',
      comment: 'No file, network, process, clock or randomness: the same input gives the same bytes. Buffers and hashes are values.',
      severity: 'error',
      from: { path: `^src/(${PURE})/` },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(buffer|crypto|zlib)$' },
    },
    {
      name: 'one-place-for-workbooks-and-vendor-libraries',
      comment: 'Heavy packages load only when their command runs, and can be replaced in one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(renderers/excel|connectors)/' },
      to: { path: 'node_modules/exceljs' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
