/**
 * What is still open in the person's name after what happened: what the intruder set and nobody cleared, entered, changed,
 * bound, borrowed; money that went over a wallet which is not the owner's.
 *
 * A row is an orphan only where a bill of that wallet covers its moment, or the person says there is no account: a bill
 * that was not read says nothing. An orphan beside other signs of that wallet is accused; alone it is *open*, for rows can
 * be deleted from a bill.
 */
import type { Place } from "../evidence/index.ts";
import { agrees, type Grounded, type Step } from "../ground/index.ts";
import { type AtomId, at, compareText, physics } from "../model/index.ts";
import type { BecauseCode, EvidenceRow, OpenKind, StillOpen } from "./answer.ts";
import { open, type StillOpenQuestion } from "./open-asked.ts";
import { leftBySigns } from "./open-by-signs.ts";
import { unexplainedOpen } from "./open-unexplained.ts";

export function stillOpenOf(question: StillOpenQuestion): readonly StillOpen[] {
  const bySteps = ofSteps(question);
  const found = [
    ...bySteps,
    ...hadBefore(question),
    ...inReach(question),
    ...rogueWallets(question),
    ...cardsBesides(question),
    ...unexplainedOpen(question),
    ...leftBySigns(question, bySteps),
  ];
  const seen = new Map<string, StillOpen>();
  for (const each of found) {
    const key = `${each.kind} ${each.what}`;
    const before = seen.get(key);
    seen.set(
      key,
      before === undefined
        ? each
        : {
            ...before,
            things: [...new Set([...before.things, ...each.things])].sort(compareText),
            unseen: before.unseen && each.unseen,
            because: { ...before.because, rows: [...before.because.rows, ...each.because.rows] },
          },
    );
  }
  return [...seen.values()].toSorted((a, b) => compareText(a.kind, b.kind) || compareText(a.what, b.what));
}

function ofSteps({ world, rebuilt, story, steps }: StillOpenQuestion): readonly StillOpen[] {
  if (rebuilt === undefined || story === undefined) return [];
  const { capabilities, conditions } = world.catalog.vocabulary;
  const found: StillOpen[] = [];
  const acts = steps.map((told) => {
    const part = rebuilt.model.parts[told.part]!;
    if (part.kind !== "seen" && part.kind !== "unseen") throw new RangeError("a step is a run");
    const isOwners = part.kind === "seen" && part.run.side === "owner";
    return { told, isOwners, step: part.kind === "seen" ? part.run.step : part.step };
  });
  for (const [i, { told, step, isOwners: isHers }] of acts.entries()) {
    if (isHers) continue;
    const later = acts.slice(i + 1).filter(({ isOwners }) => isOwners);
    const base = { rows: told.evidence, words: [told.flow] };
    const isTaken = (atom: AtomId) =>
      later.some((other) => other.step.revokes.some((each) => each.atom === atom));
    for (const { condition } of step.sets) {
      const { capability, id } = at(world.conditions, condition);
      if (conditions.get(capability.kind)?.roles.includes("way-back") !== true) continue;
      if (later.some((other) => other.step.clears.includes(condition))) continue;
      found.push(
        open({ ...base, kind: "forwarding", what: id, things: capability.things, code: "set-not-cleared" }),
      );
    }
    for (const { atom } of step.revokes)
      if (
        at(world.atoms, atom).secret !== undefined &&
        !later.some((other) => other.step.gives.some((each) => each.atom === atom))
      )
        found.push(
          open({
            ...base,
            kind: "secret-changed",
            what: at(world.atoms, atom).text,
            things: at(world.atoms, atom).things,
            code: "changed",
          }),
        );
    const isLoan = step.gives.some(
      ({ atom }) => capabilities.get(at(world.atoms, atom).kind)?.roles.includes("lends") === true,
    );
    for (const { atom } of step.gives) {
      const { kind, things, secret, text } = at(world.atoms, atom);
      const word = capabilities.get(kind);
      const make = (open_: OpenKind, code: BecauseCode) =>
        found.push(open({ ...base, kind: open_, what: text, things, code }));
      if (secret !== undefined && isPin(secret)) make("pin-known", "gave");
      else if (secret !== undefined && (isOfCard(world, things) || things[0] === "person"))
        make("numbers-known", "gave");
      // What bare hands find bound in an account was bound before.
      else if (things.length === 2 && word?.roles.includes("hides") === true) {
        if (step.institution !== physics && !areOwnTogether(world, things)) make("link", "bound");
      } else if (word?.roles.includes("enrols") === true) {
        if (isEnrolment(world, step) && !isTaken(atom)) make("device-enrolled", "set-not-cleared");
      } else if (word?.roles.includes("lends") === true) make("credit-in-my-name", "borrowed");
      else if (word?.roles.includes("session") === true && !isTaken(atom)) {
        const isNew = things.some((thing) => world.wiring.things.get(thing)?.isNew === true);
        // A loan that opens its own account is a debt, and no wallet that holds a card.
        if (!(isNew && isLoan)) make(isNew ? "rogue-wallet" : "session", "entered");
      } else if (word?.isLoss === true && things.some((thing) => isShop(world, thing, step.institution)))
        make("goods-under-way", "bought");
    }
  }
  return found;
}

