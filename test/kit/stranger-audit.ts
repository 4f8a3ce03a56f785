/** A stranger's case asked as at a door: the file as they wrote it, what the other side had, and the answer in either language. */
import { readQuestion } from "../../src/asking/index.ts";
import { type Catalog, readYaml } from "../../src/catalog/index.ts";
import { readPerson } from "../../src/person/index.ts";
import { type AuditAnswer, audit, type Loss } from "../../src/questions/index.ts";
import { openReach } from "../../src/reach/index.ts";
import { firstCalls, sayCall } from "../../src/report/first-things.ts";
import { type Lang, renderAudit } from "../../src/report/index.ts";

export interface StrangersCase {
  readonly person: string;
  readonly starts: readonly string[];
  readonly held?: readonly string[];
  /** As if nobody knew what leaks; absent: it counts as known, as at every door. */
  readonly isUnknown?: true;
}

export interface Judged {
  readonly answer: AuditAnswer;
  /** One loss, by its goal; a goal that is none is a fault of the test. */
  loss(goal: string): Loss;
  /** Whom to call first, before the number. */
  readonly first: string | undefined;
  said(lang: Lang): string;
}

/** What is no error may be told beside the answer; whatever else is wrong with the file or the question is thrown. */
export function judged(
  catalog: Catalog,
  { person: text, starts, held = [], isUnknown }: StrangersCase,
): Judged {
  const { person, complaints: ofPerson } = readPerson(readYaml(text, "person.yaml"), catalog);
  if (person === undefined) throw new Error(ofPerson.map(({ message }) => message).join("\n"));
  const { asked, complaints } = readQuestion({
    catalog,
    person,
    text: { starts, held },
    placeOf: (part) => ({ file: part }),
    needsHeld: true,
  });
  if (asked === undefined || complaints.length > 0)
    throw new Error(complaints.map(({ message }) => message).join("\n"));
  const answer = audit({
    reach: openReach(asked.world),
    lent: openReach(asked.lent()),
    held: [...asked.held, ...(isUnknown ? [] : asked.leaked)],
    sides: ["person"],
    wantsCheapest: false,
    wantsFront: false,
  });
  const [first] = firstCalls(answer, asked.world);
  return {
    answer,
    loss: (goal) => {
      const found = answer.losses.find((each) => each.goal === goal);
      if (found === undefined)
        throw new Error(`${goal} is none of ${answer.losses.map((each) => each.goal)}`);
      return found;
    },
    first: first && sayCall({ world: asked.world, lang: "en" }, first).replace(/[:.].*/s, ""),
    said: (lang) =>
      renderAudit(answer, asked.world, { lang, colour: false, columns: 100, sides: ["person"] }).replace(
        /\s+/g,
        lang === "zh" ? "" : " ",
      ),
  };
}
