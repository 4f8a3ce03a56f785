/**
 * Streams of many strangers judged as one, which by law D1 is as if each were judged alone: each is of another person,
 * with devices of their own. One run of the door instead of one a stream.
 */
import { expect } from "vitest";
import { said } from "../doors/said.ts";

export interface JudgedRow {
  readonly event: string;
  readonly decision: string;
  readonly madePossible: readonly string[];
  readonly chain: readonly string[];
  readonly openedBy?: readonly string[];
  readonly left: readonly string[];
  readonly stage: { readonly after: object | null };
  readonly stepUp?: { readonly proof: string };
  readonly said: readonly string[];
}

/** The only place that knows how streams are judged. Each is its events, a JSON object a line; the rows come in their order. */
export async function judgedStreams(
  streams: readonly (readonly string[])[],
): Promise<readonly (readonly JudgedRow[])[]> {
  const lines = streams.flatMap((stream, i) =>
    stream.map((line) => {
      const event = JSON.parse(line);
      const device = event.device === undefined ? {} : { device: `${i} ${event.device}` };
      return JSON.stringify({ ...event, ...device, person: `p${i}`, id: `${i} ${event.id}` });
    }),
  );
  const files = { "events.ndjson": lines.join("\n") };
  const { out, err } = await said(["detect", "--events", "events.ndjson", "--json"], { files });
  expect(err).toBe("");
  const found: JudgedRow[][] = streams.map(() => []);
  for (const line of out.trim().split("\n")) {
    const row: JudgedRow = JSON.parse(line);
    const [stream = "", event = ""] = row.event.split(" ");
    found[Number(stream)]?.push({ ...row, event });
  }
  return found;
}