/**
 * Something of theirs was added, and the owner is told of it. A password that was typed or set anew adds nothing, and what is done
 * with the owner's own phone is had back with it.
 */
const isEnrolment = (
  { atoms, wiring }: Grounded,
  { asks, gives, revokes, leaves, institution }: Step,
): boolean =>
  institution !== physics &&
  leaves.length > 0 &&
  ![...gives, ...revokes].some(({ atom }) => at(atoms, atom).secret !== undefined) &&
  !asks.some((atom) =>
    at(atoms, atom).things.some((id) => {
      const thing = wiring.things.get(id);
      return thing?.kind === "device" && thing.isNew !== true;
    }),
  );

/** Is the card in that account by the owner's own word? */
const areOwnTogether = ({ person }: Grounded, things: readonly string[]): boolean =>
  things.some((thing) =>
    [...(person.things.get(thing)?.relations.values() ?? [])].some(
      (others) => others !== "unknown" && others.some((other) => other !== thing && things.includes(other)),
    ),
  );

/** What the cheapest story wants them to have known of a card or a payment password, nobody saw how. */
function hadBefore({ world, rebuilt, story }: StillOpenQuestion): readonly StillOpen[] {
  return (story?.parts ?? []).flatMap((i) => {
    const part = rebuilt?.model.parts[i];
    if (part?.kind !== "assumed") return [];
    const { secret, things, text } = at(world.atoms, part.atom);
    if (secret === undefined) return [];
    const kind = isPin(secret) ? "pin-known" : isOfCard(world, things) ? "numbers-known" : undefined;
    return kind === undefined
      ? []
      : [open({ kind, what: text, things, code: "cheapest", words: [], rows: [] })];
  });
}

/**
 * What lies open before whoever has what the story gives them: papers photographed in an open phone are found with bare hands,
 * and no record shows whether anybody looked.
 */
function inReach({ world, rebuilt, story }: StillOpenQuestion): readonly StillOpen[] {
  if (rebuilt === undefined || story === undefined) return [];
  const nothingChosen = new Uint8Array(world.choices.length);
  const had = new Set(
    story.parts.flatMap((i) => {
      const part = rebuilt.model.parts[i]!;
      if (part.kind === "assumed") return [part.atom];
      const step =
        part.kind === "unseen"
          ? part.step
          : part.kind === "seen" && part.run.side === "intruder"
            ? part.run.step
            : undefined;
      return (step?.gives ?? []).map(({ atom }) => atom);
    }),
  );
  // What rests on something nobody said is in nobody's sure reach.
  const byHand = world.steps.filter(
    ({ institution, guard, leaves, assumed }) =>
      institution === physics && leaves.length === 0 && assumed.length === 0 && agrees(guard, nothingChosen),
  );
  const found: StillOpen[] = [];
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const { asks, gives, flow, institution } of byHand) {
      if (!asks.every((atom) => had.has(atom))) continue;
      for (const { atom } of gives) {
        if (had.has(atom)) continue;
        had.add(atom);
        isMoving = true;
        const { secret, things, text } = at(world.atoms, atom);
        if (secret === undefined || things[0] !== "person" || manyKnow.has(secret)) continue;
        const words = [`${institution}/${flow.id}`];
        found.push(open({ kind: "numbers-known", what: text, things, code: "in-reach", words, rows: [] }));
      }
    }
  }
  return found;
}

