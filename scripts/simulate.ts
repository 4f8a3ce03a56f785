/**
 * `npm run simulate` plays the founding night thousands of times, as it was and with one thing changed, and lays the
 * answers into docs/cases/chengdu-2020.md and its Chinese brother: one table and the figures beside it.
 *
 * `-- --runs 2000 --seed 20200904`: the same seed gives the same bytes. Every variant plays the same nights (common
 * random numbers), so two rows differ only by what was changed. `--check` writes nothing and says what is out of date.
 * Then nights of random worlds are judged by the plain reading of the notation: `--worlds 10000`, none with `--check`.
 * Then files of records with bytes changed are given to every reader: `--files 100000` of each format, none with `--check`.
 * Last, the service of detect is killed under load, `--kills 1000`, and held to all it answered, and a tenth as often the
 * workers of a shared log; none with `--check`.
 *
 * `-- --laws 20` does another thing instead: it runs every test that draws its cases from twenty seeds of its own.
 */
import "./pinned-node.ts";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { counterfactuals, oneNight, policies, type Raced, raceAll, toldNight } from "./counterfactuals.ts";
import { layIn } from "./docs.ts";
import { judgeNights } from "./judged-nights.ts";
import { killMany, killManyWorkers } from "./killed.ts";
import { lawsFromSeeds } from "./laws-from-seeds.ts";
import { readMutated } from "./mutated-files.ts";
import { lossChart, pingPongChart, timeChart } from "./night-figures.ts";

type Lang = "en" | "zh";
const documents: Readonly<Record<Lang, string>> = {
  en: "docs/cases/chengdu-2020.md",
  zh: "docs/cases/chengdu-2020.zh-CN.md",
};
const runsUsually = 2_000;
const seedUsually = 20_200_904;
const worldsUsually = 10_000;
const filesUsually = 100_000;
/** Each takes a start of the service: a second or two. */
const killsUsually = 200;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      runs: { type: "string" },
      seed: { type: "string" },
      worlds: { type: "string" },
      files: { type: "string" },
      laws: { type: "string" },
      kills: { type: "string" },
      check: { type: "boolean" },
    },
  });
  if (values.laws !== undefined) return runLaws(values.laws, values.seed);
  const runs = Number(values.runs ?? runsUsually);
  const seed = Number(values.seed ?? seedUsually);
  const kills = Number(values.kills ?? (values.check === true ? 0 : killsUsually));
  if (!(Number.isInteger(kills) && kills >= 0 && kills <= 100_000)) {
    console.error("simulate: --kills is a whole number from 0 to 100000");
    return 2;
  }
  const worlds = Number(values.worlds ?? (values.check === true ? 0 : worldsUsually));
  const files = Number(values.files ?? (values.check === true ? 0 : filesUsually));
  if (!(Number.isInteger(files) && files >= 0 && files <= 10_000_000)) {
    console.error("simulate: --files is a whole number from 0 to 10000000");
    return 2;
  }
  if (!(Number.isInteger(worlds) && worlds >= 0 && worlds <= 1_000_000)) {
    console.error("simulate: --worlds is a whole number from 0 to 1000000");
    return 2;
  }
  if (!(Number.isInteger(runs) && runs > 0 && runs <= 1_000_000 && Number.isInteger(seed))) {
    console.error("simulate: --runs is a whole number from 1 to 1000000, --seed a whole number");
    return 2;
  }
  console.log(`seed ${seed}, ${runs} nights of each of ${counterfactuals.length} × ${policies.length}`);
  const raced = raceAll({ runs, seed, said: (line) => console.log(line) });
  const texts = new Map<string, string>();
  const night = oneNight({ seed });
  const told = toldNight().replay.night;
  for (const lang of ["en", "zh"] as const) {
    const file = documents[lang];
    const text = existsSync(file)
      ? layIn(readFileSync(file, "utf8"), "counterfactuals", table(raced, { runs, seed, lang }))
      : undefined;
    if (text === undefined) {
      console.error(`${file}: has no place for \`counterfactuals\``);
      return 1;
    }
    texts.set(file, text);
    texts.set(`docs/cases/losses-${lang}.svg`, lossChart(raced, lang));
    texts.set(`docs/cases/time-${lang}.svg`, timeChart(raced, lang));
    texts.set(`docs/cases/told-${lang}.svg`, pingPongChart(told, "told", lang));
    texts.set(`docs/cases/ping-pong-${lang}.svg`, pingPongChart(night, "pingPong", lang));
  }
  const stale = [...texts].filter(([file, text]) => !existsSync(file) || readFileSync(file, "utf8") !== text);
  for (const [file, text] of stale) {
    if (values.check === true) console.error(`${file}: is out of date: run npm run simulate`);
    else writeFileSync(file, text);
  }
  console.log(`files: ${texts.size} compared, ${stale.length} changed`);
  const said = (line: string) => console.log(line);
  const faults =
    (worlds === 0 ? 0 : judgeNights({ worlds, said })) +
    (files === 0 ? 0 : await readMutated({ files, seed, said })) +
    (kills === 0 ? 0 : await killMany({ kills, seed, said })) +
    // A tenth of them: each takes the start of a worker, and that a judging of the log from its beginning.
    (kills === 0
      ? 0
      : await killManyWorkers({ kills: Math.ceil(kills / 10), seed, said, isOverBus: false })) +
    (kills === 0 ? 0 : await killManyWorkers({ kills: Math.ceil(kills / 10), seed, said, isOverBus: true }));
  return faults > 0 || (values.check === true && stale.length > 0) ? 1 : 0;
}

