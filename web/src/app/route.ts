/**
 * Where in the page the reader is. All of it stands behind the `#` of the address: a static folder can serve it, a link
 * can be passed on as it was read, and nothing of it reaches a server.
 *
 * `#zh/founding/night` is a language and a place; `#zh` alone is home. Behind a `?` stand the state of the founding case
 * and its switches, `?state=before&with=set-sim-pin(sim.main)`: what somebody tried is passed on with the link.
 */
import { type Lang, langs } from "../../../src/report/index.ts";
import { type FoundingState, foundingStates } from "../engine/case-data.ts";

/** What everybody begins with. */
export const foundingStateAtFirst: FoundingState = "after";

/**
 * What is asked of a case. `answer`: losses, the way, what stops it; `chain`: the whole picture; `list`: what to do;
 * `locked-out`: what the owner could still open with things lost.
 */
export const caseViews = ["answer", "chain", "night", "list", "locked-out"] as const;
export type CaseView = (typeof caseViews)[number];
/** Of a person of one's own also what they have, and the card to print. */
export const ownViews = ["things", ...caseViews, "red-card"] as const;
export type OwnView = (typeof ownViews)[number];

export type Route =
  | { readonly at: "home" }
  /** It is happening: what to do next. */
  | { readonly at: "now" }
  | { readonly at: "founding"; readonly view: CaseView }
  /** What happened, from files. */
  | { readonly at: "happened" }
  /** What if a flow of an institution were otherwise. */
  | { readonly at: "what-if" }
  /** Whose things are kept here. */
  | { readonly at: "people" }
  /** Passphrase, backup, sealed file. */
  | { readonly at: "keeping" }
  | { readonly at: "person"; readonly id: string; readonly view: OwnView };

export interface Place {
  readonly lang: Lang;
  readonly route: Route;
}

const home: Route = { at: "home" };

/** What an address says; what it does not say is the browser's first language we speak, and home. */
export function placeOf(hash: string, preferred: readonly string[]): Place {
  const [first = "", ...rest] = hash.replace(/^#\/?/, "").replace(/\?.*$/s, "").split("/");
  const stated = langs.find((lang) => lang === first);
  return {
    lang: stated ?? languageOf(preferred),
    route: routeOf(stated === undefined ? [first, ...rest] : rest),
  };
}

function languageOf(preferred: readonly string[]): Lang {
  const first = preferred.find((tag) => /^(zh|en)\b/i.test(tag)) ?? "en";
  return first.toLowerCase().startsWith("zh") ? "zh" : "en";
}

function routeOf([at = "", second = "", third = ""]: readonly string[]): Route {
  switch (at) {
    case "founding":
      return { at, view: caseViews.find((view) => view === second) ?? "answer" };
    case "now":
    case "happened":
    case "what-if":
    case "people":
    case "keeping":
      return { at };
    case "person":
      return second === ""
        ? { at: "people" }
        : { at, id: decoded(second), view: ownViews.find((view) => view === third) ?? "things" };
    default:
      return home;
  }
}

/** An address somebody cut short may end in half a letter; then it is nobody's id. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function addressOf({ lang, route }: Place): string {
  switch (route.at) {
    case "home":
      return `#${lang}`;
    case "founding":
      return `#${lang}/founding/${route.view}`;
    case "now":
    case "happened":
    case "what-if":
    case "people":
    case "keeping":
      return `#${lang}/${route.at}`;
    case "person":
      return `#${lang}/person/${encodeURIComponent(route.id)}/${route.view}`;
  }
}

/** As a browser wants it in `lang`: Simplified Chinese is what the texts are written in. */
export const languageTag = (lang: Lang): string => (lang === "zh" ? "zh-Hans" : "en");

/** More than anybody switches on; a longer address is not ours. */
const switchesMax = 200;

/** The measures an address has switched on, each once, in its order; whether the case knows them is not asked here. */
export function switchesIn(hash: string): readonly string[] {
  const found = new URLSearchParams(/\?(.*)$/s.exec(hash)?.[1] ?? "").getAll("with");
  return [...new Set(found.filter((each) => each !== ""))].slice(0, switchesMax);
}

/** The state of the founding case an address names; `undefined`: it names none. */
export function stateIn(hash: string): FoundingState | undefined {
  const named = new URLSearchParams(/\?(.*)$/s.exec(hash)?.[1] ?? "").get("state");
  return foundingStates.find((state) => state === named);
}

/** The same address with these switched on, and no others; the state everybody begins with is not named. */
export function withSwitches(
  hash: string,
  measures: readonly string[],
  state: FoundingState = foundingStateAtFirst,
): string {
  const place = hash.replace(/\?.*$/s, "");
  const said = [
    ...(state === foundingStateAtFirst ? [] : [`state=${state}`]),
    ...measures.map((each) => `with=${encodeURIComponent(each)}`),
  ].join("&");
  return said === "" ? place : `${place}?${said}`;
}
