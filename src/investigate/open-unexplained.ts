/**
 * What is open by what rows and messages say, though no step of the story left it: loans that came in, cards said to be added,
 * services that wrote or were paid over and are nothing of the person's own.
 */

import type { Observation } from "../evidence/index.ts";
import { kindsWithRole, type TraceKind } from "../model/index.ts";
import type { StillOpen } from "./answer.ts";
import { open, type StillOpenQuestion } from "./open-asked.ts";

export const unexplainedOpen = (question: StillOpenQuestion): readonly StillOpen[] => [
  ...strangeServices(question),
  ...strayLoans(question),
  ...strayLinks(question),
  ...paidOver(question),
];

/** Signs of flows that give what plays this part, by traces of these kinds. */
function signsOfGiving(
  role: Parameters<typeof kindsWithRole>[1],
  kinds: ReadonlySet<TraceKind>,
  { world, meaning }: Pick<StillOpenQuestion, "world" | "meaning">,
): ReadonlySet<string> {
  const { institutions, vocabulary } = world.catalog;
  const given = new Set(kindsWithRole(vocabulary, role));
  return new Set(
    [...institutions.values()].flatMap(({ flows }) =>
      flows
        .filter(({ gives }) => gives.some(({ kind }) => given.has(kind)))
        .flatMap(({ leaves }) =>
          leaves.flatMap(({ kind, about }) =>
            kinds.has(kind) && about !== undefined ? (meaning.signAbout(about)?.id ?? []) : [],
          ),
        ),
    ),
  );
}

/** Money that came in by the words of a loan while they acted: somebody lends there, and waits to be paid back. */
function strayLoans(question: StillOpenQuestion): readonly StillOpen[] {
  const signs = signsOfGiving("lends", new Set(["row"]), question);
  return question.stray.flatMap((observation) => {
    const { kind, direction, sign, named, institutions: of, place, things } = observation;
    const lender = named[0] ?? of[0];
    if (kind !== "row" || direction !== "in" || !signs.has(sign ?? "") || lender === undefined) return [];
    return [
      open({
        kind: "credit-in-my-name",
        what: lender,
        things,
        code: "loan-came-in",
        words: [],
        rows: [place],
      }),
    ];
  });
}

const messages: ReadonlySet<TraceKind> = new Set(["sms", "mail", "notice"]);

/** A message says that a card was added to a wallet, and nothing that was read explains it: it may be on another's phone. */
function strayLinks(question: StillOpenQuestion): readonly StillOpen[] {
  const signs = signsOfGiving("hides", messages, question);
  const { world, stray } = question;
  return stray.flatMap(({ kind, sign, named, institutions, place, things }) => {
    const what =
      named[0] ?? things.find((thing) => world.wiring.things.get(thing)?.kind === "card") ?? institutions[0];
    return messages.has(kind) && signs.has(sign ?? "") && what !== undefined
      ? [open({ kind: "link", what, things, code: "message-says", words: [], rows: [place] })]
      : [];
  });
}

/** Money that may not be the owner's doing went over somebody she is no customer of, as far as her file says. */
function paidOver({ world, doubtful, usual }: StillOpenQuestion): readonly StillOpen[] {
  const own = new Set([...world.person.things.values()].map(({ institution }) => institution));
  return doubtful.flatMap(({ kind, direction, named, place, things }) =>
    kind === "row" && direction === "out"
      ? named
          // A bank that is named is where the money went; over whom she pays on other days is no stranger to her.
          .filter(
            (id) => !own.has(id) && !usual.has(id) && world.catalog.institutions.get(id)?.kind !== "bank",
          )
          .slice(0, 1)
          .map((id) =>
            open({
              kind: "service-not-mine",
              what: id,
              things,
              code: "paid-over",
              words: [id],
              rows: [place],
            }),
          )
      : [],
  );
}

/** Codes of services that are not among the person's own, first seen in the incident. */
function strangeServices({ world, incident, observations, usual }: StillOpenQuestion): readonly StillOpen[] {
  if (incident === undefined) return [];
  const own = new Set([...world.person.things.values()].map(({ institution }) => institution));
  const isMessage = ({ kind }: Observation) => kind === "sms" || kind === "call" || kind === "mail";
  const before = new Set(
    observations
      .filter((each) => isMessage(each) && each.to < incident.from)
      .flatMap(({ institutions }) => institutions),
  );
  return observations
    .filter((each) => isMessage(each) && each.from >= incident.from && each.from <= incident.to)
    .flatMap((each) =>
      each.institutions.length === 1 &&
      !own.has(each.institutions[0]) &&
      // Over whom she pays on other days is no stranger to her.
      !usual.has(each.institutions[0] ?? "") &&
      !before.has(each.institutions[0] ?? "")
        ? [
            open({
              kind: "service-not-mine",
              what: each.institutions[0] ?? "",
              code: "strange-sender",
              words: [each.counterparty],
              rows: [each.place],
            }),
          ]
        : [],
    );
}
