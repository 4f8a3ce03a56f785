/**
 * A flow contested: who says that it is so, and what to send to whoever keeps the catalogue: a patch with the flow ended
 * and its basis disputed, to be corrected by hand, and a story that fails today and holds once the patch is taken.
 */
import type { Catalog } from "../catalog/index.ts";
import { type Asks, type Flow, formatPattern, type Institution } from "../model/index.ts";
import type { Contested, NoStory } from "../questions/index.ts";
import { contestWords } from "./contest-words.ts";
import type { Lang } from "./words.ts";

export interface ContestedFlow {
  readonly institution: Institution;
  readonly flow: Flow;
  readonly day: string;
}

const idOf = ({ institution, flow }: ContestedFlow) => `contest-${institution.id}-${flow.id}`;
const nameOf = ({ institution, flow }: ContestedFlow) => `${institution.id}/${flow.id}`;
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
/** JSON is YAML, and quotes what must be quoted. */
const quoted = (text: string) => JSON.stringify(text);

/** What to do, and who says that it is so. */
export function renderContest(contested: ContestedFlow, { sources, files }: Catalog, lang: Lang): string {
  const words = contestWords(lang);
  const { institution, flow } = contested;
  const { basis } = flow;
  const source = sources.get(basis.source);
  const name = nameOf(contested);
  const file = files.get(institution.id);
  const hasPage = (source?.url ?? basis.source).startsWith("http");
  return [
    words.title(name, flow.title[lang]),
    words.saysSo(source?.title[lang] ?? basis.source, source?.url),
    hasPage ? words.stepPage : words.stepNoPage,
    words.stepNever,
    words.stepPatch(name),
    words.stepCorrect,
    words.stepStory(name),
    words.stepFails,
    words.stepDiff,
    words.stepSend,
    ...(file === undefined ? [] : [words.stepFile(file)]),
  ].join("\n");
}

export function renderContestPatch(contested: ContestedFlow, lang: Lang): string {
  const words = contestWords(lang);
  const { flow, day } = contested;
  const { from, until } = flow.valid;
  const last = until !== undefined && until < day ? until : dayBefore(day);
  const name = nameOf(contested);
  return `# ${words.patchHead(name)}
patch: ${idOf(contested)}
title: { en: ${quoted(contestWords("en").contested(flow.title.en))}, zh: ${quoted(contestWords("zh").contested(flow.title.zh))} }
flows:
  ${name}:
    # ${words.sayUntil}
    valid: { ${from === undefined ? "" : `from: ${from}, `}until: ${last} }
    # ${words.sayAsks}
    # asks: ${asksText(flow.asks)}
    # gives: [${flow.gives.map((pattern) => quoted(formatPattern(pattern))).join(", ")}]
    # ${words.sayWho}
    basis:
      status: disputed
      seen: ${day}
      source: ${quoted(flow.basis.source)}
      note:
        en: ${quoted(contestWords("en").noteToWrite)}
        zh: ${quoted(contestWords("zh").noteToWrite)}
`;
}

export function renderContestStory(contested: ContestedFlow, said: Contested, lang: Lang): string {
  const words = contestWords(lang);
  const { flow, day } = contested;
  const list = (texts: readonly string[]) => `[${texts.map(quoted).join(", ")}]`;
  const name = nameOf(contested);
  return `# yaml-language-server: $schema=../schema/story.schema.json
# ${words.storyHead(name)}
story: ${idOf(contested)}
title: { en: ${quoted(contestWords("en").contested(flow.title.en))}, zh: ${quoted(contestWords("zh").contested(flow.title.zh))} }
world:
  person:
${said.person
  .trimEnd()
  .split("\n")
  .map((line) => `    ${line}`)
  .join("\n")}
  held: ${list(said.held)}${said.conditions.length === 0 ? "" : `\n  conditions: ${list(said.conditions)}`}
ask:
  - name: ${quoted(words.notSo)}
    as-of: ${day}
    never: ${list(said.never)}
    because: ${quoted(words.because)}
`;
}

export const sayNoStory = (why: NoStory, lang: Lang): string => contestWords(lang)[why];

/** As a file writes it. */
function asksText(asks: Asks): string {
  if (asks.kind === "capability") return quoted(formatPattern(asks.pattern));
  const parts = `[${asks.parts.map(asksText).join(", ")}]`;
  return asks.kind === "all" ? parts : `{ any: ${parts} }`;
}
