/** An example as the build lays it beside the page. */
import type { ToldHere } from "./investigating.ts";

export interface Example {
  /** In the shape of a person file. */
  readonly document: unknown;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly told: ToldHere;
}
