/** The records the founding night would have left, made when the page was built, for somebody without files at hand. */
import { addressOf } from "../engine/case-client.ts";
import { unpack } from "../engine/packed.ts";
import type { Example } from "./example-data.ts";

export async function exampleOf(): Promise<Example> {
  const response = await fetch(addressOf("records"));
  if (!response.ok) throw new Error(`the example cannot be fetched: ${response.status}`);
  return unpack<Example>(await response.text());
}
