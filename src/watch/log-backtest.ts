/**
 * Two sets of rules over what one institution was sent on a shared log, partition by partition as its workers decided: which decisions
 * come out otherwise. It changes nothing, holds no lease, and looks beside workers. As beside the journal (`backtest.ts`), what other
 * members sent is believed and asked no rule.
 */
import { comparing, type Mapping, type RuleSet, type Version } from "../detect/index.ts";
import type { BacktestTold } from "./backtest.ts";
import { openJudging } from "./judging.ts";
import { aboutDecided, aboutLogged } from "./log-append.ts";
import { type LogChangesParts, openLogChanges } from "./log-changes.ts";
import { unwrap } from "./log-people.ts";
import { unseal } from "./sealing.ts";

export interface LogBacktestParts extends LogChangesParts {
  readonly version: Version;
  readonly mappings: readonly Mapping[];
  /** Told how far it is, now and then, by the institution's own records. */
  readonly onDone: (done: number, total: number) => void;
}

export interface LogBacktestAsked {
  readonly institution: string;
  readonly view: string;
  readonly inForce: RuleSet | undefined;
  readonly tried: RuleSet;
}

/** Read at once: some megabytes. */
const atOnce = 500;

export async function backtestLog(
  { log, root, base, version, mappings, onDone }: LogBacktestParts,
  { institution, view, inForce, tried }: LogBacktestAsked,
): Promise<BacktestTold> {
  const { database, partitions } = log;
  const changes = openLogChanges({ log, root, base });
  await changes.reload();
  const counted = await database.query(
    `select count(*)::int as n from chainbreak.decisions d join chainbreak.log l using (partition, seq)
     where l.view = $1 and l.institution = $2`,
    [view, institution],
  );
  const total = Number(counted.rows[0]?.n ?? 0);
  const compared = comparing();
  let [passed, own, erased, answeredOtherwise] = [0, 0, 0, 0];
  onDone(0, total);
  for (let partition = 0; partition < partitions; partition += 1) {
    const { lists } = changes.clocks(partition);
    const judgingBy = (rules: RuleSet | undefined) =>
      openJudging({
        ...{ version, mappings, elsewhere: root.elsewhere, lists },
        rulesOf: (whose) => (whose === institution ? rules : undefined),
      });
    const [before, after] = [judgingBy(inForce), judgingBy(tried)];
    for (let last = 0; ; ) {
      const { rows } = await database.query(
        `select l.seq, l.institution, l.received, l.sealed, l.person, p.wrapped, d.sealed as decided
         from chainbreak.decisions d join chainbreak.log l using (partition, seq) left join chainbreak.people p on p.number = l.person
         where partition = $1 and seq > $2 and l.view = $3 order by seq limit ${atOnce}`,
        [partition, last, view],
      );
      if (rows.length === 0) break;
      for (const { institution: whose, sealed, person, wrapped, decided, ...row } of rows) {
        const [seq, received] = [Number(row.seq), Number(row.received)];
        last = seq;
        const isOwn = whose === institution;
        if (isOwn) passed += 1;
        if (wrapped === null) {
          if (isOwn) erased += 1;
          continue;
        }
        const key = unwrap(root, person, wrapped);
        const read = before.read(unseal(key, sealed, aboutLogged(view, whose, received)).toString("utf8"));
        if (read.kind === "unread") continue;
        const told = (judging: typeof before) => {
          judging.at(seq);
          return judging.judge(read.event, read.complaints, { view, institution: whose, received }).told;
        };
        const [was, is] = [told(before), told(after)];
        if (!isOwn) continue;
        own += 1;
        const answered = JSON.parse(unseal(key, decided, aboutDecided(partition, seq)).toString("utf8")).told;
        if (was.decision !== answered.decision) answeredOtherwise += 1;
        compared.add(read.event, was, is, seq);
      }
      onDone(passed, total);
    }
  }
  return { ...compared.told(own), erased, leftOut: 0, answeredOtherwise };
}
