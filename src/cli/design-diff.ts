/** `chainbreak design diff`: what a change of the catalogue opens, closes, hastens; for whom, and by which line. */
import { resolve } from "node:path";
import { type Complaint, parseMoment, sortComplaints } from "../model/index.ts";
import { type AskedPerson, allowsMore, type DiffAnswer, diff, type Effect } from "../questions/index.ts";
import { type DiffTold, diffMarkdown, diffSarif, renderDiff, sayEffect, sayPart } from "../report/index.ts";
import { sayComplaints } from "./complaints.ts";
import { type AskedOptions, askedPeople, furtherPeople } from "./design-asked.ts";
import { type BetweenFound, betweenFaults, betweenSides } from "./design-between.ts";
import { betweenLines } from "./design-between-lines.ts";
import { linesOf, placesOf } from "./design-lines.ts";
import { findSide, laidOver, type SideRead, shippedSide } from "./design-sides.ts";
import { writeStories } from "./design-stories.ts";
import { exitCodes } from "./exit-codes.ts";
import { printableLines } from "./printable-lines.ts";
import { isError } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";
import { cliWords } from "./words.ts";

export interface DesignDiffOptions extends AskedOptions {
  readonly besideShipped?: boolean;
  readonly with?: readonly string[];
  readonly stories?: string;
  readonly failOn?: "opened" | "more" | "locked-out";
  readonly format: "text" | "json" | "markdown" | "sarif";
}

export async function designDiff(
  names: { readonly old: string; readonly now: string },
  options: DesignDiffOptions,
  terminal: Terminal,
): Promise<number> {
  const { cwd, today } = terminal.outside;
  terminal.progress(cliWords(terminal.lang).reading(`${names.old}, ${names.now}`));
  const beside = options.besideShipped === true;
  const layers = options.with ?? [];
  const bare = findSide({ name: names.old, cwd, over: shippedSide(cwd), beside });
  const old = laidOver(bare, layers, cwd);
  // Against a broken side a patch would be complained of for no fault of its own.
  const now =
    bare.side === undefined || old.side === undefined
      ? { side: undefined, complaints: [] }
      : laidOver(findSide({ name: names.now, cwd, over: bare.side, beside }), layers, cwd);
  const complaints = [...old.complaints, ...now.complaints];
  if (old.side === undefined || now.side === undefined) {
    sayComplaints(sortComplaints(complaints), terminal);
    return exitCodes.complaints;
  }
  const asked = askedPeople({ old: old.side, now: now.side, options, cwd });
  const faults = [...asked.complaints, ...betweenFaults(options)];
  sayComplaints(sortComplaints([...complaints, ...faults]), terminal);
  if (faults.some(isError)) return exitCodes.complaints;
  terminal.progress(cliWords(terminal.lang).searching);
  const wrong: Complaint[] = [];
  const populations = betweenSides({ old: old.side, now: now.side, options, terminal, complaints: wrong });
  sayComplaints(sortComplaints(wrong), terminal);
  if (wrong.some(isError)) return exitCodes.complaints;
  // Whoever names people or a beginning asks about those alone.
  const isOpen = [options.people, options.held, options.start].every((each) => each === undefined);
  const further = isOpen ? furtherPeople(old.side, now.side, options) : [];
  const startsAt = options.at === undefined ? undefined : parseMoment(options.at);
  const answer = diff({ old: old.side, now: now.side, people: asked.people, further, today, startsAt });
  const customers = further.map((each): AskedPerson => ({ ...each, beginnings: [] }));
  const told = { answer, people: [...customers, ...asked.people], old: old.side, now: now.side };
  say({ ...told, populations, options, terminal });
  if (options.stories !== undefined)
    writeStories({ ...told, folder: resolve(cwd, options.stories), today, startsAt, terminal });
  return isToFail(answer, options.failOn) ? exitCodes.found : exitCodes.done;
}

/** What somebody's build is to stop at. */
function isToFail({ effects }: DiffAnswer, failOn: DesignDiffOptions["failOn"]): boolean {
  const kinds: readonly string[] =
    failOn === undefined
      ? []
      : failOn === "opened"
        ? ["opened"]
        : failOn === "more"
          ? allowsMore
          : [...allowsMore, "locked-out"];
  // Every flow gives something to whoever has all it asks: that alone is no reason to stop a build.
  return effects.some(({ kind, from }) => from !== "what-it-asks" && kinds.includes(kind));
}

interface Answered {
  readonly answer: DiffAnswer;
  readonly people: readonly AskedPerson[];
  readonly old: SideRead;
  readonly now: SideRead;
  readonly populations: readonly BetweenFound[];
  readonly options: DesignDiffOptions;
  readonly terminal: Terminal;
}

function say({ answer, people, old, now, populations, options, terminal }: Answered): void {
  if (options.format === "json") {
    const whole =
      options.population === undefined
        ? answer
        : { ...answer, populations: populations.map(({ told }) => told) };
    terminal.say(JSON.stringify(whole, undefined, 2));
    return;
  }
  const { lang, columns, paint } = terminal;
  const told: DiffTold = {
    answer,
    speaking: new Map(people.map(({ now: person }) => [person.id, { person, catalog: now.catalog }])),
    lines: answer.changes.map((change) => linesOf(change, old, now)),
    lang,
    columns,
    colour: paint.isColorSupported && options.format === "text",
  };
  if (options.format === "sarif") {
    const placeOf = (institution: string, flow?: string) =>
      now.yamlOf(institution)?.locate(flow === undefined ? ["institution"] : ["flows", flow], "key");
    const changePlaces = answer.changes.map((change) => placesOf(change, old, now));
    const sayCause = (index: number) => {
      const change = answer.changes[index];
      return change === undefined ? "" : sayPart(change, lang);
    };
    const sayOne = (effect: Effect) => sayEffect(told, effect);
    terminal.say(
      diffSarif(
        { answer, changePlaces, sayEffect: sayOne, sayCause },
        { version: terminal.version, lang, placeOf },
      ),
    );
    return;
  }
  const isMarkdown = options.format === "markdown";
  const between = betweenLines(populations, { catalog: now.catalog, old: old.catalog, lang, columns });
  const fenced = isMarkdown && between.length > 0 ? ["", "```text", ...between.slice(1), "```"] : between;
  terminal.say(printableLines([isMarkdown ? diffMarkdown(told) : renderDiff(told), ...fenced].join("\n")));
}