/** From the clock, so that no two looks begin alike; `--seed` begins where an earlier one did. */
function runLaws(seeds: string, seed = String(Math.trunc(Date.now() / 1_000))): number {
  const [count, from] = [Number(seeds), Number(seed)];
  if (!(Number.isInteger(count) && count > 0 && count <= 10_000 && Number.isInteger(from))) {
    console.error("simulate: --laws is a whole number from 1 to 10000, --seed a whole number");
    return 2;
  }
  return lawsFromSeeds({ seeds: count, from, said: (line) => console.log(line) }) > 0 ? 1 : 0;
}

const words = {
  en: {
    head: "What was otherwise",
    owners: { nothing: "does nothing", checklist: "checklist", founding: "founding", planned: "our plan" },
    said: (runs: string, seed: number) =>
      `${runs} nights a cell, seed ${seed}, the same nights in every cell. Each cell: P(loss), then the expected loss in yuan, each with its 95 % interval.`,
  },
  zh: {
    head: "有什么不同",
    owners: {
      nothing: "什么也不做",
      checklist: "按清单",
      founding: "丈夫当晚的做法",
      planned: "按我们的方案",
    },
    said: (runs: string, seed: number) =>
      `每格 ${runs} 夜，种子 ${seed}，各格用的是同样的夜晚。每格：损失概率，其下为预期损失（元），括号里是 95 % 区间。`,
  },
};

function table(
  raced: readonly Raced[],
  { runs, seed, lang }: { readonly runs: number; readonly seed: number; readonly lang: Lang },
): string {
  const { head, owners, said } = words[lang];
  const grouped = (value: number) => Math.round(Math.max(0, value)).toLocaleString("en");
  const percent = (value: number) => (value * 100).toFixed(1);
  const cell = ({ answer: { pLoss, loss } }: Raced) =>
    `${percent(pLoss.value)} % (${percent(pLoss.ci95[0])}–${percent(pLoss.ci95[1])})<br>${grouped(loss.mean)} (${grouped(loss.ci95[0])}–${grouped(loss.ci95[1])})`;
  const rows = counterfactuals.map(({ id, title }) => {
    const cells = policies.map((owner) => raced.find((each) => each.id === id && each.owner === owner));
    return `| ${[title[lang], ...cells.map((each) => (each === undefined ? "" : cell(each)))].join(" | ")} |`;
  });
  return [
    said(runs.toLocaleString("en"), seed),
    "",
    `| ${[head, ...policies.map((owner) => owners[owner])].join(" | ")} |`,
    `| --- | ${policies.map(() => "---:").join(" | ")} |`,
    ...rows,
  ].join("\n");
}

if (import.meta.main) process.exitCode = await main();
