/** CAMARA's network APIs: notifications (CloudEvents), and the answers of those asked again and again. */
import { isMap, type Json, mapIn, textIn } from "./standards-values.ts";

const camaraWords: Readonly<Record<string, string>> = {
  "sim-swap-subscriptions/swapped": "sim-changed",
  "device-swap-subscriptions/swapped": "device-changed",
  "device-reachability-status-subscriptions/reachability-disconnected": "no-service",
  "device-reachability-status-subscriptions/reachability-data": "notice-sent",
  "device-reachability-status-subscriptions/reachability-sms": "notice-sent",
};

export function fromCamara(value: Json): Json | undefined {
  const type = textIn(value, "type") ?? "";
  const match = /^org\.camaraproject\.([a-z-]+)\.(?:v\d+[a-z0-9]*\.)?([a-z-]+)$/.exec(type);
  const data = mapIn(value, "data");
  const answered = answer(value["data"], match?.[1] ?? "");
  if (match === null && answered === undefined) return undefined;
  const word = match === null ? undefined : `${match[1]}/${match[2]}`;
  const known = word !== undefined && Object.hasOwn(camaraWords, word) ? camaraWords[word] : undefined;
  const isAboutItself = match?.[2]?.startsWith("subscription-") === true;
  return {
    time: answered?.time ?? value["time"],
    institution: textIn(value, "source")?.split("/").at(-1),
    person: textIn(value, "subject") ?? textIn(data, "phoneNumber") ?? textIn(data, "device", "phoneNumber"),
    kind: answered?.kind ?? known ?? (isAboutItself ? "notice-sent" : type),
    // The network saw it; who did it nobody says.
    channel: "network",
  };
}

/**
 * An answer is a sign only where it says that something was changed; that nothing was is news, and nobody's act. When a
 * change that was only asked about (`swapped`) took place nobody says: it counts from when the answer came.
 */
function answer(data: unknown, of: string): { readonly kind: string; readonly time?: string } | undefined {
  const diverted = of === "call-forwarding-signal" ? divertedBy(data) : undefined;
  if (diverted !== undefined) return { kind: diverted ? "call-forwarding-set" : "call-forwarding-cleared" };
  if (!isMap(data)) return undefined;
  for (const [key, kind] of dated)
    if (Object.hasOwn(data, key)) {
      const time = textIn(data, key);
      return time === undefined ? { kind: "notice-sent" } : { kind, time: nanoless(time) };
    }
  const swapped = Object.hasOwn(swappedWords, of) ? swappedWords[of] : undefined;
  if (swapped !== undefined && typeof data["swapped"] === "boolean")
    return { kind: data["swapped"] ? swapped : "notice-sent" };
  if (typeof data["phoneNumberRecycled"] === "boolean")
    return { kind: data["phoneNumberRecycled"] ? "number-reassigned" : "notice-sent" };
  return undefined;
}

/** When it was last changed; `null`: never, or not within what the network remembers. */
const dated = [
  ["latestSimChange", "sim-changed"],
  ["latestDeviceChange", "device-changed"],
] as const;
const swappedWords: Readonly<Record<string, string>> = {
  "sim-swap": "sim-changed",
  "device-swap": "device-changed",
};

/** Whether calls go elsewhere: told of all of them, or as the list of when they do. */
function divertedBy(data: unknown): boolean | undefined {
  if (isMap(data)) return typeof data["active"] === "boolean" ? data["active"] : undefined;
  return Array.isArray(data) && data.length > 0 ? data.some((each) => each !== "inactive") : undefined;
}

/** Times of these contracts carry up to nine digits of a second. */
const nanoless = (time: string): string => time.replace(/(\.\d{3})\d+/, "$1");
