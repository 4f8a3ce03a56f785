/**
 * What one must have to see a trace as it is left: a text reaches whoever receives the line's texts, a notice whoever
 * is signed in or has a device in hand that is. Which words show which traces is said in the vocabulary (`shows`);
 * records and letters are shown by none and are not seen that night unless asked for.
 */
import {
  type AtomId,
  type Capability,
  capability,
  kindsWithRole,
  type ThingKind,
  type TraceKind,
  type Vocabulary,
} from "../model/index.ts";
import type { ThingId } from "../person/index.ts";
import type { Grounded, Step } from "./grounded.ts";
import { agrees } from "./guard.ts";
import type { Wiring } from "./wiring.ts";

/** How a message about a waiting step comes: as a text, a mail, or on a screen. */
const messages: readonly TraceKind[] = ["notice", "mail", "sms"];

/** What lets one see a message about a waiting step that is sent to this thing. */
export const toldAt = (
  thing: ThingId,
  { wiring, vocabulary }: Pick<SeenQuestion, "wiring" | "vocabulary">,
): readonly Capability[] => messages.flatMap((kind) => showing(vocabulary, kind, thing, wiring));

interface SeenQuestion {
  readonly kind: TraceKind;
  readonly thing: ThingId;
  readonly wiring: Wiring;
  readonly vocabulary: Vocabulary;
}

export function seenWith({ kind, thing, wiring, vocabulary }: SeenQuestion): readonly Capability[] {
  const here = showing(vocabulary, kind, thing, wiring);
  // What an account tells is told on the screens that are signed in to it as well.
  const isOnScreens = here.some((each) => vocabulary.capabilities.get(each.kind)?.roles.includes("session"));
  if (!isOnScreens || !(kind === "notice" || kind === "kick-off")) return here;
  const screens = wiring.follow(thing, "devices").filter(({ guard }) => guard.length === 0);
  return [...here, ...screens.flatMap(({ to }) => showing(vocabulary, "notice", to, wiring))];
}

function showing(
  vocabulary: Vocabulary,
  trace: TraceKind,
  thing: ThingId,
  { things }: Wiring,
): readonly Capability[] {
  const of = things.get(thing)?.kind;
  return of === undefined
    ? []
    : wordsShowing(vocabulary, trace, of).map((kind) => capability({ kind, things: [thing] }));
}

/** A memory of what is a function of its keys: each trace of each step asks. */
const showingKnown = new WeakMap<Vocabulary, Map<string, readonly string[]>>();

function wordsShowing(vocabulary: Vocabulary, trace: TraceKind, of: ThingKind): readonly string[] {
  const known = showingKnown.get(vocabulary) ?? new Map<string, readonly string[]>();
  showingKnown.set(vocabulary, known);
  const key = `${trace} ${of}`;
  const words =
    known.get(key) ??
    [...vocabulary.capabilities.values()].flatMap(({ kind, shows }) =>
      shows.get(of)?.includes(trace) === true ? [kind] : [],
    );
  known.set(key, words);
  return words;
}

/** The sessions a step ends that throws others out, under the choices made. */
export function sessionsEnded(
  { atomOf, catalog }: Pick<Grounded, "atomOf" | "catalog">,
  { leaves }: Pick<Step, "leaves">,
  isChosen: ArrayLike<number>,
): readonly AtomId[] {
  const sessions = kindsWithRole(catalog.vocabulary, "session");
  return leaves.flatMap(({ kind, thing, guard }) =>
    kind === "kick-off" && agrees(guard, isChosen)
      ? sessions.flatMap(
          (session) => atomOf.get(capability({ kind: session, things: [thing ?? ""] }).text) ?? [],
        )
      : [],
  );
}
