/** `chainbreak explain INSTITUTION/FLOW --contest`: who says so, how to contest it, and what to send. */
import { helpWith } from "../catalog/index.ts";
import { contestOf } from "../questions/index.ts";
import {
  helpZh,
  renderContest,
  renderContestPatch,
  renderContestStory,
  sayNoStory,
} from "../report/index.ts";
import { sayComplaints, sayHelp } from "./complaints.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { type CatalogChoice, isError, readNamed, typedChoice } from "./shipped.ts";
import { printable, type Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export type ContestPart = "how" | "patch" | "story";

export interface ExplainChoice extends CatalogChoice {
  readonly contest?: ContestPart;
}

export interface ContestOptions extends CatalogChoice {
  readonly part: ContestPart;
}

export function contest(word: string, { part, ...choice }: ContestOptions, terminal: Terminal): number {
  const words = cliWords(terminal.lang);
  const { lang, outside } = terminal;
  const day = outside.today;
  terminal.progress(words.reading(typedChoice(choice)));
  const { catalog, complaints, leftOut } = readNamed(choice, outside.cwd, { stories: false });
  sayComplaints([...complaints.filter(isError), ...leftOut], terminal);
  const all = [...catalog.institutions.values()].flatMap((institution) =>
    institution.flows.map((flow) => ({ institution, flow, day })),
  );
  const name = ({ institution, flow }: (typeof all)[number]) => `${institution.id}/${flow.id}`;
  const contested = all.find((each) => name(each) === word.trim());
  if (contested === undefined) {
    const help = helpWith(word, all.map(name), words.listWords);
    terminal.warn(printable(words.unknownFlow(word)));
    sayHelp(lang === "zh" ? helpZh(help) : help, terminal);
    return exitCodes.complaints;
  }
  const done = leftOut.length > 0 ? exitCodes.complaints : exitCodes.done;
  const say = (text: string) => terminal.say(printableLines(text.trimEnd()));
  switch (part) {
    case "how":
      say(renderContest(contested, catalog, lang));
      return done;
    case "patch":
      say(renderContestPatch(contested, lang));
      return done;
    case "story": {
      const said = contestOf({ catalog, ...contested });
      if (typeof said === "string") {
        terminal.warn(sayNoStory(said, lang));
        return exitCodes.complaints;
      }
      say(renderContestStory(contested, said, lang));
      return done;
    }
  }
}
