/**
 * What a record holds, sealed and opened: the event as it was sent, what was answered, how the stories were believed. It
 * is sealed for its person, its view and its institution; moved anywhere else it does not open.
 */
import type { KeyObject } from "node:crypto";
import type { Entry, KeptEntry } from "./journal.ts";
import type { Judgement } from "./judging.ts";
import type { PersonKey } from "./people-keys.ts";
import { seal, unseal } from "./sealing.ts";

export interface Content {
  /** JSON, without the spaces it may have come with. */
  readonly event: string;
  readonly told: Judgement["told"];
  readonly stories: readonly number[];
  /** The trace it was asked in, to be handed on: a `traceparent`. Absent: none. */
  readonly trace?: string | undefined;
}

type Place = Pick<Entry, "view" | "institution" | "received">;

const about = ({ view, institution, received }: Place): string =>
  JSON.stringify([view, institution, received]);

export const sealContent = (key: PersonKey, content: Content, place: Place): Uint8Array =>
  seal(key.key, JSON.stringify(content), about(place));

/** Throws where the record was changed or the key is another. */
export const openContent = (key: KeyObject, entry: KeptEntry): Content =>
  JSON.parse(unseal(key, entry.sealed, about(entry)).toString("utf8"));
