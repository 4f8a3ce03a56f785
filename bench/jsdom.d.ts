/** The one thing the charts need of jsdom, which brings no types of its own. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html: string);
    // biome-ignore lint/suspicious/noExplicitAny: the browser's Document is no part of this program's library.
    readonly window: { readonly document: any };
  }
}