/** What any acquaintance knows is no finding. */
const manyKnow: ReadonlySet<string> = new Set([
  "name",
  "number",
  "address",
  "birth-date",
  "photo",
  "sign-in-name",
]);

/** What can be set anew, unlike a number. */
const isPin = (secret: string): boolean =>
  secret === "pin" || secret === "online-password" || secret.endsWith("payment-password");
const isOfCard = (world: Grounded, [first = ""]: readonly string[]): boolean =>
  world.wiring.things.get(first)?.kind === "card";

const isShop = ({ catalog }: Grounded, _thing: string, institution: string): boolean =>
  catalog.institutions.get(institution)?.kind === "marketplace";

/** Money over a wallet with no row in the owner's own bill of it. */
function rogueWallets({ orphans }: StillOpenQuestion): readonly StillOpen[] {
  return [...orphans.values()].map(({ observation, institution, absentFrom }) =>
    open({
      kind: "rogue-wallet",
      what: institution,
      things: observation.things,
      code: absentFrom === undefined ? "no-own-account" : "no-own-row",
      words: [institution, observation.amount?.toFixed(2) ?? ""],
      rows: [
        { ...observation.place, ...(absentFrom === undefined ? {} : { absentFrom }) } satisfies EvidenceRow,
      ],
    }),
  );
}

/**
 * Whoever binds one card of a bank in an account of theirs is shown the others: a second code of that wallet that could
 * have bound another of its cards leaves that one open, though nothing was paid with it yet.
 */
function cardsBesides({ world, incident, orphans, index }: StillOpenQuestion): readonly StillOpen[] {
  if (incident === undefined) return [];
  const { things, atoms } = { things: world.wiring.things, atoms: world.atoms };
  const bankOf = (card: string) => things.get(card)?.institution;
  const found: StillOpen[] = [];
  for (const wallet of new Set([...orphans.values()].map(({ institution }) => institution))) {
    const paid = new Set(
      [...orphans.values()].flatMap(({ institution, observation }) =>
        institution === wallet
          ? observation.things.filter((thing) => things.get(thing)?.kind === "card")
          : [],
      ),
    );
    const banks = new Set([...paid].map(bankOf));
    const bound = new Map<string, { readonly text: string; readonly rows: Place[] }>();
    const codes = incident.within.filter(({ observation: { kind } }) => kind === "sms" || kind === "call");
    for (const { observation } of codes)
      for (const { step } of index.candidates(observation)) {
        if (step.institution !== wallet) continue;
        for (const { atom } of step.gives) {
          const { things: pair, text } = at(atoms, atom);
          const [account = "", card = ""] = pair;
          const isNew = things.get(account)?.isNew === true;
          if (pair.length !== 2 || !isNew || paid.has(card) || !banks.has(bankOf(card))) continue;
          const before = bound.get(card) ?? { text, rows: [] };
          if (!before.rows.includes(observation.place)) before.rows.push(observation.place);
          bound.set(card, before);
        }
      }
    // One code bound the card that was paid with.
    for (const [card, { text, rows }] of bound)
      if (rows.length > paid.size)
        found.push(open({ kind: "link", what: text, things: [card], code: "bound", words: [wallet], rows }));
  }
  return found;
}
