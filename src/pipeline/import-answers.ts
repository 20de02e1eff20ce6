import type { AnsweredName, AnswerReject, ReviewAnswers } from '../connectors/files/review-answers.ts';
import type { Decisions } from '../model/policy.ts';
import type { OpenName } from '../model/reconciliation.ts';
import { Snapshot } from '../model/snapshot.ts';
import { visibleText } from '../renderers/format/words.ts';
import { readStageIfAny } from '../workspace/stage-files.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { type KeptAnswer, keepAnswers } from './keep-decisions.ts';
import { holdsAddress, withoutAddresses } from './personal-text.ts';
import { answerContext } from './review.ts';
import { type AnswerContext, understand } from './understand-answer.ts';

/** Profile under which a filled workbook stands in the inbox. */
export const ANSWERS_PROFILE = 'review-answers';

const PROVENANCE = 'client workbook';

/** What became of the answers in a filled workbook. */
export interface ImportedAnswers {
  /** New in decisions.yaml. */
  readonly kept: number;
  /** Stood there already. */
  readonly standing: number;
  readonly rejected: readonly AnswerReject[];
}

type Judged = { readonly answer: KeptAnswer } | { readonly reject: AnswerReject };

interface Setting extends AnswerContext {
  readonly file: string;
  /** Name as a report shows it -> as its source wrote it. */
  readonly rawNames: ReadonlyMap<string, string>;
}

/** A report leaves out control characters and cuts very long names; decisions are kept under the source's spelling. */
function rawNamesOf(names: readonly OpenName[]): ReadonlyMap<string, string> {
  return new Map(names.map(({ kind, raw }) => [`${kind} ${visibleText(raw).trim()}`, raw]));
}

function judge({ row, name, kind, answer, by, note }: AnsweredName, setting: Setting): Judged {
  if (by !== null && holdsAddress(by)) {
    return { reject: { row, field: 'By', reason: 'is an e-mail address; write a role such as IT lead' } };
  }
  const understood = understand(answer, setting);
  if (understood.as === 'unclear') {
    const near = understood.nearest.length === 0 ? '' : ` Nearest: ${understood.nearest.join(', ')}.`;
    return { reject: { row, field: 'Answer', reason: `is not understood. ${understood.problem}${near}` } };
  }
  return {
    answer: {
      raw: setting.rawNames.get(`${kind} ${name}`) ?? name,
      kind,
      ...(understood.as === 'merge' ? { merge: understood.tool } : { is: understood.is }),
      ...(by === null ? {} : { by }),
      reason: withoutAddresses(`${PROVENANCE} ${setting.file}${note === null ? '' : `: ${note}`}`),
    },
  };
}

/** The words beside an answer, without the file that they came in: a renamed workbook says nothing new. */
function noteOf(reason: string | undefined): string {
  const after = /^client workbook .*?\.\w+: (.*)$/s.exec(reason ?? '');
  return after?.[1] ?? '';
}

/** Decided like this before, under whatever file name. */
function stoodBefore({ names, merges }: Decisions, answer: KeptAnswer): boolean {
  if (answer.merge !== undefined) {
    return merges.some(({ tool, names: merged }) => tool === answer.merge && merged.includes(answer.raw));
  }
  return names.some(
    (each) =>
      each.raw === answer.raw &&
      each.kind === answer.kind &&
      each.is === answer.is &&
      each.by === answer.by &&
      noteOf(each.reason) === noteOf(answer.reason),
  );
}

/** What the client said last about each name; own decisions since then are not the client's. */
function lastOfClient(decisions: Decisions): Decisions {
  const fromClient = decisions.names.filter(({ reason }) => reason?.startsWith(PROVENANCE));
  const last = new Map(fromClient.map((each) => [`${each.kind ?? ''} ${each.raw}`, each]));
  return { ...decisions, names: [...last.values()] };
}

/**
 * Takes the answers of a filled workbook into decisions.yaml, with the file as their provenance. An answer that the
 * client gave before is not written again, so neither the same file nor one with a few more answers undoes what was
 * decided since.
 * @param isKnownFile the same bytes were imported before
 */
export async function importAnswers(
  opened: Workspace,
  file: string,
  { answered, rejected }: ReviewAnswers,
  isKnownFile: boolean,
): Promise<ImportedAnswers> {
  // Files that came before in the same import may have answered names too.
  const workspace = await openWorkspace(opened.root);
  const snapshot = await readStageIfAny(workspace.snapshotFolder, 'snapshot', Snapshot);
  const setting = { ...(await answerContext(workspace)), file, rawNames: rawNamesOf(snapshot?.openNames ?? []) };
  const judged = answered.map((each) => judge(each, setting));
  const answers = judged.flatMap((each) => ('answer' in each ? [each.answer] : []));
  const before = isKnownFile ? workspace.decisions : lastOfClient(workspace.decisions);
  const news = answers.filter((answer) => !stoodBefore(before, answer));
  await keepAnswers(workspace, news);
  return {
    kept: news.length,
    standing: answers.length - news.length,
    rejected: [...rejected, ...judged.flatMap((each) => ('reject' in each ? [each.reject] : []))].sort(
      (a, b) => a.row - b.row,
    ),
  };
}
