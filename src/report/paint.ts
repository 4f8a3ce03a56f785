/** Colours by what they mean; without colour every one of them is the text itself. */
import pico from "picocolors";

export interface Paint {
  readonly title: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly loss: (text: string) => string;
  readonly time: (text: string) => string;
  readonly stops: (text: string) => string;
  readonly doubt: (text: string) => string;
}

export function paintWith(colour: boolean): Paint {
  const { bold, dim, red, cyan, green, yellow } = pico.createColors(colour);
  return {
    title: (text) => bold(text),
    strong: bold,
    quiet: dim,
    loss: (text) => bold(red(text)),
    time: cyan,
    stops: green,
    doubt: yellow,
  };
}
