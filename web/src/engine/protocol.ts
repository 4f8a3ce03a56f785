/** What the page and its worker say to each other. */
import type { Alone, PageAnswer } from "./engine.ts";

export type Asked =
  /** The founding case as packed text, once, before all else. */
  | { readonly kind: "open"; readonly packed: string }
  | { readonly kind: "ask"; readonly question: number; readonly measures: readonly string[] };

export type Told =
  /** The beginning: nothing switched on, everything answered. */
  | { readonly kind: "opened"; readonly answer: PageAnswer; readonly alone: readonly Alone[] }
  | { readonly kind: "answered"; readonly question: number; readonly answer: PageAnswer }
  | { readonly kind: "failed" };
