/**
 * Leaves out of the solver's package what it does where Node runs it: a browser needs none of it, and nothing of Node's may
 * come into the page. The build fails when the package says it in other words.
 */
import type { Plugin } from "vite";

const ofNode =
  'if(ENVIRONMENT_IS_NODE){const{createRequire}=await import("node:module");var require=createRequire(import.meta.url)}';
const asked = 'ENVIRONMENT_IS_NODE=globalThis.process?.versions?.node&&globalThis.process?.type!="renderer"';

export function highs(): Plugin {
  return {
    name: "chainbreak-highs",
    enforce: "pre",
    transform(code, id) {
      if (!/[/\\]highs[/\\]build[/\\]highs\.mjs$/.test(id.split("?")[0] ?? "")) return undefined;
      for (const words of [ofNode, asked])
        if (!code.includes(words)) this.error(`${id} does not hold \`${words}\`; see web/highs-plugin.ts`);
      return { code: code.replace(ofNode, "").replace(asked, "ENVIRONMENT_IS_NODE=false"), map: null };
    },
  };
}
