/**
 * What a question is about, where it is not about everything: a kind of harm (`wiped`), or one loss (`charge(card.x)`).
 * What nobody has written down as a loss may be asked about all the same; then it is one for this question.
 */
import { type Catalog, helpWith } from "../catalog/index.ts";
import { fearedAs, type Grounded } from "../ground/index.ts";
import { Complaint, type ComplaintPlace, harmKinds, splitCapability } from "../model/index.ts";
import {
  type Person,
  type PersonLoss,
  readGroundCapability,
  readGroundCondition,
  type Thing,
} from "../person/index.ts";

interface GoalsText {
  readonly texts: readonly string[];
  readonly catalog: Catalog;
  readonly person: Person;
  readonly moreThings: ReadonlyMap<string, Thing>;
  readonly placeOf: (index: number) => ComplaintPlace;
}

export interface GoalsRead {
  /** With what is asked about among the losses. */
  readonly person: Person;
  /** The same world, asked about nothing else. */
  only(world: Grounded): Grounded;
}

export function readGoals(
  { texts, catalog, person, moreThings, placeOf }: GoalsText,
  complaints: Complaint[],
): GoalsRead {
  if (texts.length === 0) return { person, only: (world) => world };
  const { vocabulary } = catalog;
  const asked: PersonLoss[] = [];
  const kinds = new Set<string>();
  const named = new Set<string>();
  const known = new Set(person.losses.map(({ goal }) => goal.text));
  for (const [i, text] of texts.entries()) {
    const kind = harmKinds.find((each) => each === text.trim());
    if (kind !== undefined) {
      kinds.add(kind);
      asked.push(...fearedAs(kind, { catalog, person }));
      continue;
    }
    if (splitCapability(text) === undefined) {
      complaints.push(unknownGoal(text, placeOf(i)));
      continue;
    }
    const isCondition = vocabulary.conditions.has(splitCapability(text)?.kind ?? "");
    const context = { person, vocabulary, moreThings, place: placeOf(i) };
    const read = (isCondition ? readGroundCondition : readGroundCapability)(text, context);
    if ("word" in read) {
      asked.push({ goal: read.word });
      named.add(read.word.text);
    } else complaints.push(read.complaint);
  }
  const more = asked.filter(({ goal }) => !known.has(goal.text));
  return {
    person: more.length === 0 ? person : { ...person, losses: [...person.losses, ...more] },
    only: (world) => ({
      ...world,
      goals: world.goals.filter(({ id, harm }) => kinds.has(harm) || named.has(id)),
      askedAbout: texts,
    }),
  };
}

const unknownGoal = (text: string, place: ComplaintPlace): Complaint =>
  new Complaint({
    code: "question/unknown-goal",
    place,
    message: `\`${text}\` is neither a loss nor a kind of harm`,
    help: helpWith(
      text,
      harmKinds,
      "write a loss such as `charge(card.x)`, or a kind of harm such as `wiped`",
    ),
  });
